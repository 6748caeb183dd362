// Types of `watch`.

/** Choices of a {@link Watch}. */
export interface WatchOptions {
  /** The budget, 1 to 600 calls in any 60 seconds; 20 unless told. */
  callsPerMinute?: number | null;
  /** How soon a run that changed is asked again; 2,000 unless told. */
  shortestIntervalMs?: number | null;
  /** How late a run that does not change is asked again; 30,000 unless told. */
  longestIntervalMs?: number | null;
  /** Whether outputs are asked for; they are unless told. */
  outputs?: boolean | null;
}

/** A run as an answer shows it. */
export interface RunFacts {
  invokeId: string;
  /** Tells the runs that an event may belong to apart. */
  commandId?: string | null;
  /** The run's `InvocationStatus`. */
  status?: string | null;
  /** Every instance of the run that the answer lists. */
  instances: InstanceFacts[];
}

/** One instance of a run as an answer shows it. */
export interface InstanceFacts {
  instanceId: string;
  /** The instance's `InvocationStatus`. */
  status?: string | null;
  /** `UpdateTime`, as it came. */
  updateTime?: string | null;
  /** Whether the output that belongs to this state is at hand. */
  hasOutput?: boolean | null;
}

/** What to do next. */
export type WatchStep =
  | {
      /** Ask, then report with `accept` or `fail`. */
      type: "call";
      /** `InvokeId` of the request. */
      invokeId: string;
      /** `InstanceId` of the request; absent for the whole run. */
      instanceId?: string;
      /** `IncludeOutput` of the request. */
      includeOutput: boolean;
    }
  | {
      type: "wait";
      /** Nothing is asked before this time of the given clock. */
      untilMs: number;
      /** How long that is from the given time; more than 0. */
      waitMs: number;
      reason: WatchReason;
    }
  | { /** Nothing is asked before `resume`. */ type: "paused" }
  | { /** Every run is finished. */ type: "finished" }
  | { /** The same call would fail again; `resume` tries nevertheless. */ type: "failed"; failure: Failure };

/**
 * Why a watch does what it does: `due` a call is due, `asking` one is under
 * way, `interval` no run is due yet, `budget` the calls of the last minute are
 * used up, `spacing` calls keep a distance, `throttled` the service answers
 * again in the next minute, `retry` a call failed and will be tried again,
 * `paused`, `finished`, `failed`.
 */
export type WatchReason =
  | "due"
  | "asking"
  | "interval"
  | "budget"
  | "spacing"
  | "throttled"
  | "retry"
  | "paused"
  | "finished"
  | "failed";

/** What a display shows of a watch. */
export interface WatchStatus {
  /** Statuses of the due runs, outputs of what moved, or between rounds. */
  phase: "status" | "output" | "idle";
  reason: WatchReason;
  /** The earliest time of the next call; absent while paused and at the end. */
  nextCallAtMs?: number;
  /** Calls left of the budget in the last 60 seconds. */
  callsLeft: number;
  /** The budget. */
  callsPerMinute: number;
  isPaused: boolean;
  /** Runs watched. */
  runs: number;
  /** Runs in which nothing can change any more. */
  finishedRuns: number;
  /** Runs that three answers in a row did not have. */
  missingRuns: number;
  /** Instances whose output is still to be asked for. */
  outputsWanted: number;
  /** The failure that delays or stopped the watch. */
  failure?: Failure;
}

/** What the answer of a call changed in its run. */
export interface AcceptedRun {
  /** Instances that are new or whose status or `UpdateTime` moved. */
  changed: string[];
  /** Whether nothing in the run can change any more. */
  isFinished: boolean;
}

/** An instance entered a final status. */
export interface TaskEvent {
  instanceId: string;
  status: string;
  /** The documented sample has none. */
  invokeId?: string;
  commandId?: string;
  commandName?: string;
  exitCode?: number;
  finishTime?: string;
  /** All members of the event's `data`, as they came. */
  data: Record<string, unknown>;
}

/** What an event changed. */
export type EventOutcome =
  | { outcome: "updated"; invokeId: string; instanceId: string }
  | {
      /**
       * The record was final already; it may be of several runs, which are
       * asked at once; no watched run has the instance.
       */
      outcome: "unchanged" | "ambiguous" | "not-watched";
    };

/** An answer of either action, as far as paging and watching need it. */
export type Answer =
  | {
      type: "page";
      requestId?: string;
      /** Absent where the answer has none or `null`. */
      nextToken?: string;
      /** What is unique to each record, for {@link Pagination}. */
      keys: string[];
      /** The runs, for {@link Watch}; none in an answer of `DescribeInvocationResults`. */
      runs: RunFacts[];
    }
  | {
      /** The service's own error. */
      type: "error";
      code: string;
      message: string;
      requestId?: string;
      hostId?: string;
      /** Address of the troubleshooting page. */
      recommend?: string;
    };
