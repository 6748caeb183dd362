import { rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../paths.mjs";
import { capture, run } from "../run.mjs";
import { wasmTarget } from "../setup/rust.mjs";
import { bindgenVersion } from "../setup/tools.mjs";
import { buildStep } from "./step.mjs";

const outDir = "target/scalar";

/** Where the scalar module and its glue are. */
export const scalarGlue = inRoot(outDir, "glue", "invoscope.js");

/**
 * The core as hosts have it: without simd128, and with the checks of overflow
 * that a release leaves out. For tests alone, which compare the shipped module
 * with it.
 */
export const scalar = buildStep({
  name: "scalar wasm",
  inputs: ["Cargo.toml", "Cargo.lock", "src"],
  keep: (file) => !file.startsWith("src/js/"),
  extra: async ({ env }) => [bindgenVersion(), (await capture("rustc", ["-vV"], { env })).output],
  async make({ env }) {
    const flags = { CARGO_PROFILE_DEV_OPT_LEVEL: "1", CARGO_PROFILE_DEV_DEBUG: "0" };
    const scalarEnv = { ...env, ...flags, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "" };
    const target = inRoot(outDir);
    await run("cargo", ["build", "--lib", "--target", wasmTarget, "--target-dir", target], {
      env: scalarEnv,
    });
    const glue = join(target, "glue");
    rmSync(glue, { recursive: true, force: true });
    const module = join(target, wasmTarget, "debug", "invoscope.wasm");
    await run("wasm-bindgen", ["--target", "web", "--out-name", "invoscope", "--out-dir", glue, module], {
      env,
    });
    return [`${outDir}/glue/invoscope.js`, `${outDir}/glue/invoscope_bg.wasm`];
  },
});
