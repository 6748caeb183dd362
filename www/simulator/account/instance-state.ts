import { type AgentOutput, NO_OUTPUT } from "../outputs/agent.ts";
import type { Ending, InstancePlan, Run, Schedule } from "./run.ts";
import { dueCount, dueTime, isLastRepeat } from "./schedule.ts";

/** One instance's part of a run at one moment. */
export interface InstanceState {
  plan: InstancePlan;
  status: string;
  /** How many times the command has been started. */
  repeats: number;
  startedMs: number | undefined;
  finishedMs: number | undefined;
  stoppedMs: number | undefined;
  updatedMs: number;
  ending: Ending | undefined;
  output(): AgentOutput;
}

const STOPPING_MS = 3000;
const NEVER_STARTED = new Set(["Aborted", "Invalid"]);

/** What the account knows about one instance of a run at `nowMs`. */
export function instanceState(run: Run, plan: InstancePlan, nowMs: number): InstanceState {
  return run.schedule === undefined
    ? onceState(run, plan, run.createdMs, 1, nowMs)
    : scheduledState(run, plan, run.schedule, nowMs);
}

/** Every past and present repeat of a scheduled run on one instance, newest first. */
export function instanceHistory(run: Run, plan: InstancePlan, nowMs: number): InstanceState[] {
  if (run.schedule === undefined) return [instanceState(run, plan, nowMs)];
  const states: InstanceState[] = [];
  const lastMs = Math.min(nowMs, run.stopMs ?? nowMs);
  for (let repeat = dueCount(run.schedule, lastMs); repeat >= 1; repeat--) {
    states.push(onceState(run, plan, dueTime(run.schedule, repeat), repeat, nowMs));
  }
  return states;
}

function scheduledState(run: Run, plan: InstancePlan, schedule: Schedule, nowMs: number): InstanceState {
  const stoppedMs = run.stopMs !== undefined && run.stopMs <= nowMs ? run.stopMs : undefined;
  const repeat = dueCount(schedule, stoppedMs ?? nowMs);
  if (repeat === 0) {
    const waiting = idle(plan, "Scheduled", run.createdMs);
    return stoppedMs === undefined
      ? waiting
      : { ...waiting, status: "Cancelled", stoppedMs, updatedMs: stoppedMs };
  }
  const latest = onceState(run, plan, dueTime(schedule, repeat), repeat, nowMs);
  if (latest.status === "Pending") {
    return repeat === 1
      ? { ...latest, status: "Scheduled", updatedMs: run.createdMs }
      : { ...onceState(run, plan, dueTime(schedule, repeat - 1), repeat - 1, nowMs), status: "Scheduled" };
  }
  const isBetweenRepeats = latest.finishedMs !== undefined && latest.stoppedMs === undefined;
  if (!isBetweenRepeats) return latest;
  if (stoppedMs !== undefined) return { ...latest, status: "Terminated", stoppedMs, updatedMs: stoppedMs };
  return isLastRepeat(schedule, repeat) ? latest : { ...latest, status: "Scheduled" };
}

function onceState(
  run: Run,
  plan: InstancePlan,
  dueMs: number,
  repeat: number,
  nowMs: number,
): InstanceState {
  const startMs = dueMs + plan.queueMs;
  const stopMs = run.stopMs !== undefined && run.stopMs <= nowMs ? run.stopMs : undefined;
  if (stopMs !== undefined && stopMs < startMs) {
    return { ...idle(plan, "Cancelled", stopMs), stoppedMs: stopMs };
  }
  if (nowMs < startMs) return { ...idle(plan, "Pending", dueMs), repeats: repeat - 1 };
  const ending = plan.ending(repeat);
  if (NEVER_STARTED.has(ending.status)) return { ...idle(plan, ending.status, startMs), ending };
  const endMs = startMs + plan.runMs;
  const output = (progress: number) => () => plan.output({ repeat, startMs, progress });
  const started = { plan, repeats: repeat, startedMs: startMs, stoppedMs: undefined, ending: undefined };
  if (stopMs !== undefined && stopMs < endMs) {
    const isKilled = nowMs >= stopMs + STOPPING_MS;
    const progress = (stopMs - startMs) / plan.runMs;
    const killedMs = stopMs + STOPPING_MS;
    return {
      ...started,
      status: isKilled ? "Terminated" : "Stopping",
      stoppedMs: stopMs,
      finishedMs: isKilled ? killedMs : undefined,
      updatedMs: isKilled ? killedMs : stopMs,
      output: output(progress),
    };
  }
  if (nowMs < endMs) {
    const progress = (nowMs - startMs) / plan.runMs;
    return {
      ...started,
      status: "Running",
      finishedMs: undefined,
      updatedMs: startMs,
      output: output(progress),
    };
  }
  return {
    ...started,
    status: ending.status,
    finishedMs: endMs,
    updatedMs: endMs,
    ending,
    output: output(1),
  };
}

function idle(plan: InstancePlan, status: string, updatedMs: number): InstanceState {
  return {
    plan,
    status,
    repeats: 0,
    startedMs: undefined,
    finishedMs: undefined,
    stoppedMs: undefined,
    updatedMs,
    ending: undefined,
    output: () => NO_OUTPUT,
  };
}
