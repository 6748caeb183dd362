import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../paths.mjs";
import { buildStep } from "./step.mjs";

const sources = "src/catalog/texts";
const made = "src/js/texts";

/** `{ id: [title, cause, check, fix] }` of files of five-line blocks. */
export function textsOf(files) {
  const blocks = files.flatMap((file) => file.trim().split("\n\n"));
  return Object.fromEntries(
    blocks.map((block) => {
      const [id, ...sentences] = block.split("\n");
      if (sentences.length !== 4) throw new Error(`expected five lines, found ${block}`);
      return [id, sentences];
    }),
  );
}

function moduleOf(language) {
  const folder = inRoot(sources, language);
  const texts = textsOf(readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")));
  return `// Made from ${sources}/${language}.
import type { CatalogTexts } from "../catalog-texts.ts";

const texts: CatalogTexts = ${JSON.stringify(texts)};
export default texts;
`;
}

/** The catalog's sentences → a module a language in src/js/texts, where tsc and the tests find them. */
export const texts = buildStep({
  name: "texts",
  inputs: [sources],
  make() {
    mkdirSync(inRoot(made), { recursive: true });
    return readdirSync(inRoot(sources)).map((language) => {
      const file = `${made}/${language}.ts`;
      writeFileSync(inRoot(file), moduleOf(language));
      return file;
    });
  },
});
