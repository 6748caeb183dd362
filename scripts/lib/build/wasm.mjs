import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { inRoot, root } from "../paths.mjs";
import { capture, run } from "../run.mjs";
import { rustFlagsVariable, scalarRustFlags, wasmRustFlags, wasmTarget } from "../setup/rust.mjs";
import { bindgenVersion } from "../setup/tools.mjs";
import { buildStep } from "./step.mjs";

const glueDir = "src/js/wasm";
const scalarDir = "target/scalar";
const scalarGlueDir = `${scalarDir}/glue`;

const outputs = ["invoscope.js", "invoscope.d.ts", "invoscope_bg.wasm", "invoscope_bg.wasm.d.ts"];
const within = (dir) => outputs.map((file) => `${dir}/${file}`);

/** Rust → WebAssembly and its JavaScript glue, in `outDir`. */
async function compile(targetDir, outDir, env) {
  const args = ["build", "--release", "--lib", "--target", wasmTarget, "--target-dir", targetDir];
  await run("cargo", args, { env });
  const module = join(targetDir, wasmTarget, "release", "invoscope.wasm");
  rmSync(inRoot(outDir), { recursive: true, force: true });
  const glueArgs = ["--target", "web", "--out-name", "invoscope", "--out-dir", inRoot(outDir)];
  await run("wasm-bindgen", [...glueArgs, module], { env });
  return within(outDir);
}

const source = {
  inputs: ["Cargo.toml", "Cargo.lock", "src"],
  keep: (file) => !file.startsWith("src/js/"),
};

const toolsOf = async (env) => [bindgenVersion(), (await capture("rustc", ["-vV"], { env })).output];

/** The module and its glue in src/js/wasm, where tsc and the tests find them. */
export const glue = buildStep({
  name: "wasm",
  ...source,
  extra: async ({ env }) => [wasmRustFlags, ...(await toolsOf(env))],
  make: ({ env }) => compile(resolve(root, env.CARGO_TARGET_DIR ?? "target"), glueDir, env),
});

/** The same without simd128; in a folder of its own, so that both are built at once. */
export const scalarGlue = buildStep({
  name: "scalar wasm",
  ...source,
  extra: async ({ env }) => [scalarRustFlags, ...(await toolsOf(env))],
  make: ({ env }) =>
    compile(inRoot(scalarDir), scalarGlueDir, { ...env, [rustFlagsVariable]: scalarRustFlags }),
});

/**
 * For size as it is sent: what is to be fast was made so by the compiler. Compressed, many functions of few locals
 * are smaller than few of many, so what has one caller stays by itself; and functions of one module are alike.
 */
const passes = ["-Oz", "--one-caller-inline-max-function-size=20", "--reorder-functions-by-name"];

/** What rustc's wasm32 target emits; wasm-opt refuses what it is not told of, such as simd128. */
const features = [
  "--enable-bulk-memory",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-multivalue",
  "--enable-sign-ext",
];

const optimise = (from, to, more, env) =>
  run(inRoot("node_modules", ".bin", "wasm-opt"), [...passes, ...features, ...more, from, "-o", to], { env });

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
    const module = inRoot(glueDir, "invoscope_bg.wasm");
    await optimise(module, join(staging, "invoscope_bg.wasm"), ["--enable-simd"], env);
    mkdirSync(inRoot("dist"), { recursive: true });
    rmSync(inRoot("dist", "wasm"), { recursive: true, force: true });
    renameSync(staging, inRoot("dist", "wasm"));
    return within("dist/wasm");
  },
});

/** Beside it the module for engines without simd128, for the same glue. */
export const scalarOptimised = buildStep({
  name: "scalar wasm-opt",
  after: ["wasm-opt", "scalar wasm"],
  inputs: [scalarGlueDir, `${glueDir}/invoscope.js`, "node_modules/binaryen/package.json"],
  extra: () => [...passes, ...features],
  async make({ env }) {
    const [one, other] = [glueDir, scalarGlueDir].map((dir) =>
      readFileSync(inRoot(dir, "invoscope.js"), "utf8"),
    );
    if (one !== other) throw new Error("the module without simd128 needs other glue");
    const file = "dist/wasm/invoscope_scalar_bg.wasm";
    await optimise(inRoot(scalarGlueDir, "invoscope_bg.wasm"), inRoot(file), [], env);
    return [file];
  },
});
