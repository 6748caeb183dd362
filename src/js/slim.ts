/**
 * Entry for hosts that load the WebAssembly module themselves: strict content security policies, single-file
 * pages, runtimes without `fetch` of files.
 *
 * @module
 */
import { initSync, type SyncInitInput } from "./api.ts";

export * from "./index.ts";

let ready = false;

/**
 * Starts the module from its bytes or from a compiled `WebAssembly.Module`; later calls do nothing.
 *
 * Browsers refuse to compile more than 8 MB in one synchronous call on the main thread; this module is far
 * smaller.
 */
export default function init(module: SyncInitInput): void {
  if (!ready) {
    initSync({ module });
    ready = true;
  }
}
