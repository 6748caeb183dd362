/** The table of faults and outcomes. Nothing in it depends on the time or the machine. */

/** What became of one fault. */
export interface Outcome {
  readonly name: string;
  readonly faults: readonly string[];
  /** Runs in the account. */
  readonly invocations: number;
  readonly calls: number;
  readonly shown: number;
  readonly stops: number;
  readonly told: readonly string[];
}

const HEAD = `# Faults and outcomes

Written by \`npm run faults\`, which drives the built console in Chromium against the proxy and the simulator. *Strikes*
is in the simulator's notation (\`--fault\`): the fault and the calls that it strikes. *Calls* reached the service;
*shown* are the runs in the list at the end, each once, deleted ones too if they were read before; *stops* are the times
that reading stopped and the reader went on by hand; *said* is what the page said meanwhile, figures as \`#\`.
`;

const COLUMNS = "| fault | strikes | runs | calls | shown | stops | said |\n|---|---|--:|--:|--:|--:|---|\n";

/** One line of the table. */
export function rowText({ name, faults, invocations, calls, shown, stops, told }: Outcome): string {
  const strikes = faults.length === 0 ? "–" : faults.map((fault) => `\`${fault}\``).join(" ");
  const said = told.length === 0 ? "–" : told.join("<br>");
  return `| ${name} | ${strikes} | ${count(invocations)} | ${count(calls)} | ${count(shown)} | ${stops} | ${said} |`;
}

/** The whole file. */
export function tableText(single: readonly Outcome[], together: readonly Outcome[]): string {
  const part = (title: string, rows: readonly Outcome[]) =>
    `\n## ${title}\n\n${COLUMNS}${rows.map(rowText).join("\n")}\n`;
  return HEAD + part("One fault at a time", single) + part("All of them, together", together);
}

function count(number: number): string {
  return number.toLocaleString("en");
}
