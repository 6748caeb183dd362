/**
 * Entry of browsers, bundlers and workers.
 *
 * @module
 */
import { type InitInput, instantiate } from "./api.ts";

export * from "./index.ts";

let ready: Promise<void> | undefined;

/**
 * Loads the WebAssembly module, once: later calls wait for the first.
 *
 * @param source Where the module is or its bytes, for hosts that move or embed it; by default the file beside
 *   this one, compiled while it streams.
 * @throws Whatever fetching and compiling throw; the next call then tries again.
 */
export function init(source?: InitInput | Promise<InitInput>): Promise<void> {
  ready ??= instantiate(source === undefined ? undefined : { module_or_path: source }).catch(
    (error: unknown) => {
      ready = undefined;
      throw error;
    },
  );
  return ready;
}

export default init;
