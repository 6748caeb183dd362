import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ROOT } from "../package/support/paths.ts";
import { run } from "../package/support/run.ts";

const SHARED = {
  target: "ES2022",
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  types: ["node"],
};

/** How users' projects find modules, and the least of libraries that theirs have. */
const SETTINGS = {
  bundler: { ...SHARED, module: "ESNext", moduleResolution: "bundler" },
  node16: { ...SHARED, module: "Node16", moduleResolution: "node16" },
  nodenext: { ...SHARED, module: "NodeNext", moduleResolution: "nodenext" },
};

let project: string;

/** A project with the packed package, its dependencies and Node's types in its node_modules. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "invoscope-types-"));
  const modules = join(project, "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  cpSync(inject("unpacked"), join(modules, "invoscope"), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const name of ["@types/node", "undici-types", ...Object.keys(dependencies)]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  cpSync(join(ROOT, "tests/types/surface.ts"), join(project, "surface.ts"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

// `skipLibCheck` off: the declarations have to stand by themselves.
test.each(Object.entries(SETTINGS))(
  "the packed types hold under %s, strictly",
  async (_, compilerOptions) => {
    const config = { compilerOptions: { ...compilerOptions, skipLibCheck: false }, files: ["surface.ts"] };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(ROOT, "node_modules", ".bin", "tsc");

    await expect(run(tsc, ["-p", project, "--pretty", "false"], project)).resolves.toBe("");
  },
);
