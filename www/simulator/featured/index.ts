import type { RunSpec } from "../account/build.ts";
import type { Fleet } from "../account/fleet.ts";
import { movingRuns } from "./moving.ts";
import { oddRuns } from "./oddities.ts";
import { rolloutRuns } from "./rollout.ts";
import { scheduledRuns } from "./scheduled.ts";
import { windowsRuns } from "./windows.ts";

/** The runs of every kind that an account shows first: newest first, none older than two hours. */
export function featuredRuns(fleet: Fleet, epochMs: number, seed: number): RunSpec[] {
  const runs = [
    ...movingRuns(fleet, epochMs, seed),
    ...rolloutRuns(fleet, epochMs, seed),
    ...scheduledRuns(fleet, epochMs),
    ...windowsRuns(fleet, epochMs),
    ...oddRuns(fleet, epochMs),
  ];
  return runs.sort((left, right) => right.createdMs - left.createdMs);
}
