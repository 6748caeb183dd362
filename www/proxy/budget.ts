import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** What is left after a call was asked for. */
export interface BudgetState {
  readonly allowed: boolean;
  /** Calls left in this minute. */
  readonly left: number;
  /** Milliseconds until a next call may be made: 0 while calls are left, else up to the next minute. */
  readonly nextCallMs: number;
}

/**
 * Counts the calls of an account, region and action by the minute of the clock.
 *
 * The service counts per account, region and API, shared with its own console and with Terraform, and answers a
 * throttled caller again only in the next minute; so the minute of the clock is the window here too, and the
 * budget is set below the service's limit to leave the operator's other tools their share.
 */
export interface Budget {
  /** Takes one call; `client` names who asks, so that one client cannot use up what all share. */
  take(key: string, client: string): Promise<BudgetState>;
  /** Uses up the current minute, after the service has said that it throttles. */
  pause(key: string): Promise<void>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** How many calls a minute. */
export interface BudgetLimits {
  readonly callsPerMinute: number;
  readonly clientCallsPerMinute: number;
}

const MINUTE_MS = 60_000;

/** A budget in the memory of this process. */
export function memoryBudget(limits: BudgetLimits, now: () => number): Budget {
  const account = new RateLimiterMemory(accountWindow(limits));
  const client = new RateLimiterMemory(clientWindow(limits));
  return minuteBudget({ account, client }, now, async () => undefined);
}

/** Options of the limiter that counts for the account. Keys outlive their minute, so that clocks may differ a little. */
export function accountWindow(limits: BudgetLimits) {
  return { keyPrefix: "invoscope:calls", points: limits.callsPerMinute, duration: 90 };
}

/** Options of the limiter that counts for one client. */
export function clientWindow(limits: BudgetLimits) {
  return { keyPrefix: "invoscope:client", points: limits.clientCallsPerMinute, duration: 90 };
}

/** Builds a budget from two limiters; the minute is part of each key, which aligns the windows with the clock. */
export function minuteBudget(
  limiters: { account: RateLimiterAbstract; client: RateLimiterAbstract },
  now: () => number,
  close: () => Promise<void>,
): Budget {
  const minuteKey = (key: string) => `${key}:${Math.floor(now() / MINUTE_MS)}`;
  const nextMinuteMs = () => MINUTE_MS - (now() % MINUTE_MS);
  return {
    async take(key, client) {
      const refused = { allowed: false, left: 0, nextCallMs: nextMinuteMs() };
      if ((await consume(limiters.client, minuteKey(`${client}:${key}`))) === undefined) return refused;
      const left = await consume(limiters.account, minuteKey(key));
      if (left === undefined) return refused;
      return { allowed: true, left, nextCallMs: left > 0 ? 0 : nextMinuteMs() };
    },
    async pause(key) {
      await limiters.account.block(minuteKey(key), Math.ceil(nextMinuteMs() / 1000));
    },
    close,
  };
}

/** The points left, or `undefined` when there was none to take. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number | undefined> {
  try {
    return (await limiter.consume(key)).remainingPoints;
  } catch (error) {
    if (error instanceof RateLimiterRes) return undefined;
    throw error;
  }
}
