import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../package/support/paths.ts";

/** How a fenced block is checked, by the first word after its language. */
export type Runner =
  /** Run by Node beside `answer.json`; prints what the `output` block after it shows. */
  | "node"
  /** A file of the page that its heading describes, built by Vite and run in Chromium. */
  | "page"
  /** What the block before it prints. */
  | "output"
  /** Runs elsewhere: the word behind names the test, which has to have the block's commands in it. */
  | "by";

/** A fenced block of a document. */
export interface Block {
  /** Where to look, such as `COOKBOOK.md:12`. */
  readonly where: string;
  /** The heading over it, as its address in the page: `a-saved-answer`. */
  readonly recipe: string;
  readonly language: string;
  /** The words after the language. */
  readonly words: readonly string[];
  readonly text: string;
}

export const DOCUMENTS = ["README.md", "COOKBOOK.md"] as const;

/** The address that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

/** Every fenced block of a Markdown text. Throws where one is not closed. */
export function blocksOf(markdown: string, name: string): Block[] {
  const blocks: Block[] = [];
  let recipe = "";
  let open: { fence: string; line: number; info: string[]; text: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (open === undefined) {
      const fence = /^(`{3,})(.*)$/.exec(line);
      const heading = /^#+ (.+)$/.exec(line);
      if (fence !== null) {
        const info = (fence[2] ?? "").trim().split(/\s+/);
        open = { fence: fence[1] ?? "", line: index + 1, info, text: [] };
      } else if (heading !== null) recipe = anchor(heading[1] ?? "");
    } else if (line === open.fence) {
      const [language = "", ...words] = open.info;
      blocks.push({
        where: `${name}:${open.line}`,
        recipe,
        language,
        words,
        text: `${open.text.join("\n")}\n`,
      });
      open = undefined;
    } else open.text.push(line);
  }
  if (open !== undefined) throw new Error(`${name}:${open.line}: the block is not closed`);
  return blocks;
}

/** The blocks of all documents. */
export const blocks: readonly Block[] = DOCUMENTS.flatMap((name) =>
  blocksOf(readFileSync(join(ROOT, name), "utf8"), name),
);

export const blocksFor = (runner: Runner): Block[] => blocks.filter(({ words }) => words[0] === runner);
