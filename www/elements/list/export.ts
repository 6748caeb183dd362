import type { InvocationStore, ListQuery, RunRow } from "invoscope";

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

/** One line of CSV (RFC 4180). A cell that a spreadsheet would compute is marked as text. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return cells
    .map((cell) => {
      const text = String(cell ?? "");
      const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(",");
}

/**
 * The runs that pass a query, all of them, as a file's text: CSV has a row for each row of the list, NDJSON a record
 * for each run, as it came; such a file opens as a saved answer.
 *
 * `onProgress` is told after each slice; `mask` is applied to every part of the text.
 */
export async function exportRuns(
  store: InvocationStore,
  query: ListQuery,
  kind: ExportKind,
  mask: (text: string) => string,
  onProgress: (done: number, all: number) => void,
): Promise<Blob> {
  // A spreadsheet takes a file without this mark for the system's own charset.
  const parts: string[] = kind === "csv" ? ["\ufeff", `${csvLine(COLUMNS.map(([name]) => name))}\r\n`] : [];
  for (let offset = 0, total = 1; offset < total; offset += SLICE) {
    const slice = store.list({ ...query, offset, limit: SLICE });
    total = slice.total;
    const lines =
      kind === "csv"
        ? slice.rows.map((row) => `${mask(csvLine(COLUMNS.map(([, cell]) => cell(row))))}\r\n`)
        : slice.rows.flatMap((row) => row.invokeIds.map((id) => `${recordLine(store, id, mask)}\n`));
    parts.push(lines.join(""));
    onProgress(Math.min(offset + SLICE, total), total);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: kind === "csv" ? "text/csv" : "application/x-ndjson" });
}

function recordLine(store: InvocationStore, id: string, mask: (text: string) => string): string {
  // Line breaks of the answer stand between values, never inside a text: JSON escapes those.
  const line = store.raw(id).replaceAll(/[\r\n]+\s*/g, "");
  const masked = mask(line);
  return masked === line || isJson(masked)
    ? masked
    : JSON.stringify(JSON.parse(line), (_, value) => maskedValue(value, mask));
}

function maskedValue(value: unknown, mask: (text: string) => string): unknown {
  return typeof value === "string" ? mask(value) : value;
}

/** A mask knows no JSON and may take an escape apart. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Lets the browser save a file. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
