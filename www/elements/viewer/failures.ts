import { filteredRows } from "../session/filter.ts";
import type { Place } from "../session/navigate.ts";
import { familiesOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";

/** The place of the failure after an instance, or before it; `undefined` where nothing failed. */
export function nextFailure(
  session: Session,
  runId: string,
  instance: string,
  by: 1 | -1,
): Place | undefined {
  const failed = filteredRows(session, runId, "is:failed", { by: "attention", reverse: false });
  if (failed.length === 0) return undefined;
  const at = failed.findIndex((row) => row.instanceId === instance);
  const next = at < 0 ? (by === 1 ? 0 : failed.length - 1) : (at + by + failed.length) % failed.length;
  const row = failed[next];
  const family = familiesOf(session, runId).find(({ instanceIds }) => instanceIds[0] === row?.instanceId);
  return { instance: row?.instanceId ?? "", line: family?.decisiveLine };
}
