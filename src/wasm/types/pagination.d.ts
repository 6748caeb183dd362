// Types of `pagination`.

/** Choices of a {@link Pagination}. */
export interface PaginationOptions {
  /** Records a page, 1 to 50; 50 unless told. */
  maxResults?: number | null;
  /** Pages before the ending `page-limit`, 1 or more; 10,000 unless told. */
  maxPages?: number | null;
  /** Tries of the same page, 1 to 20; 4 unless told. */
  maxAttempts?: number | null;
  /** Token of an earlier answer to begin with. */
  nextToken?: string | null;
}

/** What to do next. */
export type PaginationStep =
  | {
      type: "ask";
      /** `NextToken` of the request; absent for the first page. */
      nextToken?: string;
      /** `MaxResults` of the request. */
      maxResults: number;
      /** Which try of this page it is, counted from 1. */
      attempt: number;
    }
  | {
      type: "wait";
      /** Nothing is asked before this time of the given clock. */
      untilMs: number;
      /** How long that is from the given time; more than 0. */
      waitMs: number;
    }
  | { type: "done"; ending: PaginationEnding };

/** Why there is no further page to ask for. */
export type PaginationEnding = {
  /** Whether the service said that there are no more pages. */
  isComplete: boolean;
  /** Whether `resume()` can read on. */
  isResumable: boolean;
} & (
  | { /** The last answer has no token, or an empty one. */ reason: "no-token" | "empty-token" }
  | {
      /** The token was seen before: asking on would go round in a circle. */ reason: "repeated-token";
      token: string;
    }
  | { /** The caller's limit is reached. */ reason: "page-limit"; nextToken: string }
  | {
      /** The token is not valid, or not any more: `restart()`. */
      reason: "token-rejected";
      token: string;
      failure: Failure;
      /** Records read so far. */
      records: number;
    }
  | {
      /** The page cannot be read, or the tries are used up. */
      reason: "failed";
      failure: Failure;
      /** Tries of the page. */
      attempts: number;
    }
);

/** What paging needs to know of a page. */
export interface PageFacts {
  /** `NextToken` of the answer. */
  nextToken?: string | null;
  /** What is unique to each record: the `InvokeId` of an invocation. */
  keys: string[];
}

/** What a page brought. */
export interface AcceptedPage {
  /** Positions, in `keys`, of the records that no earlier page had. */
  new: number[];
  /** Why this was the last page, if it was. */
  ending?: PaginationEnding;
}

/** Counts since the start. */
export interface PaginationProgress {
  /** Pages read. */
  pages: number;
  /** Records read, each counted once. */
  records: number;
  /** Records that an earlier page, or the same one, already had. */
  duplicates: number;
  /** Calls answered, well or badly. */
  calls: number;
  /** Calls answered badly. */
  failures: number;
  /** Time before which nothing is asked, while waiting. */
  waitingUntilMs?: number;
}

/**
 * What is known of a failed call. A call that never reached the service has
 * neither code nor status; an answer that could not be read has a status alone.
 */
export interface FailureFacts {
  /** `Code` of the service's error. */
  code?: string | null;
  /** HTTP status. */
  status?: number | null;
  /** How long the answer asked to wait. */
  retryAfterMs?: number | null;
}

/** A failed call, sorted. */
export interface Failure {
  kind: FailureKind;
  code?: string;
  status?: number;
  retryAfterMs?: number;
}

/**
 * What to do about a failed call: `throttled` waits for the next minute,
 * `temporary` tries again soon, `token-rejected` starts from the first page,
 * `permanent` will fail again.
 */
export type FailureKind = "throttled" | "temporary" | "token-rejected" | "permanent";
