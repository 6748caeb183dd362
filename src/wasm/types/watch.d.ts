// Types of `watch`.

/** Choices of a {@link Watch}. */
export interface WatchOptions {
  /** The budget, 1 to 600 calls in any 60 seconds; 20 unless told. */
  readonly callsPerMinute?: number | null;
  /** How soon a run that changed is asked again; 2,000 unless told. */
  readonly shortestIntervalMs?: number | null;
  /** How late a run that does not change is asked again; 30,000 unless told. */
  readonly longestIntervalMs?: number | null;
  /** Whether outputs are asked for; they are unless told. */
  readonly outputs?: boolean | null;
}

/** A run as an answer shows it. */
export interface RunFacts {
  readonly invokeId: string;
  /** Tells the runs that an event may belong to apart. */
  readonly commandId?: string | null;
  /** The run's `InvocationStatus`. */
  readonly status?: string | null;
  /** Every instance of the run that the answer lists. */
  readonly instances: readonly InstanceFacts[];
}

/** One instance of a run as an answer shows it. */
export interface InstanceFacts {
  readonly instanceId: string;
  /** The instance's `InvocationStatus`. */
  readonly status?: string | null;
  /** `UpdateTime`, as it came. */
  readonly updateTime?: string | null;
  /** Whether the output that belongs to this state is at hand. */
  readonly hasOutput?: boolean | null;
}

/** What to do next. */
export type WatchStep =
  | {
      /** Ask, then report with `accept` or `fail`. */
      readonly type: "call";
      /** `InvokeId` of the request. */
      readonly invokeId: string;
      /** `InstanceId` of the request; absent for the whole run. */
      readonly instanceId?: string;
      /** `IncludeOutput` of the request. */
      readonly includeOutput: boolean;
    }
  | {
      readonly type: "wait";
      /** Nothing is asked before this time of the given clock. */
      readonly untilMs: number;
      /** How long that is from the given time; more than 0. */
      readonly waitMs: number;
      readonly reason: WatchReason;
    }
  | { /** Nothing is asked before `resume`. */ readonly type: "paused" }
  | { /** Every run is finished. */ readonly type: "finished" }
  | {
      /** The same call would fail again; `resume` tries nevertheless. */ readonly type: "failed";
      readonly failure: Failure;
    };

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
  readonly phase: "status" | "output" | "idle";
  readonly reason: WatchReason;
  /** The earliest time of the next call; absent while paused and at the end. */
  readonly nextCallAtMs?: number;
  /** Calls left of the budget in the last 60 seconds. */
  readonly callsLeft: number;
  /** The budget. */
  readonly callsPerMinute: number;
  readonly isPaused: boolean;
  /** Runs watched. */
  readonly runs: number;
  /** Runs in which nothing can change any more. */
  readonly finishedRuns: number;
  /** Runs that three answers in a row did not have. */
  readonly missingRuns: number;
  /** Instances whose output is still to be asked for. */
  readonly outputsWanted: number;
  /** The failure that delays or stopped the watch. */
  readonly failure?: Failure;
}

/** What the answer of a call changed in its run. */
export interface AcceptedRun {
  /** Instances that are new or whose status or `UpdateTime` moved. */
  readonly changed: readonly string[];
  /** Whether nothing in the run can change any more. */
  readonly isFinished: boolean;
}

/** An instance entered a final status. */
export interface TaskEvent {
  readonly instanceId: string;
  readonly status: string;
  /** The documented sample has none. */
  readonly invokeId?: string;
  readonly commandId?: string;
  readonly commandName?: string;
  readonly exitCode?: number;
  readonly finishTime?: string;
  /** All members of the event's `data`, as they came. */
  readonly data: { readonly [name: string]: unknown };
}

/** What an event changed. */
export type EventOutcome =
  | { readonly outcome: "updated"; readonly invokeId: string; readonly instanceId: string }
  | {
      /**
       * The record was final already; it may be of several runs, which are
       * asked at once; no watched run has the instance.
       */
      readonly outcome: "unchanged" | "ambiguous" | "not-watched";
    };

/** An answer of either action, as far as paging and watching need it. */
export type Answer =
  | {
      readonly type: "page";
      readonly requestId?: string;
      /** Absent where the answer has none or `null`. */
      readonly nextToken?: string;
      /** What is unique to each record, for {@link Pagination}. */
      readonly keys: readonly string[];
      /** The runs, for {@link Watch}; none in an answer of `DescribeInvocationResults`. */
      readonly runs: readonly RunFacts[];
    }
  | {
      /** The service's own error. */
      readonly type: "error";
      readonly code: string;
      readonly message: string;
      readonly requestId?: string;
      readonly hostId?: string;
      /** Address of the troubleshooting page. */
      readonly recommend?: string;
    };
