import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./lib/build/index.mjs";
import { rustPages, typescriptPages } from "./lib/docs/pages.mjs";
import { main } from "./lib/main.mjs";
import { docsDir } from "./lib/paths.mjs";
import { setUp } from "./lib/setup/index.mjs";

const index = `<!doctype html>
<meta charset="utf-8">
<title>invoscope</title>
<ul>
  <li><a href="js/index.html">npm package</a></li>
  <li><a href="rust/invoscope/index.html">Rust crate</a></li>
</ul>
`;

const { values } = parseArgs({ options: { only: { type: "string" } } });

/** `npm run docs [-- --only js|rust]`: the API pages of package and crate into target/docs; a warning is an error. */
await main(async () => {
  const env = await setUp();
  await build(env);
  mkdirSync(docsDir, { recursive: true });
  if (values.only !== "js") await rustPages(env);
  if (values.only !== "rust") await typescriptPages(env);
  const start = join(docsDir, "index.html");
  writeFileSync(start, index);
  process.stdout.write(`${start}\n`);
});
