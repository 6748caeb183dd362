import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../package/support/paths.ts";
import { type Block, blocks, blocksFor, blocksOf, type Runner } from "./support/blocks.ts";

const LANGUAGES: Readonly<Record<Runner, readonly string[]>> = {
  node: ["js", "ts"],
  page: ["html", "js", "ts", "tsx", "vue"],
  output: ["text"],
  by: ["sh"],
};

const isRunner = (word: string | undefined): word is Runner =>
  word !== undefined && Object.hasOwn(LANGUAGES, word);

/** The commands of a shell block, without comments and options that only a person chooses. */
const commandsOf = ({ text }: Block): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+# .*$/, "").trim())
    .filter((line) => line !== "");

describe("every block", () => {
  test.each(blocks.map((block) => [block.where, block] as const))("%s says how it is run", (_, block) => {
    const [runner] = block.words;
    if (!isRunner(runner)) throw new Error(`no runner: ${[block.language, ...block.words].join(" ")}`);
    expect(LANGUAGES[runner]).toContain(block.language);
  });

  test("there are some of each kind", () => {
    for (const runner of Object.keys(LANGUAGES)) {
      expect(
        blocks.some(({ words }) => words[0] === runner),
        runner,
      ).toBe(true);
    }
  });
});

describe("a shell block is run by the test that it names", () => {
  const named = blocksFor("by").map((block) => [block.where, block] as const);
  test.each(named)("%s", (_, block) => {
    const source = readFileSync(join(ROOT, block.words[1] ?? ""), "utf8");
    for (const command of commandsOf(block)) expect(source, command).toContain(command);
  });
});

describe("the reader of blocks", () => {
  test("knows heading, language, words and text", () => {
    const read = blocksOf("# A\n## Vue, and *more*!\n```vue page App.vue\n<p>\n\n</p>\n```\n", "X.md");

    expect(read).toEqual([
      {
        where: "X.md:3",
        recipe: "vue-and-more",
        language: "vue",
        words: ["page", "App.vue"],
        text: "<p>\n\n</p>\n",
      },
    ]);
  });

  test("keeps fences within longer fences, and headings within blocks", () => {
    const read = blocksOf("## A\n````md by x\n```\n# B\n```\n````\n```js node\n```\n", "X.md");

    expect(read.map(({ recipe, text }) => [recipe, text])).toEqual([
      ["a", "```\n# B\n```\n"],
      ["a", "\n"],
    ]);
  });

  test("refuses a block without an end", () => {
    expect(() => blocksOf("```js node\n1", "X.md")).toThrow("X.md:1");
  });
});
