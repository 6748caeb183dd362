import { summaryOf } from "../session/run-data.ts";
import { invokeIdsOf } from "../session/run-load.ts";
import { type CapsuleInfo, packed, partsOf } from "../shared/saved/capsule-format.ts";
import { toRecords } from "./records.ts";
import type { Selection } from "./selection.ts";

/** The selected part of a run as one page that opens from disk, without network, and has the same views. */
export async function toCapsule(selection: Selection, filter: string): Promise<string[]> {
  const { session, runId, rows, masker } = selection;
  const [template, records] = await Promise.all([session.capsuleTemplate(), toRecords(selection)]);
  const { run, outputsMissing } = summaryOf(session, runId);
  const ids = new Set(rows.map(({ instanceId }) => instanceId ?? ""));
  const info: CapsuleInfo = {
    invoscopeCapsule: 1,
    madeAt: new Date().toISOString(),
    runId: invokeIdsOf(runId)
      .filter((id) => rows.some(({ invokeId }) => invokeId === id))
      .join(","),
    regionId: session.regionId,
    locale: session.locale,
    labels: Object.fromEntries(Object.entries(session.labels).filter(([id]) => ids.has(id))),
    filter: rows.length < run.counts.total ? filter : "",
    instances: rows.length,
    allInstances: run.counts.total,
    outputsMissing,
    masked: masker.isOn ? masker.found : null,
  };
  const parts = partsOf(template);
  if (parts === undefined) throw new Error("expected a template for capsules, found another page");
  return [parts.head, await packed([JSON.stringify(info), ...records]), parts.tail];
}
