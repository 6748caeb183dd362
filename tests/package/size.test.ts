import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";
import { expect, inject, test } from "vitest";
import budgets from "../size.json" with { type: "json" };
import { ROOT } from "./support/paths.ts";

/**
 * What each figure is of: a source, bundled and minified as a page would load it, or the module. What is imported on
 * demand is not in the figure of the entry that demands it; `./define` in one file has all of it.
 */
const SOURCES: Readonly<Record<keyof typeof budgets, string>> = {
  wasm: "",
  "types of InvocationClient only":
    'import type { InvocationClient } from "invoscope"; export const a: InvocationClient[] = [];',
  "parse only": 'export { default, parse } from "invoscope";',
  "entry .": 'export * from "invoscope"; export { default } from "invoscope";',
  "entry ./slim": 'export * from "invoscope/slim"; export { default } from "invoscope/slim";',
  "entry ./viewer beside .": 'import "invoscope/viewer";',
  "entry ./define beside ., one file": 'import "invoscope/define";',
};

interface Choices {
  /** What is left out. */
  readonly without?: RegExp;
  /** Whether what is imported on demand is in the same file. */
  readonly isOneFile?: boolean;
}

/** Brotli bytes of the files that a page loads before a source runs: what it imports of the package, on demand aside. */
async function bundled(contents: string, { without, isOneFile = false }: Choices = {}): Promise<number> {
  // `external: ["invoscope"]` would leave out its other entries too.
  const leaveOut: Plugin = {
    name: "leave-out",
    setup({ onResolve }) {
      if (without !== undefined) onResolve({ filter: without }, ({ path }) => ({ path, external: true }));
    },
  };
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    plugins: [leaveOut],
    bundle: true,
    minify: true,
    format: "esm",
    splitting: !isOneFile,
    outdir: ROOT,
    absWorkingDir: ROOT,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const loaded = loadedBefore("stdin.js", metafile.outputs);
  return outputFiles
    .filter(({ path }) => loaded.has(relative(ROOT, path)))
    .reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0);
}

/** The files that are imported statically, from file to file. */
function loadedBefore(entry: string, outputs: Metafile["outputs"]): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && !external) loaded.add(path);
    }
  }
  return loaded;
}

async function measured(name: keyof typeof budgets): Promise<number> {
  if (name === "wasm") {
    return brotliCompressSync(readFileSync(join(inject("unpacked"), "dist/wasm/invoscope_bg.wasm"))).length;
  }
  return bundled(SOURCES[name], {
    isOneFile: name.endsWith("one file"),
    ...(name.includes("beside .") && { without: /^invoscope$/ }),
  });
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
