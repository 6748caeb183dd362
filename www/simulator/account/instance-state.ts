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
  if (stopMs !== undefined && stopMs < endMs) {
    const killedMs = nowMs >= stopMs + STOPPING_MS ? stopMs + STOPPING_MS : undefined;
    const status = killedMs === undefined ? "Stopping" : "Terminated";
    const part = {
      endedMs: killedMs,
      stoppedMs: stopMs,
      updatedMs: killedMs ?? stopMs,
      ranMs: stopMs - startMs,
    };
    return started(plan, repeat, startMs, status, part);
  }
  if (nowMs < endMs) {
    const part = { endedMs: undefined, stoppedMs: undefined, updatedMs: startMs, ranMs: nowMs - startMs };
    return started(plan, repeat, startMs, "Running", part);
  }
  const whole = { endedMs: endMs, stoppedMs: undefined, updatedMs: endMs, ranMs: plan.runMs, ending };
  return started(plan, repeat, startMs, ending.status, whole);
}

interface Part {
  endedMs: number | undefined;
  stoppedMs: number | undefined;
  updatedMs: number;
  /** How long the command has run. */
  ranMs: number;
  ending?: Ending;
}

// Whole accounts are searched by status, so states are written as plain literals: spreading makes such a search about seven times slower.
function started(
  plan: InstancePlan,
  repeat: number,
  startMs: number,
  status: string,
  part: Part,
): InstanceState {
  return {
    plan,
    status,
    repeats: repeat,
    startedMs: startMs,
    finishedMs: part.endedMs,
    stoppedMs: part.stoppedMs,
    updatedMs: part.updatedMs,
    ending: part.ending,
    output() {
      const progress = part.ranMs < plan.runMs ? part.ranMs / plan.runMs : 1;
      return plan.output({ repeat, startMs, progress });
    },
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
