import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { inRoot, toolsDir } from "../paths.mjs";
import { run } from "../run.mjs";
import { lockedVersion } from "../versions.mjs";

async function cargoInstall(crate, version, dir, env) {
  const args = ["install", crate, "--version", version, "--root", dir];
  try {
    await run("cargo", [...args, "--locked"], { env });
  } catch {
    // A registry may lack a version that the crate's own lock file names.
    await run("cargo", args, { env });
  }
}

/** Optimising the tool takes minutes of every new machine and saves parts of a second of each build. */
const profile = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "1", CARGO_PROFILE_RELEASE_LTO: "off" };

function tool(crate, binary, versionOf) {
  const home = () => join(toolsDir, `${crate}-${versionOf()}`);
  const use = (context) => {
    context.env.PATH = join(home(), "bin") + delimiter + context.env.PATH;
  };
  return {
    name: crate,
    after: ["Rust", "Rust from Debian's packages"],
    ready(context) {
      if (!existsSync(join(home(), "bin", binary))) return false;
      use(context);
      return true;
    },
    async run(context) {
      // Built aside and renamed, so that another clone never sees half a tool.
      const staging = `${home()}.${process.pid}`;
      mkdirSync(toolsDir, { recursive: true });
      try {
        await cargoInstall(crate, versionOf(), staging, { ...context.env, ...profile });
        rmSync(home(), { recursive: true, force: true });
        renameSync(staging, home());
      } finally {
        rmSync(staging, { recursive: true, force: true });
      }
      use(context);
    },
  };
}

export const bindgenVersion = () => lockedVersion(readFileSync(inRoot("Cargo.lock"), "utf8"), "wasm-bindgen");

export const wasmBindgen = tool("wasm-bindgen-cli", "wasm-bindgen", bindgenVersion);

export const geckodriver = tool("geckodriver", "geckodriver", () => "0.37.1");

export const cargoFuzz = tool("cargo-fuzz", "cargo-fuzz", () => "0.13.2");

export const cargoMutants = tool("cargo-mutants", "cargo-mutants", () => "27.1.0");
