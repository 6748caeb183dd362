import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { inRoot, root } from "../paths.mjs";
import { capture, run } from "../run.mjs";
import { wasmRustFlags, wasmTarget } from "../setup/rust.mjs";
import { bindgenVersion } from "../setup/tools.mjs";
import { buildStep } from "./step.mjs";

const glueDir = "src/js/wasm";

const outputs = ["invoscope.js", "invoscope.d.ts", "invoscope_bg.wasm", "invoscope_bg.wasm.d.ts"];
const within = (dir) => outputs.map((file) => `${dir}/${file}`);

/** Rust → WebAssembly and its JavaScript glue, in src/js/wasm, where tsc and the tests find it. */
export const glue = buildStep({
  name: "wasm",
  inputs: ["Cargo.toml", "Cargo.lock", "src"],
  keep: (file) => !file.startsWith("src/js/"),
  extra: async ({ env }) => [
    wasmRustFlags,
    bindgenVersion(),
    (await capture("rustc", ["-vV"], { env })).output,
  ],
  async make({ env }) {
    await run("cargo", ["build", "--release", "--lib", "--target", wasmTarget], { env });
    const target = resolve(root, env.CARGO_TARGET_DIR ?? "target");
    const module = join(target, wasmTarget, "release", "invoscope.wasm");
    rmSync(inRoot(glueDir), { recursive: true, force: true });
    const args = ["--target", "web", "--out-name", "invoscope", "--out-dir", inRoot(glueDir)];
    await run("wasm-bindgen", [...args, module], { env });
    return within(glueDir);
  },
});

/**
 * For size as it is sent: what is to be fast was made so by the compiler. Compressed, many functions of few locals
 * are smaller than few of many, so what has one caller stays by itself; and functions of one module are alike.
 */
const passes = ["-Oz", "--one-caller-inline-max-function-size=20", "--reorder-functions-by-name"];

/** What rustc's wasm32 target and simd128 emit; wasm-opt refuses what it is not told of. */
const features = [
  "--enable-simd",
  "--enable-bulk-memory",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-multivalue",
  "--enable-sign-ext",
];

/** The optimised module in dist/wasm; there is no way to ship the other one. */
export const optimised = buildStep({
  name: "wasm-opt",
  after: ["wasm"],
  inputs: [glueDir, "node_modules/binaryen/package.json"],
  extra: () => [...passes, ...features],
  async make({ env }) {
    const staging = inRoot("target", "wasm-opt");
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    for (const file of readdirSync(inRoot(glueDir))) copyFileSync(inRoot(glueDir, file), join(staging, file));
    const wasm = join(staging, "invoscope_bg.wasm");
    const wasmOpt = inRoot("node_modules", ".bin", "wasm-opt");
    await run(wasmOpt, [...passes, ...features, inRoot(glueDir, "invoscope_bg.wasm"), "-o", wasm], { env });
    mkdirSync(inRoot("dist"), { recursive: true });
    rmSync(inRoot("dist", "wasm"), { recursive: true, force: true });
    renameSync(staging, inRoot("dist", "wasm"));
    return within("dist/wasm");
  },
});
