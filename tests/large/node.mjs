/**
 * `node node.mjs <shape> <reading>`: one measurement, as a line of JSON.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import * as glue from "../../dist/wasm/invoscope.js";
import { measure } from "./measure.mjs";

const module = readFileSync(new URL("../../dist/wasm/invoscope_bg.wasm", import.meta.url));
const [shape, reading] = process.argv.slice(2);
console.log(JSON.stringify(measure(glue, module, shape, reading)));
