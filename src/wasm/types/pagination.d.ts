// Types of `pagination`.

/** Choices of a {@link Pagination}. */
export interface PaginationOptions {
  /** Records a page, 1 to 50; 50 unless told. */
  readonly maxResults?: number | null;
  /** Pages before the ending `page-limit`, 1 or more; 10,000 unless told. */
  readonly maxPages?: number | null;
  /** Tries of the same page, 1 to 20; 4 unless told. */
  readonly maxAttempts?: number | null;
  /** Token of an earlier answer to begin with. */
  readonly nextToken?: string | null;
}

/** What to do next. */
export type PaginationStep =
  | {
      readonly type: "ask";
      /** `NextToken` of the request; absent for the first page. */
      readonly nextToken?: string;
      /** `MaxResults` of the request. */
      readonly maxResults: number;
      /** Which try of this page it is, counted from 1. */
      readonly attempt: number;
    }
  | {
      readonly type: "wait";
      /** Nothing is asked before this time of the given clock. */
      readonly untilMs: number;
      /** How long that is from the given time; more than 0. */
      readonly waitMs: number;
    }
  | { readonly type: "done"; readonly ending: PaginationEnding };

/** Why there is no further page to ask for. */
export type PaginationEnding = {
  /** Whether the service said that there are no more pages. */
  readonly isComplete: boolean;
  /** Whether `resume()` can read on. */
  readonly isResumable: boolean;
} & (
  | { /** The last answer has no token, or an empty one. */ readonly reason: "no-token" | "empty-token" }
  | {
      /** The token was seen before: asking on would go round in a circle. */ reason: "repeated-token";
      readonly token: string;
    }
  | { /** The caller's limit is reached. */ readonly reason: "page-limit"; readonly nextToken: string }
  | {
      /** The token is not valid, or not any more: `restart()`. */
      readonly reason: "token-rejected";
      readonly token: string;
      readonly failure: Failure;
      /** Records read so far. */
      readonly records: number;
    }
  | {
      /** The page cannot be read, or the tries are used up. */
      readonly reason: "failed";
      readonly failure: Failure;
      /** Tries of the page. */
      readonly attempts: number;
    }
);

/** What paging needs to know of a page. */
export interface PageFacts {
  /** `NextToken` of the answer. */
  readonly nextToken?: string | null;
  /** What is unique to each record: the `InvokeId` of an invocation. */
  readonly keys: readonly string[];
}

/** What a page brought. */
export interface AcceptedPage {
  /** Positions, in `keys`, of the records that no earlier page had. */
  readonly new: readonly number[];
  /** Why this was the last page, if it was. */
  readonly ending?: PaginationEnding;
}

/** Counts since the start. */
export interface PaginationProgress {
  /** Pages read. */
  readonly pages: number;
  /** Records read, each counted once. */
  readonly records: number;
  /** Records that an earlier page, or the same one, already had. */
  readonly duplicates: number;
  /** Calls answered, well or badly. */
  readonly calls: number;
  /** Calls answered badly. */
  readonly failures: number;
  /** Time before which nothing is asked, while waiting. */
  readonly waitingUntilMs?: number;
}

/**
 * What is known of a failed call. A call that never reached the service has
 * neither code nor status; an answer that could not be read has a status alone.
 */
export interface FailureFacts {
  /** `Code` of the service's error. */
  readonly code?: string | null;
  /** HTTP status. */
  readonly status?: number | null;
  /** How long the answer asked to wait. */
  readonly retryAfterMs?: number | null;
}

/** A failed call, sorted. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code?: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
}

/**
 * What to do about a failed call: `throttled` waits for the next minute,
 * `temporary` tries again soon, `token-rejected` starts from the first page,
 * `permanent` will fail again.
 */
export type FailureKind = "throttled" | "temporary" | "token-rejected" | "permanent";
