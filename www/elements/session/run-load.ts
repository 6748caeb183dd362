import type { Waiting } from "./waiting.ts";

/** How far a run is loaded. */
export type RunPhase =
  /** Nothing is here. */
  | "loading"
  /** Statuses are here, outputs are on their way. */
  | "partial"
  | "ready"
  /** What is here was read before the last call failed. */
  | "stale"
  /** Nothing is here, and nothing is on its way. */
  | "error";

/** The loading of one run or run set, as views show it. */
export interface RunLoad {
  /** An `InvokeId`, or several joined by commas. */
  readonly id: string;
  readonly phase: RunPhase;
  /** Calls answered, and calls that are needed in all. */
  readonly done: number;
  readonly needed: number;
  /** The last call's error, or the reason why the answer could not be read. */
  readonly error?: Error | undefined;
  readonly waiting?: Waiting | undefined;
  /** When the last answer came. */
  readonly loadedAtMs?: number | undefined;
  /** Whether every output was read, be it a while ago. */
  readonly hasOutputs?: boolean | undefined;
}

/** The loading of the list, as views show it. */
export interface ListLoad {
  readonly phase: "idle" | "loading" | "cancelled" | "ready" | "error";
  /** Whether the service said that there are no more pages. */
  readonly isComplete: boolean;
  /** Whether what is here could not be read again: it is of `loadedAtMs`. */
  readonly isStale?: boolean | undefined;
  readonly pages: number;
  readonly records: number;
  /** Calls that brought no page, since the list was begun. */
  readonly failures: number;
  /** To go on with; absent where the next page is the first. */
  readonly nextToken?: string | undefined;
  /** Why it stopped; while loading, why the last call is being repeated. */
  readonly error?: Error | undefined;
  readonly waiting?: Waiting | undefined;
  readonly loadedAtMs?: number | undefined;
}

/** The ids that a run or run set consists of. */
export function invokeIdsOf(id: string): string[] {
  return id.split(",").filter((part) => part !== "");
}

/** An answer's `NextToken` came before: whether everything is read is not known. Asking once more may tell. */
export class RepeatedTokenError extends Error {
  override readonly name = "RepeatedTokenError";
  readonly code = "repeated-token";

  constructor() {
    super("expected the token of a further page, found one that came before");
  }
}

/** No answer has the run, or these runs of a set: expired, of another region or account, or never there. */
export class RunNotFoundError extends Error {
  override readonly name = "RunNotFoundError";
  readonly code = "run-not-found";
  readonly invokeIds: readonly string[];
  /** How many runs were asked for. */
  readonly asked: number;

  constructor(invokeIds: readonly string[], asked = invokeIds.length) {
    super(`expected a run, found none with the id ${invokeIds.join(", ")}`);
    this.invokeIds = invokeIds;
    this.asked = asked;
  }
}
