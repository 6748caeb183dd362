import { runSteps } from "../steps.mjs";
import { isNodeSupported } from "../versions.mjs";
import { browsers, missingTestPackages } from "./browsers.mjs";
import { crates } from "./crates.mjs";
import { debianRust, debianRustPackages } from "./debian.mjs";
import { fonts, missingFonts } from "./fonts.mjs";
import { geckodriver } from "./geckodriver.mjs";
import { npmPackages } from "./npm.mjs";
import { packageInstaller } from "./packages.mjs";
import { rustFlagsVariable, rustToolchain, wasmRustFlags } from "./rust.mjs";
import { wasmBindgen } from "./tools.mjs";

function childEnv() {
  // RUSTFLAGS would replace the flags of the wasm target and reach host builds as well.
  const { RUSTFLAGS: _, CARGO_ENCODED_RUSTFLAGS: __, ...env } = process.env;
  return { ...env, [rustFlagsVariable]: wasmRustFlags };
}

/**
 * Brings the machine to where the build (and, with `tests`, the test suites)
 * can run, and with `pictures` draw Chinese. Resolves to the environment for every child.
 */
export async function setUp({ tests = false, pictures = false } = {}) {
  if (!isNodeSupported(process.versions.node)) {
    throw new Error(
      `Node ${process.versions.node} is too old: 20.19, 22.12 or later is needed (https://nodejs.org).`,
    );
  }
  const context = { env: childEnv(), debianRust: false };
  context.installPackages = packageInstaller(async () => [
    ...(context.debianRust ? debianRustPackages : []),
    ...(tests ? await missingTestPackages() : []),
    ...(pictures ? await missingFonts() : []),
  ]);
  const steps = [npmPackages, rustToolchain, debianRust, crates, wasmBindgen];
  if (tests) steps.push(browsers, geckodriver);
  if (pictures) steps.push(fonts);
  await runSteps(steps, context);
  return context.env;
}
