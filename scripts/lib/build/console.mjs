import { existsSync } from "node:fs";
import { relative } from "node:path";
import { inRoot, root } from "../paths.mjs";
import { run } from "../run.mjs";
import { filesUnder } from "../stamp.mjs";
import { buildStep } from "./step.mjs";

const config = "www/console/vite.config.ts";

/** www/console → dist/console: the page, bundled with the package as a user's bundler would. */
export const consolePage = buildStep({
  name: "console",
  after: ["scalar wasm-opt", "library", "elements, proxy, simulator", "capsule"],
  inputs: [
    "www",
    "src/js",
    "dist/wasm",
    "dist/elements/capsule.html.txt",
    "package.json",
    "package-lock.json",
  ],
  keep: (file) => !/^www\/(proxy|simulator)\//.test(file),
  async make({ env }) {
    if (!existsSync(inRoot(config))) return [];
    const vite = inRoot("node_modules", ".bin", "vite");
    await run(vite, ["build", "--config", config, "--logLevel", "warn"], { env });
    return filesUnder(["dist/console"]).map((file) => relative(root, file));
  },
});
