import { type CallError, failureKind } from "invoscope";

const MINUTE_MS = 60_000;

/** How long a throttled call should wait; `undefined` where the error is of another kind. */
export function failureDelayMs(error: CallError, nowMs: number): number | undefined {
  if (failureKind(error.failure) !== "throttled") return undefined;
  // The service counts by the minute of the clock and answers again in the next one.
  return error.retryAfterMs ?? MINUTE_MS - (nowMs % MINUTE_MS);
}
