import { type Answer, readAnswer } from "./api.ts";
import { ApiError, GatewayError, NetworkError } from "./errors.ts";

/** A page as it came, and what a client goes by. */
export interface PageResult {
  /** The body, for `parse` or a store. */
  body: Uint8Array;
  /** `NextToken` of the answer; absent or empty on the last page. */
  nextToken: string | undefined;
  /** What is unique to each record, in order. */
  keys: readonly string[];
  /** The states of the runs; empty for `DescribeInvocationResults`. */
  runs: Extract<Answer, { type: "page" }>["runs"];
  /** `RequestId` of the answer. */
  requestId: string | undefined;
  /** Calls that the proxy has left this minute, where it says so. */
  callsLeft: number | undefined;
}

/** One POST: how, where, what. */
export interface Post {
  fetch: typeof fetch;
  url: string;
  headers: Headers;
  body: unknown;
  now: () => number;
  signal: AbortSignal | undefined;
}

/** The longest body that is read: the core refuses longer ones. */
const LONGEST_BODY_BYTES = 256 * 1024 * 1024;

/**
 * Asks for one page.
 *
 * Rejects with the signal's reason when it is aborted, with {@link ApiError} for an error envelope whatever its
 * HTTP status, with {@link GatewayError} for what is no answer, with {@link NetworkError} where none came.
 */
export async function post(request: Post): Promise<PageResult> {
  const { signal } = request;
  signal?.throwIfAborted();
  let response: Response;
  let body: Uint8Array;
  try {
    response = await request.fetch(request.url, {
      method: "POST",
      headers: request.headers,
      body: JSON.stringify(request.body),
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });
    body = await readBody(response, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof GatewayError ? error : new NetworkError(error);
  }
  return toPage(response, body, request.now());
}

function toPage(response: Response, body: Uint8Array, nowMs: number): PageResult {
  const headers = response.headers;
  const facts = {
    status: response.status,
    requestId: headers.get("x-acs-request-id") ?? headers.get("x-invoscope-request-id") ?? undefined,
    retryAfterMs: retryAfterMs(headers, nowMs),
  };
  let answer: Answer;
  try {
    answer = readAnswer(body);
  } catch (error) {
    const code = errorCode(error);
    throw new GatewayError(`HTTP ${response.status}: ${messageOf(error)}`, { ...facts, code, cause: error });
  }
  if (answer.type === "error") {
    throw new ApiError(`${answer.code}: ${answer.message}`, {
      ...facts,
      code: answer.code,
      requestId: answer.requestId ?? facts.requestId,
      recommend: answer.recommend,
    });
  }
  if (!response.ok) {
    throw new GatewayError(`HTTP ${response.status} with a page`, { ...facts, code: "not-an-answer" });
  }
  const callsLeft = headers.get("x-invoscope-calls-left");
  return {
    body,
    nextToken: answer.nextToken,
    keys: answer.keys,
    runs: answer.runs,
    requestId: answer.requestId ?? facts.requestId,
    callsLeft: callsLeft === null ? undefined : numberOf(callsLeft),
  };
}

async function readBody(response: Response, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  // The platform's fetch breaks the body off by itself; one that was passed in may not.
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    const body = await readAll(reader, response.status);
    signal?.throwIfAborted();
    return body;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

/** Grows with what comes: the length that a header claims is not trusted. */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  status: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LONGEST_BODY_BYTES) {
      await reader.cancel();
      const message = `expected at most ${LONGEST_BODY_BYTES} bytes`;
      throw new GatewayError(message, { status, code: "too-large" });
    }
    chunks.push(value);
  }
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}

/** `x-acs-retry-after` is in milliseconds, `Retry-After` in seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const milliseconds = numberOf(headers.get("x-acs-retry-after"));
  if (milliseconds !== undefined) return milliseconds;
  const text = headers.get("retry-after");
  const seconds = numberOf(text);
  if (seconds !== undefined) return seconds * 1000;
  const dateMs = Date.parse(text ?? "");
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "not-an-answer";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
