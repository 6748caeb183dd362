import { CallError, failureKind } from "invoscope";

const MINUTE_MS = 60_000;

/** A call that failed, and the time of the wall clock at which it is worth another try. */
export interface Waiting {
  readonly untilMs: number;
  readonly error: Error;
  /** Whether the account's calls are used up; else something on the way is broken. */
  readonly isThrottled: boolean;
}

/** The wait for the next try of a call that will be tried again by itself. */
export function waitingFor(error: CallError | undefined, untilMs: number | undefined): Waiting | undefined {
  if (error === undefined || untilMs === undefined) return undefined;
  return { untilMs, error, isThrottled: isThrottled(error) };
}

/** After the last try: until when a throttled account stays throttled; nothing for other errors. */
export function throttled(error: unknown, nowMs: number): Waiting | undefined {
  if (!(error instanceof CallError) || !isThrottled(error)) return undefined;
  // The service counts by the minute of the clock and answers again in the next one.
  const delayMs = error.retryAfterMs ?? MINUTE_MS - (nowMs % MINUTE_MS);
  return { untilMs: nowMs + delayMs, error, isThrottled: true };
}

function isThrottled(error: CallError): boolean {
  return failureKind(error.failure) === "throttled";
}
