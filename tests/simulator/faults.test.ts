import { afterAll, beforeAll, expect, test } from "vitest";
import { createSimulator, type Listening, listen, parseFaultRule } from "../../www/simulator/index.ts";
import { acs3Request, call, invocationsOf, listAll } from "./signed-call.ts";

const simulator = createSimulator({ invocations: 120 });
let server: Listening;
beforeAll(async () => {
  server = await listen(simulator, { port: 0 });
});
afterAll(() => server.close());

const region = { RegionId: "cn-hangzhou", MaxResults: "50" };
const struck = (fault: string, parameters: Record<string, string> = region) =>
  acs3Request(parameters, { headers: { "x-simulator-fault": fault } });

/** The same call over a socket: what arrives there is what a client sees. */
function overTheWire(fault: string): Promise<Response> {
  const signed = acs3Request(region, {
    host: new URL(server.url).host,
    headers: { "x-simulator-fault": fault },
  });
  return fetch(new URL(new URL(signed.url).search, server.url), {
    method: "POST",
    headers: Object.fromEntries([...signed.headers].filter(([name]) => name !== "host")),
    redirect: "manual",
  });
}

test.each([
  ["throttle", 400, "Throttling"],
  ["throttle-user", 400, "Throttling.User"],
  ["500", 500, "InternalError"],
  ["503", 503, "ServiceUnavailable"],
])("%s answers %i %s in the API's envelope", async (fault, status, code) => {
  const response = await simulator.fetch(struck(fault));

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ Code: code, HostId: "127.0.0.1:1" });
});

test("throttle=1500 says when to come back", async () => {
  const response = await simulator.fetch(struck("throttle=1500"));

  expect(response.headers.get("x-acs-retry-after")).toBe("1500");
});

test("slow=80 answers after 80 ms", async () => {
  const startedMs = performance.now();
  const response = await simulator.fetch(struck("slow=80"));

  expect(response.status).toBe(200);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(78);
});

test("cut=0.5 breaks the connection in the middle of the body", async () => {
  const response = await overTheWire("cut=0.5");

  expect(response.status).toBe(200);
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1000);
  await expect(response.text()).rejects.toThrow();
});

test("garbage is answered 200 and is not JSON", async () => {
  const response = await overTheWire("garbage");

  expect(response.status).toBe(200);
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test("html is a gateway's error page", async () => {
  const response = await overTheWire("html");

  expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
});

test("empty is a 200 without a byte", async () => {
  const response = await overTheWire("empty");

  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test("redirect=url is a 302 to it", async () => {
  const response = await overTheWire("redirect=http://169.254.169.254/latest");

  expect([response.status, response.headers.get("location")]).toEqual([302, "http://169.254.169.254/latest"]);
});

test("drip sends the whole answer in small pieces", async () => {
  const response = await overTheWire("drip=0");

  expect(await response.json()).toMatchObject({
    PageSize: 50,
    Invocations: { Invocation: expect.any(Array) },
  });
  const whole = await simulator.fetch(struck("drip=0"));
  const first = await whole.body?.getReader().read();
  expect(first?.value?.length).toBeLessThan(100);
});

test("repeat-token makes a list that never ends", async () => {
  const first = await call(simulator, { MaxResults: "50" });
  const token = String(first.body.NextToken);

  const response = await simulator.fetch(struck("repeat-token", { ...region, NextToken: token }));

  expect(await response.json()).toMatchObject({ NextToken: token });
});

/** The first page's ids and token, and what the call after it answers under a fault. */
async function secondPage(fault: string) {
  const account = createSimulator({ invocations: 120 });
  const first = await call(account, { MaxResults: "50" });
  const NextToken = String(first.body.NextToken);
  const second = await account.fetch(struck(fault, { ...region, NextToken }));
  return { account, NextToken, first: invocationsOf(first), second: await second.json() };
}

const idsOf = (records: { InvokeId: string }[]) => records.map(({ InvokeId }) => InvokeId);

test("expired-token refuses a token, and no first page", async () => {
  const { second } = await secondPage("expired-token");

  expect(second).toMatchObject({ Code: "InvalidParameter.NextToken" });
  expect((await simulator.fetch(struck("expired-token"))).status).toBe(200);
});

test("overlap=3 begins a page with the last three runs of the page before", async () => {
  const { first, second } = await secondPage("overlap=3");

  expect(idsOf(second.Invocations.Invocation).slice(0, 3)).toEqual(idsOf(first).slice(-3));
  expect(second.Invocations.Invocation).toHaveLength(50);
});

test("vanish=2 deletes two runs that were read and two that were not", async () => {
  const { account, NextToken, first, second } = await secondPage("vanish=2");

  const again = invocationsOf(await call(account, { MaxResults: "50" }));
  expect(idsOf(again)).not.toEqual(expect.arrayContaining(idsOf(first).slice(-2)));
  expect(idsOf(again).slice(0, 48)).toEqual(idsOf(first).slice(0, 48));
  const all = await listAll(account);
  expect(all).toHaveLength(116);
  expect(idsOf(all).slice(48, 98)).toEqual(idsOf(second.Invocations.Invocation));
  expect((await call(account, { MaxResults: "50", NextToken })).status).toBe(200);
  expect(invocationsOf(await call(account, { InvokeId: idsOf(first)[49] ?? "" }))).toEqual([]);
});

test.each([
  ["skew=-1200000", 400],
  ["skew=1200000", 400],
  ["skew=600000", 200],
])("%s answers %i: a signature's time may be a quarter of an hour off", async (fault, status) => {
  const response = await simulator.fetch(struck(fault));

  expect(response.status).toBe(status);
  if (status === 400) expect(await response.json()).toMatchObject({ Code: "InvalidTimeStamp.Expired" });
});

test("a fault of some calls spares the others", async () => {
  const flaky = createSimulator({ invocations: 1, faults: [parseFaultRule("503@2-3")] });
  const statuses: number[] = [];
  for (let index = 0; index < 4; index++) statuses.push((await flaky.fetch(acs3Request(region))).status);

  expect(statuses).toEqual([200, 503, 503, 200]);
});

test("several faults strike together", async () => {
  const startedMs = performance.now();
  const response = await simulator.fetch(struck("slow=50, 503"));

  expect(response.status).toBe(503);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(48);
});

test("an unknown fault is refused with the list of known ones", async () => {
  const response = await simulator.fetch(struck("explode"));

  expect(response.status).toBe(400);
  expect(await response.text()).toContain("repeat-token");
});

test("a fault with a probability strikes that share of the calls", async () => {
  const flaky = createSimulator({ invocations: 1, faults: [parseFaultRule("throttle:0.1")] });
  let throttled = 0;
  for (let index = 0; index < 1000; index++) {
    if ((await flaky.fetch(acs3Request(region))).status === 400) throttled++;
  }

  // Three standard deviations of a binomial share of 0.1 in 1000.
  expect(throttled).toBeGreaterThan(72);
  expect(throttled).toBeLessThan(128);
});

test.each([
  ["slow=500:0.25", { fault: { kind: "slow", delayMs: 500 }, probability: 0.25 }],
  [
    "redirect=http://127.0.0.1:1/",
    { fault: { kind: "redirect", url: "http://127.0.0.1:1/" }, probability: 1 },
  ],
  ["500", { fault: { kind: "500" }, probability: 1 }],
  ["500@3", { fault: { kind: "500" }, probability: 1, calls: { from: 3, to: 3 } }],
  [
    "cut=0.5@2-4:0.25",
    { fault: { kind: "cut", fraction: 0.5 }, probability: 0.25, calls: { from: 2, to: 4 } },
  ],
])("the rule %s is read", (text, rule) => {
  expect(parseFaultRule(text)).toEqual(rule);
});

test.each([
  "",
  "cut",
  "cut=2",
  "slow",
  "slow=-1",
  "redirect=",
  "500=1",
  "throttle:2",
  "500@0",
  "500@4-2",
  "overlap",
  "vanish=1.5",
  "skew=x",
])("the rule %j is refused", (text) => {
  expect(() => parseFaultRule(text)).toThrow(RangeError);
});
