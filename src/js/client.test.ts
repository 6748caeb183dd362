import { readFileSync } from "node:fs";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { initSync } from "./api.ts";
import {
  ApiError,
  type CallError,
  GatewayError,
  InvocationClient,
  NetworkError,
  type PagesOptions,
} from "./client.ts";

/** 2026-11-24T12:00:15Z: 45 seconds before a whole minute. */
const NOW = 1_795_608_015_000;

type Handler = (
  body: Record<string, unknown>,
  init: RequestInit & { url: string },
) => Response | Promise<Response>;

function client(handler: Handler, options: { token?: () => string; headers?: HeadersInit } = {}) {
  return new InvocationClient({
    endpoint: "/api/v1/",
    regionId: "cn-hangzhou",
    fetch: async (url, init) => handler(JSON.parse(String(init?.body)), { ...init, url: String(url) }),
    random: () => 0,
    ...options,
  });
}

function page(ids: string[], nextToken?: string | null): Response {
  const Invocation = ids.map((InvokeId) => ({ InvokeId, InvocationStatus: "Success" }));
  return Response.json({ RequestId: "R-1", NextToken: nextToken, Invocations: { Invocation } });
}

function problem(status: number, code: string, headers: HeadersInit = {}): Response {
  const body = { RequestId: "R-2", Code: code, Message: "no", Recommend: "https://example.com/help" };
  return Response.json(body, { status, headers });
}

async function failure(promise: Promise<unknown>): Promise<CallError> {
  return promise.then(
    () => expect.fail("expected a rejection"),
    (error) => error,
  );
}

/** Lets everything that waits for a timer run its course. */
async function settle<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

beforeAll(() => {
  initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });
});
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe("page", () => {
  test("posts JSON with the guard header, the token and the region", async () => {
    let seen: RequestInit & { url: string } = { url: "" };
    const asked = client(
      (_, init) => {
        seen = init;
        return page(["t-1"]);
      },
      { token: () => "secret", headers: { "x-team": "a" } },
    );

    const result = await asked.page({ InvokeId: "t-1" }, { action: "DescribeInvocationResults" });

    const headers = new Headers(seen.headers);
    expect(seen).toMatchObject({ url: "/api/v1/describe-invocation-results", method: "POST" });
    expect(seen.body).toBe('{"RegionId":"cn-hangzhou","InvokeId":"t-1"}');
    expect([...headers]).toEqual([
      ["authorization", "Bearer secret"],
      ["content-type", "application/json"],
      ["x-invoscope", "1"],
      ["x-team", "a"],
    ]);
    expect(result).toMatchObject({ keys: ["t-1"], requestId: "R-1", nextToken: undefined });
  });

  test("hands the body over as it came, however it was cut", async () => {
    const text = '{"Invocations":{"Invocation":[{"InvokeId":"云"}]}}';
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });

    const result = await client(() => new Response(body)).page({});

    expect(result.body).toEqual(bytes);
    expect(result.keys).toEqual(["云"]);
  });

  test("throws the service's error with everything that it says", async () => {
    const asked = client(() => problem(400, "Throttling.User", { "x-acs-retry-after": "1500" }));

    const error = await failure(asked.page({}));

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      code: "Throttling.User",
      status: 400,
      requestId: "R-2",
      recommend: "https://example.com/help",
      retryAfterMs: 1500,
      retryClass: "safe",
      failureKind: "throttled",
    });
  });

  test("throws the error envelope of an answer with status 200 and of the proxy itself", async () => {
    const throttled = await failure(client(() => problem(200, "Throttling")).page({}));
    const own = { code: "CallBudgetExhausted", message: "used up", requestId: "P-1" };
    const headers = { "retry-after": "7" };
    const proxy = await failure(client(() => Response.json(own, { status: 429, headers })).page({}));

    expect(throttled).toMatchObject({ name: "ApiError", code: "Throttling", status: 200 });
    expect(proxy).toMatchObject({
      name: "ApiError",
      code: "CallBudgetExhausted",
      requestId: "P-1",
      retryAfterMs: 7000,
      retryClass: "safe",
      failureKind: "throttled",
    });
  });

  test.each([
    ["an HTML page", 502, "<html>", "html-answer", "temporary"],
    ["nothing", 502, "", "empty-answer", "temporary"],
    ["a cut answer", 200, '{"Invocations":{"Invo', "json-syntax", "temporary"],
    ["other JSON", 200, '{"a":1}', "not-an-answer", "temporary"],
    ["an HTML page that forbids", 403, "<html>", "html-answer", "permanent"],
  ])("tells a gateway's answer from the service's: %s", async (_, status, body, code, failureKind) => {
    const error = await failure(client(() => new Response(body, { status })).page({}));

    expect(error).toBeInstanceOf(GatewayError);
    expect(error).toMatchObject({ name: "GatewayError", code, status, failureKind });
  });

  test("throws a network error where no answer comes", async () => {
    const asked = client(() => Promise.reject(new TypeError("fetch failed")));

    const error = await failure(asked.page({}));

    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: "network-error", retryClass: "safe", status: undefined });
  });

  test("reads a date in Retry-After", async () => {
    const headers = { "retry-after": new Date(NOW + 30_000).toUTCString() };

    const error = await failure(client(() => problem(503, "ServiceUnavailable", headers)).page({}));

    expect(error.retryAfterMs).toBe(30_000);
  });

  test("is aborted before the call and within the body, with the signal's reason", async () => {
    const reason = new Error("left the page");
    let calls = 0;
    const endless = client(() => {
      calls += 1;
      return new Response(new ReadableStream({}));
    });
    const controller = new AbortController();
    const within = failure(endless.page({}, { signal: controller.signal }));
    await Promise.resolve();
    await Promise.resolve();

    controller.abort(reason);

    expect(await within).toBe(reason);
    expect(await failure(endless.page({}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(calls).toBe(1);
  });
});

describe("pages", () => {
  test("follows tokens to the end and reports each record as new once", async () => {
    const asked: unknown[] = [];
    const pages = [page(["t-1", "t-2"], "a"), page(["t-2", "t-3"], "b"), page(["t-4"], "")];
    const progress: number[] = [];
    const read: [readonly number[], string | undefined][] = [];

    const all = client((body) => {
      asked.push(body);
      return pages.shift() ?? expect.fail("one page too many");
    });
    for await (const one of all.pages(
      { CommandId: "c-1" },
      { onProgress: (p) => progress.push(p.records) },
    )) {
      read.push([one.new, one.ending?.reason]);
    }

    expect(asked).toEqual([
      { RegionId: "cn-hangzhou", CommandId: "c-1", MaxResults: 50 },
      { RegionId: "cn-hangzhou", CommandId: "c-1", MaxResults: 50, NextToken: "a" },
      { RegionId: "cn-hangzhou", CommandId: "c-1", MaxResults: 50, NextToken: "b" },
    ]);
    expect(read).toEqual([
      [[0, 1], undefined],
      [[1], undefined],
      [[0], "empty-token"],
    ]);
    expect(progress).toEqual([2, 3, 4]);
  });

  test("begins at the given token, with the given size, and ends at the limit of pages", async () => {
    const asked: unknown[] = [];
    const all = client((body) => {
      asked.push(body);
      return page(["t-1"], "d");
    });
    const read = [];

    const request = { MaxResults: 10, NextToken: "c" };
    for await (const one of all.pages(request, { maxPages: 1 })) read.push(one.ending);

    expect(asked).toEqual([{ RegionId: "cn-hangzhou", MaxResults: 10, NextToken: "c" }]);
    expect(read).toEqual([{ reason: "page-limit", isComplete: false, isResumable: true, nextToken: "d" }]);
  });

  test("waits for the next minute after throttling and tries the same page again", async () => {
    const answers = [problem(400, "Throttling.User"), page(["t-1"])];
    const times: number[] = [];
    const waits: unknown[] = [];
    const all = client(() => {
      times.push(Date.now());
      return answers.shift() ?? expect.fail("one call too many");
    });

    const onProgress: PagesOptions["onProgress"] = (p, error) => waits.push([p.waitingUntilMs, error?.code]);
    await settle(collect(all.pages({}, { onProgress })));

    expect(times).toEqual([NOW, NOW + 45_000]);
    expect(waits).toEqual([
      [NOW + 45_000, "Throttling.User"],
      [undefined, undefined],
    ]);
  });

  test("throws the last error when the tries are used up, and what no try mends at once", async () => {
    let calls = 0;
    const down = client(() => {
      calls += 1;
      return new Response("", { status: 503 });
    });
    const forbidden = client(() => problem(403, "Operation.Forbidden"));

    await expect(settle(collect(down.pages({}, { maxAttempts: 2 })))).rejects.toBeInstanceOf(GatewayError);
    await expect(settle(collect(forbidden.pages({})))).rejects.toMatchObject({ code: "Operation.Forbidden" });
    await expect(collect(forbidden.pages({ MaxResults: 51 }))).rejects.toMatchObject({
      name: "InvoscopeError",
      code: "invalid-value",
      path: "maxResults",
    });
    expect(calls).toBe(2);
  });

  test("is aborted while it waits, and asks nothing once the loop is left", async () => {
    const controller = new AbortController();
    const waiting = failure(
      collect(client(() => problem(400, "Throttling")).pages({}, { signal: controller.signal })),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    expect(await waiting).toMatchObject({ name: "AbortError" });

    let calls = 0;
    const all = client(() => {
      calls += 1;
      return page(["t-1"], `token-${calls}`);
    });
    for await (const _ of all.pages({})) break;
    expect(calls).toBe(1);
  });
});

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of pages) all.push(one);
  return all;
}
