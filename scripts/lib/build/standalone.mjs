import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { inRoot, root } from "../paths.mjs";
import { buildStep } from "./step.mjs";

const ENTRIES = { viewer: "define", define: "define-all", elements: "index" };

/** The library stays one module of its own: a page may import it, too, and its store is the viewer's. */
const library = {
  name: "library",
  setup({ onResolve }) {
    onResolve({ filter: /^invoscope$/ }, () => ({ path: "../web.js", external: true }));
  },
};

/** The page that capsules are made of stays where it is: its address is from another folder here. */
const capsulePage = {
  name: "capsule page",
  setup({ onLoad }) {
    onLoad({ filter: /saved\/template\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace('"../../capsule.html.txt"', '"../elements/capsule.html.txt"');
      if (contents === source) throw new Error(`expected the address of the capsule's page in ${path}`);
      return { contents };
    });
  },
};

/** dist/elements → dist/standalone: the entries with Lit and the icons in them, for pages without a bundler. */
export const standalone = buildStep({
  name: "standalone",
  after: ["elements, proxy, simulator"],
  inputs: ["www/elements", "scripts/lib/build/standalone.mjs", "package-lock.json"],
  async make() {
    const { build } = await import("esbuild");
    const { metafile } = await build({
      entryPoints: Object.fromEntries(
        Object.entries(ENTRIES).map(([name, module]) => [name, inRoot("dist", "elements", `${module}.js`)]),
      ),
      plugins: [library, capsulePage],
      outdir: inRoot("dist", "standalone"),
      chunkNames: "[name]-[hash]",
      absWorkingDir: root,
      bundle: true,
      splitting: true,
      minify: true,
      format: "esm",
      target: "es2022",
      metafile: true,
      logLevel: "warning",
    });
    return Object.keys(metafile.outputs).map((file) => relative(root, inRoot(file)));
  },
});
