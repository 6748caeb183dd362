import { instanceState } from "../account/instance-state.ts";
import type { Run } from "../account/run.ts";
import { legacyOverallStatus, overallStatus } from "../account/status.ts";
import type { Query } from "./query.ts";

/** Whether a run passes the filters that both actions share. */
export function passesQuery(run: Run, query: Query): boolean {
  if (query.invokeId !== undefined && run.invokeId !== query.invokeId) return false;
  if (query.commandId !== undefined && run.command.commandId !== query.commandId) return false;
  if (query.resourceGroupId !== undefined && run.resourceGroupId !== query.resourceGroupId) return false;
  if (query.instanceId !== undefined && !run.instanceIds.includes(query.instanceId)) return false;
  return query.tags.every(({ key, value }) =>
    run.tags.some((tag) => tag.key === key && (value === undefined || tag.value === value)),
  );
}

/** Both overall statuses of a run at one moment. */
export interface OverallStatuses {
  invocationStatus: string;
  invokeStatus: string;
}

/** Aggregates the run over all its instances, also when the caller sees one of them only. */
export function overallStatuses(run: Run, nowMs: number): OverallStatuses {
  const statuses = run.plans().map((plan) => instanceState(run, plan, nowMs).status);
  const overlay = run.overlay ?? {};
  return {
    invocationStatus: textOr(overlay.InvocationStatus, overallStatus(statuses)),
    invokeStatus: textOr(overlay.InvokeStatus, legacyOverallStatus(statuses)),
  };
}

/**
 * Whether a status filter holds. The list of values that the page gives for the filter mixes both
 * vocabularies, so either overall status may match.
 */
export function passesStatus(statuses: OverallStatuses, wanted: string): boolean {
  return statuses.invocationStatus === wanted || statuses.invokeStatus === wanted;
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}
