import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { expect, inject, test } from "vitest";
import budgets from "../size.json" with { type: "json" };
import { ROOT } from "./support/paths.ts";

/** What each figure is of: a source, bundled and minified as a page would load it, or the module. */
const SOURCES: Readonly<Record<keyof typeof budgets, string>> = {
  wasm: "",
  "types of InvocationClient only":
    'import type { InvocationClient } from "invoscope"; export const a: InvocationClient[] = [];',
  "parse only": 'export { default, parse } from "invoscope";',
  "entry .": 'export * from "invoscope"; export { default } from "invoscope";',
  "entry ./slim": 'export * from "invoscope/slim"; export { default } from "invoscope/slim";',
  "entry ./viewer beside .": 'import "invoscope/viewer";',
};

/** Brotli bytes of a source with what it imports of the package. */
async function bundled(contents: string, without?: RegExp): Promise<number> {
  // `external: ["invoscope"]` would leave out its other entries too.
  const leaveOut: Plugin = {
    name: "leave-out",
    setup({ onResolve }) {
      if (without !== undefined) onResolve({ filter: without }, ({ path }) => ({ path, external: true }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    plugins: [leaveOut],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}

async function measured(name: keyof typeof budgets): Promise<number> {
  if (name === "wasm") {
    return brotliCompressSync(readFileSync(join(inject("unpacked"), "dist/wasm/invoscope_bg.wasm"))).length;
  }
  return bundled(SOURCES[name], name === "entry ./viewer beside ." ? /^invoscope$/ : undefined);
}

const names = Object.keys(budgets) as (keyof typeof budgets)[];

test.each(names)("%s is within its ceiling", async (name) => {
  const { ceiling, goal } = budgets[name];
  const bytes = await measured(name);
  console.log(`${name}: ${bytes} bytes of brotli; ceiling ${ceiling}, goal ${goal}`);

  expect(bytes).toBeLessThanOrEqual(ceiling);
});

test("what is not imported is not bundled", async () => {
  const types = await measured("types of InvocationClient only");
  const parse = await measured("parse only");
  const all = await measured("entry .");

  expect([types < 50, parse < all * 0.6]).toEqual([true, true]);
});
