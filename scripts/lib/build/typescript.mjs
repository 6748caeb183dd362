import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { inRoot, root } from "../paths.mjs";
import { run } from "../run.mjs";
import { filesUnder } from "../stamp.mjs";
import { buildStep } from "./step.mjs";
import { withTightStyles } from "./styles.mjs";
import { withTightTemplates } from "./templates.mjs";

const isTypeScript = (file) => /(?<!\.d|\.test)\.ts$/.test(file);

async function compile(project, sources, env) {
  // tsc takes a project without sources for a mistake; a package may start without one of its rooms.
  if (filesUnder(sources, isTypeScript).length === 0) return [];
  const tsc = inRoot("node_modules", ".bin", "tsc");
  const output = await run(tsc, ["-p", project, "--listEmittedFiles", "--pretty", "false"], { env });
  return [...output.matchAll(/^TSFILE: (.+)$/gm)].map(([, file]) => relative(root, file.trim()));
}

const config = (project) => [project, "tsconfig.base.json", "package-lock.json"];

/** src/js → dist: the package's entries. */
export const library = buildStep({
  name: "library",
  after: ["wasm", "texts"],
  inputs: ["src/js", ...config("tsconfig.lib.json")],
  keep: (file) => !file.endsWith(".wasm"),
  make: ({ env }) => compile("tsconfig.lib.json", ["src/js"], env),
});

async function tighten(file) {
  const source = readFileSync(file, "utf8");
  const tight = await withTightTemplates(withTightStyles(source));
  if (tight !== source) writeFileSync(file, tight);
}

const rooms = ["www/elements", "www/proxy", "www/simulator"];

/** www → dist: elements, proxy and simulator, which import the library by its name. */
export const parts = buildStep({
  name: "elements, proxy, simulator",
  after: ["library", "wasm-opt"],
  inputs: [
    ...rooms,
    "src/js",
    "package.json",
    "scripts/lib/build/styles.mjs",
    "scripts/lib/build/templates.mjs",
    ...config("tsconfig.www.json"),
  ],
  keep: (file) => !file.endsWith(".wasm"),
  make: async ({ env }) => {
    const files = await compile("tsconfig.www.json", rooms, env);
    for (const file of files.filter((name) => /^dist\/elements\/.*\.js$/.test(name)))
      await tighten(inRoot(file));
    return files;
  },
});
