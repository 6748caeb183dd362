import { type CallError, failureKind, type PaginationProgress } from "invoscope";

const MINUTE_MS = 60_000;

/** Until when paging waits because it is throttled; other waits are too short to count down. */
export function throttledUntilMs(
  progress: PaginationProgress,
  error: CallError | undefined,
): number | undefined {
  return error?.failureKind === "throttled" ? progress.waitingUntilMs : undefined;
}

/** How long a throttled call should wait; `undefined` where the error is of another kind. */
export function failureDelayMs(error: CallError, nowMs: number): number | undefined {
  if (failureKind(error.failure) !== "throttled") return undefined;
  // The service counts by the minute of the clock and answers again in the next one.
  return error.retryAfterMs ?? MINUTE_MS - (nowMs % MINUTE_MS);
}
