import { type DestinationStream, pino } from "pino";
import type { RequestRecord } from "./record.ts";

/** Writes the log of the server, one JSON object a line. */
export interface ProxyLog {
  request(record: RequestRecord): void;
  /** A change of state that an operator should know, named by a constant. */
  event(name: string, level: "info" | "warn" | "error", detail?: string): void;
  /** Writes what is still buffered. */
  flush(): void;
}

/**
 * A log to a stream; standard error in the server, so that standard output keeps to the one line with the address.
 *
 * Entries are built from listed fields. There is no way to hand in a request, an answer or an error object.
 */
export function proxyLog(destination?: DestinationStream): ProxyLog {
  // A terminal or pipe that reads slowly must not hold up answers: lines are gathered and written beside them.
  const stderr =
    destination === undefined
      ? pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 250 })
      : undefined;
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? stderr);
  return {
    request({ requestId, status, ms, action, region, code, source, callsLeft }) {
      const level = status >= 500 ? "error" : status >= 400 ? "warn" : "info";
      logger[level]({ requestId, status, ms, action, region, code, source, callsLeft }, "request");
    },
    event(name, level, detail) {
      logger[level](detail === undefined ? {} : { detail }, name);
    },
    flush() {
      try {
        stderr?.flushSync();
      } catch {
        // Nobody reads standard error any more; there is nowhere left to say so.
      }
    },
  };
}

/** The first line of an error's message with everything that looks like a secret taken out. */
export function safeDetail(error: unknown, secrets: readonly (string | undefined)[]): string {
  let text = (error instanceof Error ? error.message : "unknown").split("\n", 1)[0] ?? "";
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, "[secret]");
  return text.replace(/\b(?:LTAI|STS\.)[A-Za-z0-9.]+/g, "[key]").slice(0, 300);
}
