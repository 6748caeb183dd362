import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { capture, run, succeeds, which } from "../run.mjs";
import { isAtLeast, wantedRust } from "../versions.mjs";
import { debianEnv, isDebianRustReady, mayUseDebian } from "./debian.mjs";

export const wasmTarget = "wasm32-unknown-unknown";

/**
 * For the wasm target alone. Stores that LLVM sinks into one place make every `Vec` longer: without them the module is
 * 9 of 231 kB smaller, and as fast. What is to be in its caller says so; of the rest LLVM by itself would copy another
 * 12 kB into callers.
 */
const sizeFlags = "-Cllvm-args=-sink-common-insts=0 -Cllvm-args=-inline-threshold=100";

/** Chromium, Firefox and Safari have had SIMD since 91, 89 and 16.4. */
export const wasmRustFlags = `-Ctarget-feature=+simd128 ${sizeFlags}`;

/** For engines without it. */
export const scalarRustFlags = sizeFlags;

/** Where cargo finds the flags of the wasm target. */
export const rustFlagsVariable = `CARGO_TARGET_${wasmTarget.replaceAll("-", "_").toUpperCase()}_RUSTFLAGS`;

const missing = (reason) =>
  new Error(
    [
      reason,
      `Needed: Rust ${wantedRust(readFileSync(inRoot("Cargo.toml"), "utf8"))} or later with clippy, rustfmt and ${wasmTarget}.`,
      "  With rustup (https://rustup.rs):",
      `    rustup update stable && rustup target add ${wasmTarget} && rustup component add clippy rustfmt`,
      "  Or on Debian, as root: INVOSCOPE_RUST=debian before this command, which then installs Debian's packages.",
    ].join("\n"),
  );

async function rustVersion(env) {
  const { status, output } = await capture("rustc", ["--version"], { env });
  return status === 0 ? output.match(/rustc (\S+)/)?.[1] : undefined;
}

/** Complete: the compiler, the standard library for wasm32, clippy and rustfmt. */
async function isComplete(env) {
  const libs = await capture("rustc", ["--print", "target-libdir", "--target", wasmTarget], { env });
  const dir = libs.output.trim();
  return (
    libs.status === 0 &&
    existsSync(dir) &&
    readdirSync(dir).some((file) => file.startsWith("libstd-")) &&
    (await succeeds("cargo", ["clippy", "--version"], { env })) &&
    (await succeeds("cargo", ["fmt", "--version"], { env }))
  );
}

async function completeByRustup(env) {
  await run("rustup", ["target", "add", wasmTarget], { env });
  await run("rustup", ["component", "add", "clippy", "rustfmt"], { env });
}

/** Why the Rust on PATH cannot be used as it is, or undefined when it can. */
async function whatIsMissing(env) {
  const version = which("rustc") && which("cargo") && (await rustVersion(env));
  if (!version) return { reason: "There is no Rust toolchain.", byRustup: true };
  const wanted = wantedRust(readFileSync(inRoot("Cargo.toml"), "utf8"));
  if (!isAtLeast(version, wanted)) return { reason: `Rust ${version} is too old.`, byRustup: false };
  if (await isComplete(env)) return undefined;
  return { reason: `Rust ${version} lacks ${wasmTarget}, clippy or rustfmt.`, byRustup: true };
}

/**
 * Decides which Rust is used: the one on PATH, completed by rustup where it
 * can be, otherwise Debian's. `context.debianRust` is set when Debian's has
 * still to be installed. INVOSCOPE_RUST=rustup or =debian allows one alone.
 */
export const rustToolchain = {
  name: "Rust",
  async ready(context) {
    const only = process.env.INVOSCOPE_RUST;
    if (only !== "debian") {
      context.rustMissing = await whatIsMissing(context.env);
      if (!context.rustMissing) return true;
    }
    if (only === "rustup" || !(await isDebianRustReady())) return false;
    Object.assign(context.env, await debianEnv(context.env));
    return true;
  },
  async run(context) {
    const only = process.env.INVOSCOPE_RUST;
    let reason = context.rustMissing?.reason;
    if (context.rustMissing?.byRustup && which("rustup")) {
      try {
        return await completeByRustup(context.env);
      } catch (error) {
        reason += ` rustup cannot add it:\n${error.output ?? error.message}`;
      }
    }
    // A toolchain that one `rustup update` mends is left to its owner.
    const isTooOld = context.rustMissing && !context.rustMissing.byRustup;
    if (only === "rustup" || isTooOld || !mayUseDebian()) throw missing(reason ?? "Not root, or no apt-get.");
    context.debianRust = true;
    return "Debian's packages will be used";
  },
};
