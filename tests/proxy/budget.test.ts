import { expect, test } from "vitest";
import { memoryBudget } from "../../www/proxy/index.ts";
import { call, codeOf, emptyPage, fakeProxy } from "./support.ts";

const MINUTE = Date.parse("2026-11-24T13:00:00Z");

/** A clock that stands until it is moved. */
function clock(startMs = MINUTE) {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    move: (ms: number) => {
      nowMs += ms;
    },
  };
}

test("calls beyond the budget wait for the next minute of the clock", async () => {
  const { now, move } = clock(MINUTE + 42_500);
  const proxy = fakeProxy(emptyPage, { now, callsPerMinute: 2 });

  const answers = [await proxy(call()), await proxy(call()), await proxy(call())];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("x-invoscope-calls-left"))).toEqual(["1", "0", "0"]);
  expect(answers.map(({ headers }) => headers.get("x-invoscope-next-call-ms"))).toEqual([
    "0",
    "17500",
    "17500",
  ]);
  expect(answers[2]?.headers.get("retry-after")).toBe("18");
  expect(await codeOf(answers[2] as Response)).toBe("CallBudgetExhausted");

  move(17_500);
  expect((await proxy(call())).status).toBe(200);
});

test("account, region and action have a budget each", async () => {
  let accessKeyId = "id-1";
  const proxy = fakeProxy(emptyPage, {
    callsPerMinute: 1,
    credentials: async () => ({ accessKeyId, accessKeySecret: "s" }),
  });
  const status = async (region: string, path?: string) =>
    (await proxy(call({ RegionId: region }, {}, path))).status;

  expect(await status("cn-hangzhou")).toBe(200);
  expect(await status("cn-hangzhou")).toBe(429);
  expect(await status("cn-beijing")).toBe(200);
  expect(await status("cn-hangzhou", "/api/v1/describe-invocation-results")).toBe(200);
  accessKeyId = "id-2";
  expect(await status("cn-hangzhou")).toBe(200);
});

test("one client cannot use up what all share", async () => {
  const proxy = fakeProxy(emptyPage, { callsPerMinute: 10, clientCallsPerMinute: 2 });
  const ask = async (client: string) => (await proxy(call(), { client })).status;

  expect([await ask("a"), await ask("a"), await ask("a"), await ask("b")]).toEqual([200, 200, 429, 200]);
});

test("refused calls cost nothing", async () => {
  const proxy = fakeProxy(emptyPage, { callsPerMinute: 1 });

  for (let n = 0; n < 5; n += 1) await proxy(call({ RegionId: "cn-hangzhou", Nope: 1 }));

  expect((await proxy(call())).status).toBe(200);
});

for (const [name, status] of [
  ["Throttling.User", 400],
  ["Throttling", 503],
  ["Throttling.Api", 200],
] as const) {
  test(`after ${name} with status ${status} nothing is sent until the next minute`, async () => {
    const { now, move } = clock(MINUTE + 50_000);
    let sent = 0;
    const body = `{"RequestId":"R","Code":"${name}","Message":"Request was denied due to user flow control."}`;
    const proxy = fakeProxy(
      () => {
        sent += 1;
        return new Response(body, { status, headers: { "content-type": "application/json" } });
      },
      { now, cacheMs: 1_000 },
    );

    const first = await proxy(call());
    expect([first.status, await first.text()]).toEqual([status, body]);
    const second = await proxy(call());

    expect([second.status, second.headers.get("retry-after"), sent]).toEqual([429, "10", 1]);
    move(10_000);
    await (await proxy(call())).text();
    expect(sent).toBe(2);
  });
}

test("another error of the endpoint pauses nothing", async () => {
  const proxy = fakeProxy(
    () =>
      new Response('{"Code":"Forbidden.RAM","Message":"no Throttling here"}', {
        status: 403,
        headers: { "content-type": "application/json" },
      }),
  );

  await (await proxy(call())).text();

  expect((await proxy(call())).status).toBe(403);
});

test("a budget can be given", async () => {
  const budget = memoryBudget({ callsPerMinute: 1, clientCallsPerMinute: 1 }, Date.now);
  const first = fakeProxy(emptyPage, { budget });
  const second = fakeProxy(emptyPage, { budget });

  expect([(await first(call())).status, (await second(call())).status]).toEqual([200, 429]);
});
