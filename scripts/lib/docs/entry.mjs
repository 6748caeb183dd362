import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";

const head = `/**
 * The library. \`init()\` loads the WebAssembly module, once; in Node it is ready when the import is.
 *
 * @module invoscope
 */
export { init } from "../../dist/web.ts";
`;

/**
 * Writes what the entry \`invoscope\` exports, with the module's functions and classes themselves in place of their
 * guarded values: the types of those only point to them, and a page of "typeof explain" tells a reader nothing.
 */
export function writeLibraryEntry() {
  const index = readFileSync(inRoot("dist", "index.d.ts"), "utf8");
  const own = index.replace('export * from "./api.ts"', 'export * from "./wasm/invoscope.js"');
  if (own === index) throw new Error("dist/index.d.ts exports no ./api.ts: entry.mjs has to follow it");
  const folder = inRoot("target", "typedoc");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/invoscope.d.ts`, head + own.replaceAll('from "./', 'from "../../dist/'));
}
