/**
 * Entry of Node and of servers built for it: the module is ready when the import is.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { initSync } from "./api.ts";
import { addTexts } from "./catalog-texts.ts";
import en from "./texts/en.ts";
import zhCn from "./texts/zh-CN.ts";

export * from "./index.ts";

/**
 * Bundlers for servers know by the first expression, and only as it stands, that the file is wanted. Turbopack makes
 * a path for browsers of it even where it builds for a server; there the file is beside this one, whose place it
 * keeps.
 */
function modulePath(): string {
  const { href } = new URL("./wasm/invoscope_bg.wasm", import.meta.url);
  if (href.startsWith("file:")) return fileURLToPath(href);
  return join(dirname(fileURLToPath(import.meta.url)), "wasm", "invoscope_bg.wasm");
}

initSync({ module: readFileSync(modulePath()) });
addTexts("zh-CN", zhCn);
addTexts("en", en);

/** Does nothing: the module and both languages are ready. Here so that the same source runs in browsers. */
export function init(): Promise<void> {
  return Promise.resolve();
}

export default init;
