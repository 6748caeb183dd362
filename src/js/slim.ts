/**
 * Entry for hosts that load the WebAssembly module themselves: strict content security policies, single-file
 * pages, runtimes without `fetch` of files.
 *
 * @module invoscope/slim
 */
import { initSync, type SyncInitInput } from "./api.ts";

export * from "./index.ts";

/**
 * Starts the module from its bytes or from a compiled `WebAssembly.Module`; later calls do nothing.
 *
 * The catalog's texts are not in it: await `loadTexts` before `explain` and its kin.
 *
 * Chromium refuses to compile more than 8 MB in one synchronous call on the main thread; this module is far
 * smaller.
 */
export function init(module: SyncInitInput): void {
  initSync({ module });
}

export default init;
