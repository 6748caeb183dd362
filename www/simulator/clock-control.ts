import type { Clock } from "./clock.ts";

/** Where the clock is read and stepped; no path of the real endpoint. */
export const CLOCK_PATH = "/__simulator/clock";

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Answers `GET` with the clock's time and mode, and `POST {"advanceMs": N}` with the time after the step. */
export async function controlClock(request: Request, clock: Clock): Promise<Response> {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!LOOPBACK.test(host)) return refuse(403, "the clock is controlled from loopback only");
  if (request.method === "GET") return Response.json(reading(clock));
  if (request.method !== "POST") return refuse(405, "use GET or POST");
  // A JSON content type keeps forms on web pages from stepping the clock.
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) {
    return refuse(415, "send application/json");
  }
  const step: unknown = await request.json().catch(() => undefined);
  const advanceMs =
    typeof step === "object" && step !== null && "advanceMs" in step ? step.advanceMs : undefined;
  if (typeof advanceMs !== "number") return refuse(400, 'send {"advanceMs": N}');
  try {
    clock.advance(advanceMs);
  } catch (error) {
    return refuse(409, error instanceof Error ? error.message : String(error));
  }
  return Response.json(reading(clock));
}

function reading(clock: Clock) {
  return { mode: clock.mode, now: new Date(clock.now()).toISOString() };
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
