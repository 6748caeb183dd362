/** What both sides must agree on: the figures of an answer's runs, as columns. */

/** The classes of the aggregation rules, in the order of the columns. */
export const outcomes = new Map(
  Object.entries({
    Pending: 0,
    Running: 1,
    Stopping: 2,
    Scheduled: 3,
    Success: 4,
    Failed: 5,
    Invalid: 5,
    Aborted: 5,
    Timeout: 5,
    Error: 5,
    Stopped: 6,
    Cancelled: 6,
    Terminated: 6,
  }),
);

/** The derived status of a run with these counts, as the API page defines it. */
export function derive(counts, at) {
  const has = (outcome) => counts[at + outcome] > 0;
  if (has(0)) return "Pending";
  if (has(1)) return "Running";
  if (has(2)) return "Stopping";
  if (has(3)) return "Scheduled";
  if (has(7)) return "";
  if (has(4)) return has(5) ? "PartialFailed" : "Success";
  if (has(5)) return "Failed";
  return has(6) ? "Stopped" : "";
}

/** Reduces runs with `read`, which tells the names of their members. */
export function figures(runs, members, read, parseTime) {
  const result = {
    invokeIds: new Array(runs.length),
    statuses: new Array(runs.length),
    counts: new Uint32Array(runs.length * 8),
    dropped: new Float64Array(runs.length),
    longestSeconds: new Float64Array(runs.length),
  };
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    let longest = Number.NaN;
    let dropped = 0;
    for (const one of members(run)) {
      result.counts[at * 8 + (outcomes.get(one[read.status]) ?? 7)] += 1;
      dropped += one[read.dropped] ?? 0;
      const seconds = (parseTime(one[read.finish]) - parseTime(one[read.start])) / 1000;
      if (seconds >= 0 && !(seconds <= longest)) longest = seconds;
    }
    result.invokeIds[at] = run[read.id];
    result.statuses[at] = derive(result.counts, at * 8);
    result.dropped[at] = dropped;
    result.longestSeconds[at] = longest;
  }
  return result;
}

/** The names of the API. */
export const apiNames = {
  id: "InvokeId",
  status: "InvocationStatus",
  dropped: "Dropped",
  start: "StartTime",
  finish: "FinishTime",
};

/** The names of the SDK's models. */
export const sdkNames = {
  id: "invokeId",
  status: "invocationStatus",
  dropped: "dropped",
  start: "startTime",
  finish: "finishTime",
};
