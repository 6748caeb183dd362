import { type DestinationStream, pino } from "pino";
import type { RequestRecord } from "./record.ts";

/** Writes the log of the server, one JSON object a line. */
export interface ProxyLog {
  request(record: RequestRecord): void;
  /** A change of state that an operator should know, named by a constant. */
  event(name: string, level: "info" | "warn" | "error", detail?: string): void;
}

/**
 * A log to a stream; standard error in the server, so that standard output keeps to the one line with the address.
 *
 * Entries are built from listed fields. There is no way to hand in a request, an answer or an error object.
 */
export function proxyLog(destination: DestinationStream): ProxyLog {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    request({ requestId, status, ms, action, region, code, source, callsLeft }) {
      const level = status >= 500 ? "error" : status >= 400 ? "warn" : "info";
      logger[level]({ requestId, status, ms, action, region, code, source, callsLeft }, "request");
    },
    event(name, level, detail) {
      logger[level](detail === undefined ? {} : { detail }, name);
    },
  };
}

/** The first line of an error's message with everything that looks like a secret taken out. */
export function safeDetail(error: unknown, secrets: readonly (string | undefined)[]): string {
  let text = (error instanceof Error ? error.message : "unknown").split("\n", 1)[0] ?? "";
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, "[secret]");
  return text.replace(/\b(?:LTAI|STS\.)[A-Za-z0-9.]+/g, "[key]").slice(0, 300);
}
