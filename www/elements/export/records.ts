import { invokeIdsOf } from "../session/run-load.ts";
import type { Selection } from "./selection.ts";

/**
 * The selected part of a run as answers of the API, one for each `InvokeId` and without line breaks, so that they
 * are the lines of an NDJSON file, which opens as a saved answer.
 *
 * A run that is selected whole keeps every value as it came; in a part of one, numbers beyond 2^53 are rounded.
 */
export async function toRecords({ session, runId, rows, masker }: Selection): Promise<string[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { invokeId, instanceId } of rows) {
    const ids = wanted.get(invokeId) ?? new Set();
    wanted.set(invokeId, ids.add(instanceId ?? ""));
  }
  const records: string[] = [];
  for (const invokeId of invokeIdsOf(runId)) {
    const ids = wanted.get(invokeId);
    if (ids === undefined) continue;
    const { total } = session.store.instances(invokeId, { limit: 0 });
    // Line breaks stand between values, never inside a text: JSON escapes those.
    const raw = session.store.raw(invokeId).replaceAll(/[\r\n]+\s*/g, "");
    records.push(masker.json(ids.size === total ? raw : withInstances(raw, ids)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return records;
}

/** An answer as the store writes it. */
interface Answer {
  Invocations: { Invocation: { InvokeInstances?: { InvokeInstance?: { InstanceId?: string }[] } }[] };
}

function withInstances(raw: string, ids: ReadonlySet<string>): string {
  const answer = JSON.parse(raw) as Answer;
  for (const { InvokeInstances } of answer.Invocations.Invocation) {
    if (InvokeInstances?.InvokeInstance === undefined) continue;
    InvokeInstances.InvokeInstance = InvokeInstances.InvokeInstance.filter(({ InstanceId }) =>
      ids.has(InstanceId ?? ""),
    );
  }
  return JSON.stringify(answer);
}
