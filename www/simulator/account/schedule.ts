import type { Schedule } from "./run.ts";

/** How many times a schedule has come due by `nowMs`. */
export function dueCount(schedule: Schedule, nowMs: number): number {
  if (schedule.kind === "times") return schedule.timesMs.filter((timeMs) => timeMs <= nowMs).length;
  if (nowMs < schedule.firstMs) return 0;
  return Math.min(schedule.count, Math.floor((nowMs - schedule.firstMs) / schedule.everyMs) + 1);
}

/** When the given repeat (1 for the first) came due. */
export function dueTime(schedule: Schedule, repeat: number): number {
  if (schedule.kind === "every") return schedule.firstMs + (repeat - 1) * schedule.everyMs;
  return schedule.timesMs[repeat - 1] ?? Number.POSITIVE_INFINITY;
}

/** True when no repeat is left after the given one. */
export function isLastRepeat(schedule: Schedule, repeat: number): boolean {
  return repeat >= (schedule.kind === "every" ? schedule.count : schedule.timesMs.length);
}
