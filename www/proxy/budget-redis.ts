import { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { accountWindow, type Budget, type BudgetLimits, clientWindow, minuteBudget } from "./budget.ts";

/** Told once when Redis goes away and once when it is back. */
export type RedisWatcher = (state: "lost" | "back") => void;

/**
 * A budget that all replicas with the same Redis share.
 *
 * While Redis is away each replica counts in its own memory: answers go on, and the worst case is one budget per
 * replica until it is back. The URL may hold a password, so neither it nor an error of the client is passed on.
 */
export function redisBudget(
  url: string,
  limits: BudgetLimits,
  now: () => number,
  watch: RedisWatcher = () => undefined,
): Budget {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: 500,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
  });
  let lost = false;
  const loseOnce = () => {
    if (!lost) watch("lost");
    lost = true;
  };
  redis.on("error", loseOnce);
  redis.on("close", () => redis.status !== "end" && loseOnce());
  redis.on("ready", () => {
    if (lost) watch("back");
    lost = false;
  });
  const account = new RateLimiterRedis({
    ...accountWindow(limits),
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(accountWindow(limits)),
  });
  // The share of one client is kept here: its address stays out of the store, and a call costs one round trip.
  const client = new RateLimiterMemory(clientWindow(limits));
  return minuteBudget({ account, client }, now, async () => {
    redis.removeAllListeners("close");
    redis.disconnect();
  });
}
