import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONSUMERS } from "./paths.ts";

/** What one consumer came to. */
export interface Row {
  /** Its folder in `tests/package`. */
  readonly project: string;
  /** Its tools with their versions, as its lock file has them. */
  readonly tools: readonly string[];
  /** Where it was run, and works. */
  readonly ranIn: readonly string[];
}

const FILE = join(CONSUMERS, "matrix.md");

/** Node and Chromium are the machine's: they are told, but no other machine has to have the same. */
const MACHINE = /^Last written with .*$/m;

/** The table as a page. */
export function matrixPage(rows: readonly Row[], machine: string): string {
  const cells = rows
    .toSorted((a, b) => (a.project < b.project ? -1 : 1))
    .map(({ project, tools, ranIn }) => [
      `[${project}](${project})`,
      tools.join(", ") || "—",
      ranIn.join(", "),
      "works",
    ]);
  const table = [["project", "with", "runs in", "result"], ["---", "---", "---", "---"], ...cells];
  return `# What the package was tried in

Each row is a project of this folder. It installs the packed tarball, builds, runs [the same source](shared) and has to
read the answer of the API page, and refuse a cut one with its code. \`consumers.test.ts\` fails where the table is not
what it finds; \`UPDATE_MATRIX=1\` writes it.

${table.map((row) => `| ${row.join(" | ")} |`).join("\n")}

Last written with ${machine}.
`;
}

/** The page as it was written, and a page to compare with it: neither names the machine. */
export function compared(page: string): { written: string; found: string } {
  if (process.env.UPDATE_MATRIX !== undefined) writeFileSync(FILE, page);
  return { written: readFileSync(FILE, "utf8").replace(MACHINE, ""), found: page.replace(MACHINE, "") };
}
