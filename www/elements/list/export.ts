import type { InvocationStore, ListQuery, RunRow } from "invoscope";
import { CSV_START, csvLine } from "../shared/csv.ts";
import type { Masker } from "../shared/secrets.ts";

export type ExportKind = "csv" | "ndjson";

/** Rows that are turned into text between two chances to paint. */
const SLICE = 500;

const COLUMNS: readonly [string, (row: RunRow) => string | number | undefined][] = [
  ["InvokeIds", (row) => row.invokeIds.join(" ")],
  ["CommandName", (row) => row.commandName],
  ["CommandId", (row) => row.commandId],
  ["CommandType", (row) => row.commandType],
  ["Status", (row) => row.status ?? ""],
  ["ReportedStatus", (row) => row.reported.join(" ")],
  ["Instances", (row) => row.counts.total],
  ["Failed", (row) => row.counts.failed],
  ["Success", (row) => row.counts.success],
  ["Running", (row) => row.counts.running],
  ["Pending", (row) => row.counts.pending],
  ["Scheduled", (row) => row.counts.scheduled],
  ["Stopping", (row) => row.counts.stopping],
  ["Stopped", (row) => row.counts.stopped],
  ["Unknown", (row) => row.counts.unknown],
  ["CreationTime", (row) => row.creationTime],
  ["RepeatMode", (row) => row.repeatMode],
  ["Frequency", (row) => row.frequency],
  ["Timed", (row) => row.timed],
  ["Username", (row) => row.username],
  ["Tags", (row) => row.tags.map((tag) => `${tag.key ?? ""}=${tag.value ?? ""}`).join(" ")],
];

/**
 * The runs that pass a query, all of them, as a file's text: CSV has a row for each row of the list, NDJSON a record
 * for each run, as it came; such a file opens as a saved answer.
 *
 * `onProgress` is told after each slice.
 */
export async function exportRuns(
  store: InvocationStore,
  query: ListQuery,
  kind: ExportKind,
  masker: Masker,
  onProgress: (done: number, all: number) => void,
): Promise<Blob> {
  const parts: string[] = kind === "csv" ? [CSV_START, csvLine(COLUMNS.map(([name]) => name))] : [];
  const masked = (cell: string | number | undefined): string | number | undefined =>
    typeof cell === "string" ? masker.text(cell) : cell;
  for (let offset = 0, total = 1; offset < total; offset += SLICE) {
    const slice = store.list({ ...query, offset, limit: SLICE });
    total = slice.total;
    const lines =
      kind === "csv"
        ? slice.rows.map((row) => csvLine(COLUMNS.map(([, cell]) => masked(cell(row)))))
        : slice.rows.flatMap((row) => row.invokeIds.map((id) => `${recordLine(store, id, masker)}\n`));
    parts.push(lines.join(""));
    onProgress(Math.min(offset + SLICE, total), total);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: kind === "csv" ? "text/csv" : "application/x-ndjson" });
}

function recordLine(store: InvocationStore, id: string, masker: Masker): string {
  // Line breaks of the answer stand between values, never inside a text: JSON escapes those.
  return masker.json(store.raw(id).replaceAll(/[\r\n]+\s*/g, ""));
}
