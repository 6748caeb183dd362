/** How the account's time moves: never, by request, or with the machine's own clock. */
export type ClockMode = "fixed" | "step" | "run";

/** The account's time in milliseconds since 1970. */
export interface Clock {
  readonly mode: ClockMode;
  now(): number;
  /** Moves a stepped clock forward. @throws RangeError when the clock is not stepped or the step is negative. */
  advance(advanceMs: number): void;
}

/** A clock that starts at `startMs`; `machineNow` is read by the running clock only. */
export function createClock(mode: ClockMode, startMs: number, machineNow: () => number = Date.now): Clock {
  let steppedMs = 0;
  const startedMs = machineNow();
  return {
    mode,
    now: () => (mode === "run" ? startMs + (machineNow() - startedMs) : startMs + steppedMs),
    advance(advanceMs) {
      if (mode !== "step") throw new RangeError(`a ${mode} clock cannot be advanced`);
      if (!Number.isFinite(advanceMs) || advanceMs < 0) throw new RangeError("advanceMs must be 0 or more");
      steppedMs += advanceMs;
    },
  };
}

/** The API's time format, `YYYY-MM-DDThh:mm:ssZ` in UTC; `""` stands for "not yet". */
export function apiTime(timeMs: number | undefined): string {
  return timeMs === undefined ? "" : `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
