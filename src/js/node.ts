/**
 * Entry of Node and of servers built for it: the module is ready when the import is.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { initSync } from "./api.ts";

export * from "./index.ts";

initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });

/** Does nothing: the module is ready. Here so that the same source runs in browsers. */
export function init(): Promise<void> {
  return Promise.resolve();
}

export default init;
