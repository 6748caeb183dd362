import type { InstanceRow } from "invoscope";
import type { Session } from "../session/session.ts";
import type { Masker } from "../shared/secrets.ts";

/** What is exported: the rows of a run that pass the filter, and how secrets are treated. */
export interface Selection {
  readonly session: Session;
  readonly runId: string;
  readonly rows: readonly InstanceRow[];
  readonly masker: Masker;
}

/** Rows that are turned into text between two chances to paint. */
const SLICE = 100;

/** The parts of a text, one for each row. */
export async function eachRow(
  rows: readonly InstanceRow[],
  part: (row: InstanceRow) => string,
): Promise<string[]> {
  const parts: string[] = [];
  for (let at = 0; at < rows.length; at += SLICE) {
    parts.push(...rows.slice(at, at + SLICE).map(part));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return parts;
}
