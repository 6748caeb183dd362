import type { InstanceRow } from "invoscope";

/** One column of a strip. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly failed: number;
  readonly other: number;
}

const COLUMNS = 60;

/** Sorts durations into columns of equal width, from zero to the longest. */
export function binsOf(
  rows: readonly InstanceRow[],
  secondsOf: (row: InstanceRow) => number | undefined,
): { bins: Bin[]; longest: number } {
  const longest = Math.max(1, ...rows.map((row) => secondsOf(row) ?? 0));
  // Whole seconds: a column that stands for half of one would always be empty.
  const width = Math.max(1, Math.ceil(longest / COLUMNS));
  const bins = Array.from({ length: Math.floor(longest / width) + 1 }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
    failed: 0,
    other: 0,
  }));
  for (const row of rows) {
    const seconds = secondsOf(row);
    const bin = seconds === undefined || seconds < 0 ? undefined : bins[Math.floor(seconds / width)];
    if (bin === undefined) continue;
    if (row.outcome === "failed") bin.failed += 1;
    else bin.other += 1;
  }
  return { bins, longest: bins.length * width };
}
