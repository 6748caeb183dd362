import { setTimeout as delay } from "node:timers/promises";
import { ApiError } from "../rpc/errors.ts";
import type { Fault } from "./fault.ts";

const DRIP_BYTES = 48;

/** The refusal that stands in place of an answer, or nothing; a token can only expire where one was sent. */
export function refusalOf(faults: readonly Fault[], isFurtherPage: boolean): ApiError | undefined {
  for (const { kind } of faults) {
    if (kind === "throttle") return new ApiError("Throttling");
    if (kind === "throttle-user") return new ApiError("Throttling.User");
    if (kind === "500") return new ApiError("InternalError");
    if (kind === "503") return new ApiError("ServiceUnavailable");
    if (kind === "expired-token" && isFurtherPage) return new ApiError("InvalidParameter.NextToken");
  }
  return undefined;
}

/** Waits as long as the faults ask for; ends early when the caller goes away. */
export async function waitFor(faults: readonly Fault[], signal: AbortSignal): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === "slow") await delay(fault.delayMs, undefined, { signal });
  }
}

/** Makes a list that never ends: the answer's NextToken becomes the one that was sent. */
export function repeatToken(body: Record<string, unknown>, sent: string | undefined): void {
  if (sent === undefined) return;
  const holder = body.Invocation ?? body;
  if (typeof holder === "object" && holder !== null) Object.assign(holder, { NextToken: sent });
}

/** Lays the faults of the wire over an answer. */
export function distort(answer: Response, text: string, faults: readonly Fault[]): Response {
  const bytes = new TextEncoder().encode(text);
  const headers = new Headers(answer.headers);
  for (const fault of faults) {
    switch (fault.kind) {
      case "throttle":
        if (fault.retryAfterMs !== undefined) headers.set("x-acs-retry-after", String(fault.retryAfterMs));
        break;
      case "redirect":
        return new Response(null, { status: 302, headers: { location: fault.url } });
      case "empty":
        return new Response("", { status: 200, headers });
      case "garbage":
        return new Response(garbage(bytes), { status: 200, headers });
      case "html":
        return new Response("<html><body><h1>502 Bad Gateway</h1><hr>Tengine</body></html>", {
          status: 502,
          headers: { "content-type": "text/html" },
        });
      case "cut":
        headers.set("content-length", String(bytes.length));
        return new Response(cutStream(bytes.subarray(0, Math.floor(bytes.length * fault.fraction))), {
          status: answer.status,
          headers,
        });
      case "drip":
        return new Response(dripStream(bytes, fault.delayMs), { status: answer.status, headers });
    }
  }
  return new Response(bytes, { status: answer.status, headers });
}

/** Bytes that are neither JSON nor UTF-8, as a broken middlebox leaves them. */
function garbage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes.subarray(0, 512), (byte, index) => (byte * 31 + index * 7 + 0x9d) & 0xff);
}

function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent || bytes.length === 0) {
        controller.error(new Error("the connection was cut"));
        return;
      }
      isSent = true;
      controller.enqueue(bytes);
    },
  });
}

function dripStream(bytes: Uint8Array, delayMs: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent >= bytes.length) {
        controller.close();
        return;
      }
      if (sent > 0) await delay(delayMs);
      controller.enqueue(bytes.subarray(sent, sent + DRIP_BYTES));
      sent += DRIP_BYTES;
    },
  });
}
