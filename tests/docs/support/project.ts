import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { clearSources, installProject, type Packed } from "../../package/support/install.ts";
import { ROOT } from "../../package/support/paths.ts";
import { type Block, blocksFor } from "./blocks.ts";

const SOURCE = fileURLToPath(new URL("../project", import.meta.url));

/** A recipe that Node runs, and what it prints. */
export interface NodeRecipe {
  readonly block: Block;
  /** The program, beside `answer.json`. */
  readonly file: string;
  readonly output: string;
}

/** The blocks as files of a project that has the packed package. */
export interface DocsProject {
  readonly folder: string;
  readonly node: readonly NodeRecipe[];
  /** The recipes that are pages, by heading; each has a folder of that name in `pages`. */
  readonly pages: readonly string[];
}

/** Lays every block that is run into a project of its own. `edit` may change what is written, such as an example's id. */
export async function layProject(packed: Packed): Promise<DocsProject> {
  const folder = await installProject(SOURCE, "docs", packed);
  clearSources(folder);
  cpSync(SOURCE, folder, { recursive: true });
  cpSync(join(ROOT, "tests", "examples", "rollout.json"), join(folder, "answer.json"));
  const write = (path: string, text: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const node = blocksFor("node").map((block, index): NodeRecipe => {
    const name = `${block.recipe}-${index}`;
    // The source is checked by the compiler, what is left of it without types is run.
    write(`node/${name}.${block.language}`, block.text);
    const file = write(`${name}.mjs`, withoutTypes(block));
    return { block, file, output: outputAfter(block) };
  });
  const pages = [...new Set(blocksFor("page").map(({ recipe }) => recipe))];
  for (const recipe of pages) layPage(recipe, (path, text) => write(`pages/${recipe}/${path}`, text));
  return { folder, node, pages };
}

function withoutTypes({ language, text }: Block): string {
  return language === "ts" ? transformSync(text, { loader: "ts", format: "esm" }).code : text;
}

/** The `output` block that follows in the same recipe. */
function outputAfter(block: Block): string {
  const after = blocksFor("output").find(
    ({ recipe, where }) => recipe === block.recipe && isLater(where, block.where),
  );
  if (after === undefined) throw new Error(`${block.where}: nothing says what this prints`);
  return after.text;
}

function isLater(one: string, other: string): boolean {
  const [file, line] = one.split(":");
  const [otherFile, otherLine] = other.split(":");
  return file === otherFile && Number(line) > Number(otherLine);
}

function layPage(recipe: string, write: (path: string, text: string) => void): void {
  const own = blocksFor("page").filter((block) => block.recipe === recipe);
  for (const { where, words, text, language } of own) {
    const [, name] = words;
    if (name === undefined) throw new Error(`${where}: the block has no file name`);
    write(name, text);
    // The compiler does not know components of one file; their script is a module like any other.
    const script = language === "vue" ? /<script[^>]*>\n([\s\S]*?)<\/script>/.exec(text)?.[1] : undefined;
    if (script !== undefined) write(name.replace(/\.vue$/, ".setup.ts"), script);
  }
  const names = own.map(({ words }) => words[1] ?? "");
  if (names.includes("index.html")) return;
  const main = names.find((name) => name.startsWith("main."));
  if (main === undefined) throw new Error(`${recipe}: neither index.html nor main.*`);
  write(
    "index.html",
    `<!doctype html><link rel="icon" href="data:,"><title>${recipe}</title><div id="app"></div><script type="module" src="./${main}"></script>\n`,
  );
}
