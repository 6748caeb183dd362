/** The figures of a whole run as a page, `tests/soak.md`. */
import type { Gauge } from "./gauge.ts";

/** What was measured after so many rounds. */
export interface Measurement {
  readonly after: string;
  readonly gauge: Gauge;
}

const MIB = 1024 * 1024;

/** One table, a line for each measurement. */
export function tableText(title: string, measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ after, gauge }) => {
    const { heapBytes, wasmBytes, nodes, listeners, timers } = gauge;
    const bytes = [heapBytes, wasmBytes].map((value) => (value / MIB).toFixed(2));
    return `| ${[after, ...bytes, nodes, listeners, timers].join(" | ")} |\n`;
  });
  return `
## ${title}

| after | JS heap, MiB | module's memory, MiB | nodes | listeners | timers |
|---|--:|--:|--:|--:|--:|
${rows.join("")}`;
}

/** The whole page. */
export function pageText(tables: readonly string[]): string {
  return `# What hours of refreshing leave behind

Written by \`npm run soak\`: the built console in Chromium on a run of 500 instances, of which one changes at each refresh
of all: to the next status, with an output that was never there before. Memory is read after garbage collection.
${tables.join("")}`;
}
