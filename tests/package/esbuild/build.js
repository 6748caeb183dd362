import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({ entryPoints: ["main.js"], outdir: "out", bundle: true, minify: true, format: "esm" });
// esbuild leaves `new URL("…wasm", import.meta.url)` as it is: the module belongs beside the bundle.
copyFileSync(fileURLToPath(import.meta.resolve("invoscope/invoscope_bg.wasm")), "out/invoscope_bg.wasm");
