import type { Action } from "./allow.ts";
import type { ProblemCode } from "./problem.ts";
import type { Source } from "./sharing.ts";

/**
 * What is known of a request for logs and metrics. There is no field for parameters, outputs, headers, tokens or
 * keys, so none of them can be logged by accident.
 */
export interface RequestRecord {
  readonly requestId: string;
  readonly status: number;
  /** Time to the head of the answer, in milliseconds. */
  readonly ms: number;
  /** Set when the path named an action. */
  readonly action?: Action | undefined;
  /** Set when the region was in the list, so its values are bounded. */
  readonly region?: string | undefined;
  /** Set when the answer is the proxy's own. */
  readonly code?: ProblemCode | undefined;
  readonly source?: Source | undefined;
  /** Calls left in this minute, when a call was counted. */
  readonly callsLeft?: number | undefined;
}
