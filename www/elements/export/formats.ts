import type { InstanceRow } from "invoscope";
import { outputOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";
import { CSV_START, csvLine } from "../shared/csv.ts";
import { plain } from "../shared/plain.ts";
import { toRecords } from "./records.ts";
import { eachRow, type Selection } from "./selection.ts";

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
] as const satisfies readonly (keyof InstanceRow)[];

/** A table with a row for each instance, its host's name first and its output last. */
export async function toCsv(selection: Selection): Promise<string[]> {
  const { session, rows, masker } = selection;
  const masked = (cell: string | number | undefined): string | number | undefined =>
    typeof cell === "string" ? masker.text(cell) : cell;
  const lines = await eachRow(rows, (row) => {
    const facts = COLUMNS.map((column) => row[column]);
    return csvLine([nameOf(session, row), ...facts, textOf(selection, row)].map(masked));
  });
  return [CSV_START, csvLine(["label", ...COLUMNS, "output"]), ...lines];
}

/** Answers of the API, one a line: see {@link toRecords}. */
export async function toNdjson(selection: Selection): Promise<string[]> {
  const records = await toRecords(selection);
  return records.map((record) => `${record}\n`);
}

/** Blocks with a heading, as a terminal would show them. */
export function toText(selection: Selection): Promise<string[]> {
  const { session, rows, masker } = selection;
  return eachRow(rows, (row) => {
    const { instanceId = "", exitCode, errorCode, errorInfo = "" } = row;
    const label = nameOf(session, row);
    const name = label === undefined ? instanceId : `${label} ${instanceId}`;
    const exit = exitCode === undefined ? "" : ` exit ${exitCode}`;
    const lost = row.dropped > 0 ? ` (${row.dropped} bytes lost)` : "";
    const reason = errorCode ? `${errorCode}: ${errorInfo}\n` : "";
    return masker.text(
      `==== ${name} ${row.status}${exit}${lost} ====\n${reason}${textOf(selection, row)}\n\n`,
    );
  });
}

function nameOf(session: Session, { instanceId = "" }: InstanceRow): string | undefined {
  return session.label(instanceId);
}

function textOf({ session, runId }: Selection, { instanceId = "" }: InstanceRow): string {
  return plain(outputOf(session, runId, instanceId).text);
}
