/**
 * Entry of browsers, bundlers and workers.
 *
 * @module
 */
import { type InitInput, instantiate, type LocaleTag } from "./api.ts";
import { loadTexts } from "./catalog-texts.ts";
import { moduleUrl } from "./module-url.ts";

export * from "./index.ts";

let ready: Promise<void> | undefined;

/** What {@link init} loads beside the module. */
export interface InitOptions {
  /** The language that `explain` and its kin answer in; by default the browser's. `loadTexts` loads others. */
  locale?: LocaleTag | undefined;
}

/**
 * Loads the WebAssembly module, once: later calls wait for the first. Beside it loads the catalog's texts in one
 * language.
 *
 * @param source Where the module is or its bytes, for hosts that move or embed it; by default the file beside
 *   this one, compiled while it streams, for engines without simd128 the one without.
 * @throws Whatever fetching and compiling throw; the next call then tries again.
 */
export async function init(
  source?: InitInput | Promise<InitInput>,
  { locale = navigator.language }: InitOptions = {},
): Promise<void> {
  ready ??= instantiate(source ?? moduleUrl()).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await Promise.all([ready, loadTexts(locale)]);
}

export default init;
