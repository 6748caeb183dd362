import type { InstanceRow } from "invoscope";
import { outputOf } from "../session/run-data.ts";
import { invokeIdsOf } from "../session/run-load.ts";
import type { Session } from "../session/session.ts";
import { plain } from "../shared/plain.ts";

const COLUMNS = [
  "invokeId",
  "instanceId",
  "status",
  "exitCode",
  "errorCode",
  "errorInfo",
  "creationTime",
  "startTime",
  "finishTime",
  "queueSeconds",
  "runSeconds",
  "outputBytes",
  "dropped",
] as const;

/** RFC 4180, with a mark that makes spreadsheets read UTF-8. */
export function toCsv(session: Session, rows: readonly InstanceRow[]): string {
  const head = ["label", ...COLUMNS];
  const lines = rows.map((row) => [
    session.label(row.instanceId ?? "") ?? "",
    ...COLUMNS.map((column) => String(row[column] ?? "")),
  ]);
  return `\ufeff${[head, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that begins like a formula would be run by a spreadsheet: it is kept as text. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One JSON object a line, with the output as text. */
export function toNdjson(session: Session, runId: string, rows: readonly InstanceRow[]): string {
  return rows
    .map((row) => JSON.stringify({ ...row, output: outputOf(session, runId, row.instanceId ?? "").text }))
    .map((line) => `${line}\n`)
    .join("");
}

/** Blocks with a heading, as a terminal would show them. */
export function toText(session: Session, runId: string, rows: readonly InstanceRow[]): string {
  return rows
    .map((row) => {
      const id = row.instanceId ?? "";
      const label = session.label(id);
      const exit = row.exitCode === undefined ? "" : ` exit ${row.exitCode}`;
      const lost = row.dropped > 0 ? ` (${row.dropped} bytes lost)` : "";
      const name = label === undefined ? id : `${label} ${id}`;
      const reason = row.errorCode ? `${row.errorCode}: ${row.errorInfo ?? ""}\n` : "";
      return `==== ${name} ${row.status}${exit}${lost} ====\n${reason}${plain(outputOf(session, runId, id).text)}\n`;
    })
    .join("\n");
}

/** The command line that asks for the same. */
export function toCli(session: Session, runId: string): string {
  return invokeIdsOf(runId)
    .map(
      (id) =>
        `aliyun ecs DescribeInvocations --RegionId ${quote(session.regionId)} --InvokeId ${quote(id)} --IncludeOutput true`,
    )
    .join("\n");
}

function quote(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
