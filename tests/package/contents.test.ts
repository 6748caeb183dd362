import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { expect, inject, test } from "vitest";
import { ROOT } from "./support/paths.ts";
import { run } from "./support/run.ts";

const files = readdirSync(inject("unpacked"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(inject("unpacked").length + 1));

interface Manifest {
  exports: Record<string, unknown>;
  bin: Record<string, string>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(inject("unpacked"), "package.json"), "utf8"));

/** Every file that a value of `exports` names. */
function targets(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.values(value as object).flatMap(targets);
}

/** Entries whose files are not there. */
const unbuilt = Object.entries(manifest.exports)
  .filter(([, value]) => targets(value).some((target) => !files.includes(target.slice(2))))
  .map(([name]) => name);

test("the tarball has what is used and nothing else", () => {
  const strange = files.filter(
    (file) =>
      !/^(LICENSE|README\.md|package\.json|dist\/custom-elements\.json)$/.test(file) &&
      !/^dist\/(?!.*(\.test\.|\/tests?\/|\.map$|\.tsbuildinfo$)).*(\.js|\.d\.ts|\.wasm|\.css|\.html|\.svg|\.txt)$/.test(
        file,
      ),
  );

  expect(strange).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
  // The built console has a copy of its own, under the hash that lets browsers keep it.
  const modules = files.filter((file) => file.endsWith(".wasm") && !file.startsWith("dist/console/"));
  expect(modules.sort()).toEqual(["dist/wasm/invoscope_bg.wasm", "dist/wasm/invoscope_scalar_bg.wasm"]);
});

test("every entry has its file", () => {
  expect(unbuilt).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(Object.values(manifest.bin).map((file) => file.replace("./", ""))),
  );
});

test("every script has its types", () => {
  // Pages without a bundler have no compiler either.
  const scripts = files.filter((file) => file.endsWith(".js") && !/^dist\/(console|standalone)\//.test(file));

  expect(scripts.filter((file) => !files.includes(file.replace(/\.js$/, ".d.ts")))).toEqual([]);
});

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: inject("unpacked"), strict: true, pack: false });
  const said = messages.filter(({ path }) => !unbuilt.some((name) => path.includes(name)));

  expect(said).toEqual([]);
});

test("the types are right for every resolution (@arethetypeswrong/cli)", async () => {
  // The module and the page are no scripts: there are no types for them to have.
  const excluded = [...unbuilt, "./invoscope_bg.wasm", "./invoscope_scalar_bg.wasm", "./capsule.html.txt"];
  const attw = join(ROOT, "node_modules", ".bin", "attw");
  const args = [
    inject("tarball"),
    "--profile",
    "esm-only",
    "--format",
    "json",
    "--exclude-entrypoints",
    ...excluded,
  ];
  const { analysis } = JSON.parse(await run(attw, args, ROOT));
  // What `esm-only` leaves out: `require` of a package that has no CommonJS, and Node 10.
  const problems = analysis.problems.filter(
    ({ resolutionKind }: { resolutionKind?: string }) =>
      !["node10", "node16-cjs"].includes(resolutionKind ?? ""),
  );

  expect(problems).toEqual([]);
});
