import { expect, test } from "vitest";
import { call, codeOf, EMPTY_PAGE, emptyPage, fakeProxy } from "./support.ts";

/** An upstream whose answers are let go one by one. */
function heldUpstream(answer: () => Response = emptyPage) {
  const held: (() => void)[] = [];
  return {
    held,
    fetch: () => new Promise<Response>((resolve) => held.push(() => resolve(answer()))),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

function page(bytes: number): Response {
  return new Response(`"${"x".repeat(bytes - 2)}"`, { headers: { "content-type": "application/json" } });
}

test("equal concurrent questions are one call, and all get the whole answer", async () => {
  const { held, fetch } = heldUpstream();
  const proxy = fakeProxy(fetch);

  const waiting = Array.from({ length: 5 }, () => proxy(call()));
  await settle();
  expect(held).toHaveLength(1);
  held[0]?.();
  const answers = await Promise.all(waiting);

  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(5).fill(EMPTY_PAGE));
  expect(answers.map(({ headers }) => headers.get("x-invoscope-source"))).toEqual([
    "call",
    ...Array(4).fill("joined"),
  ]);
  expect(answers.map(({ headers }) => headers.get("x-invoscope-calls-left"))).toEqual(Array(5).fill("59"));
});

test("questions that differ, or come from another account, are not shared", async () => {
  const { held, fetch } = heldUpstream();
  let account = 0;
  const proxy = fakeProxy(fetch, {
    credentials: async () => ({ accessKeyId: `id-${account}`, accessKeySecret: "s" }),
  });

  const waiting = [
    proxy(call()),
    proxy(call({ RegionId: "cn-hangzhou", MaxResults: 1 })),
    proxy(call({ RegionId: "cn-beijing" })),
  ];
  await settle();
  account = 1;
  waiting.push(proxy(call()));
  await settle();

  expect(held).toHaveLength(4);
  for (const letGo of held) letGo();
  await Promise.all(waiting);
});

test("the order of keys and the way they are written make no difference", async () => {
  const { held, fetch } = heldUpstream();
  const proxy = fakeProxy(fetch);

  const waiting = [
    proxy(call('{"RegionId":"cn-hangzhou","MaxResults":50}')),
    proxy(call('{ "MaxResults": 5e1, "RegionId": "cn-\\u0068angzhou" }')),
  ];
  await settle();

  expect(held).toHaveLength(1);
  held[0]?.();
  await Promise.all(waiting);
});

test("a failure is told to all who wait, and the next one tries again", async () => {
  let calls = 0;
  const proxy = fakeProxy(async () => {
    calls += 1;
    await settle();
    throw new Error("down");
  });

  const answers = await Promise.all([proxy(call()), proxy(call())]);

  expect(await Promise.all(answers.map(codeOf))).toEqual(["UpstreamUnreachable", "UpstreamUnreachable"]);
  expect(calls).toBe(1);
  await proxy(call());
  expect(calls).toBe(2);
});

test("an answer above the limit streams to the first and is asked for again by the others", async () => {
  const { held, fetch } = heldUpstream(() => page(3_000_000));
  const proxy = fakeProxy(fetch);

  const waiting = [proxy(call()), proxy(call()), proxy(call())];
  await settle();
  held[0]?.();
  const first = await waiting[0];
  await settle();
  for (const letGo of held.slice(1)) letGo();
  const others = await Promise.all(waiting.slice(1));

  expect(held).toHaveLength(3);
  for (const answer of [first, ...others]) {
    expect(answer?.headers.get("x-invoscope-source")).toBe("call");
    expect((await answer?.text())?.length).toBe(3_000_000);
  }
});

test("a first client that never reads holds nobody up", async () => {
  const { held, fetch } = heldUpstream(() => page(500_000));
  const proxy = fakeProxy(fetch);

  const waiting = [proxy(call()), proxy(call())];
  await settle();
  held[0]?.();
  const [stalled, other] = await Promise.all(waiting);

  expect((await other?.text())?.length).toBe(500_000);
  await stalled?.body?.cancel();
});

test("an equal question within a second is answered from memory, later ones are not", async () => {
  let nowMs = 0;
  let calls = 0;
  const proxy = fakeProxy(
    () => {
      calls += 1;
      return emptyPage();
    },
    { cacheMs: 1_000, now: () => nowMs },
  );

  await (await proxy(call())).text();
  nowMs = 999;
  const cached = await proxy(call());
  expect([await cached.text(), cached.headers.get("x-invoscope-source"), calls]).toEqual([
    EMPTY_PAGE,
    "cached",
    1,
  ]);
  expect(cached.headers.get("x-acs-request-id")).toBe("R-1");

  nowMs = 1_000;
  await proxy(call());
  expect(calls).toBe(2);
});

test("errors of the endpoint are not cached", async () => {
  let calls = 0;
  const proxy = fakeProxy(
    () => {
      calls += 1;
      return new Response("{}", { status: 500, headers: { "content-type": "application/json" } });
    },
    { cacheMs: 1_000 },
  );

  await (await proxy(call())).text();
  await (await proxy(call())).text();

  expect(calls).toBe(2);
});

test.each([
  ["nothing", ""],
  ["garbage", "\u00ff\u0000}{"],
  ["half an answer", EMPTY_PAGE.slice(0, -4)],
  ["another kind of JSON", "[]"],
])("%s with status 200 is passed on and not cached", async (_, body) => {
  const answers = [body, EMPTY_PAGE];
  const proxy = fakeProxy(
    () => new Response(answers.shift() ?? "", { headers: { "content-type": "application/json" } }),
    { cacheMs: 1_000, now: () => 0 },
  );

  expect(await (await proxy(call())).text()).toBe(body);
  expect(await (await proxy(call())).text()).toBe(EMPTY_PAGE);
});

test("the cache is behind the guards", async () => {
  const proxy = fakeProxy(emptyPage, { cacheMs: 10_000 });
  await (await proxy(call())).text();

  expect((await proxy(call(undefined, { origin: "https://evil.example" }))).status).toBe(403);
});
