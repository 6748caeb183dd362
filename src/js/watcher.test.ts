import { readFileSync } from "node:fs";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { initSync, type WatchStatus } from "./api.ts";
import { InvocationClient, type RunChange } from "./client.ts";

const NOW = 1_795_608_015_000;

interface Asked {
  InvokeId: string;
  InstanceId?: string;
  IncludeOutput?: true;
}

/** An account of one instance a run, whose status the test sets. */
function account() {
  const statuses = new Map<string, string>();
  const asked: (Asked & { at: number })[] = [];
  const stored: string[] = [];
  let failure: Response | undefined;
  const client = new InvocationClient({
    endpoint: "/api/v1",
    regionId: "cn-hangzhou",
    random: () => 0,
    fetch: async (_, init) => {
      const { RegionId: _region, ...body } = JSON.parse(String(init?.body));
      asked.push({ ...body, at: Date.now() - NOW });
      if (failure !== undefined) return failure;
      const status = statuses.get(body.InvokeId) ?? "Pending";
      const instance = { InstanceId: "i-1", InvocationStatus: status, UpdateTime: status };
      const run = { InvokeId: body.InvokeId, InvocationStatus: status };
      const Invocation = [{ ...run, InvokeInstances: { InvokeInstance: [instance] } }];
      return Response.json({ Invocations: { Invocation } });
    },
  });
  const store = { ingest: (body: Uint8Array) => void stored.push(new TextDecoder().decode(body)) };
  return {
    client,
    store,
    asked,
    stored,
    set: (id: string, status: string) => statuses.set(id, status),
    failWith: (response: Response | undefined) => {
      failure = response;
    },
  };
}

beforeAll(() => {
  initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });
});
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("asks status first, then the output of what moved, and ends by itself", async () => {
  const fleet = account();
  const changes: RunChange[] = [];
  const statuses: WatchStatus[] = [];
  const watch = fleet.client.watch(fleet.store, ["t-1"], {
    onChange: (change) => changes.push(change),
    onStatus: (status) => statuses.push(status),
  });
  await vi.advanceTimersByTimeAsync(1_000);
  fleet.set("t-1", "Success");
  await vi.advanceTimersByTimeAsync(2_000);

  const end = await watch.done;

  expect(fleet.asked).toEqual([
    { InvokeId: "t-1", at: 0 },
    { InvokeId: "t-1", at: 2_000 },
    { InvokeId: "t-1", InstanceId: "i-1", IncludeOutput: true, at: 2_200 },
  ]);
  expect(fleet.stored).toHaveLength(3);
  expect(changes.map(({ changed, isFinished }) => [changed, isFinished])).toEqual([
    [["i-1"], false],
    [["i-1"], true],
    [[], true],
  ]);
  expect(end).toMatchObject({ reason: "finished", finishedRuns: 1, callsLeft: 17 });
  expect(statuses.at(-1)).toEqual(end);
  expect(statuses.find(({ reason }) => reason === "interval")).toMatchObject({ nextCallAtMs: NOW + 2_000 });
  expect(watch.status()).toEqual(end);
});

test("asks nothing while it is paused, holds no timer, and goes on when resumed", async () => {
  const fleet = account();
  fleet.set("t-1", "Running");
  const watch = fleet.client.watch(fleet.store, ["t-1"], { outputs: false });
  await vi.advanceTimersByTimeAsync(500);

  watch.pause();
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fleet.asked).toHaveLength(1);
  expect(watch.status()).toMatchObject({ isPaused: true, reason: "paused" });
  fleet.set("t-1", "Failed");
  watch.resume();
  await vi.advanceTimersByTimeAsync(0);

  expect(await watch.done).toMatchObject({ finishedRuns: 1 });
  expect(fleet.asked).toHaveLength(2);
});

test("a task event spares the wait", async () => {
  const fleet = account();
  fleet.set("t-1", "Running");
  const watch = fleet.client.watch(fleet.store, ["t-1"], { outputs: false });
  await vi.advanceTimersByTimeAsync(500);
  fleet.set("t-1", "Success");

  const outcome = watch.event('{"instanceId":"i-1","invocationStatus":"Success","exitCode":"0"}');
  await vi.advanceTimersByTimeAsync(0);

  expect(outcome).toEqual({ outcome: "updated", invokeId: "t-1", instanceId: "i-1" });
  expect(await watch.done).toMatchObject({ finishedRuns: 1 });
  expect(fleet.asked.map(({ at }) => at)).toEqual([0, 500]);
  expect(() => watch.event("{")).not.toThrow();
});

test("waits for the next minute after throttling", async () => {
  const fleet = account();
  fleet.set("t-1", "Success");
  fleet.failWith(Response.json({ Code: "Throttling.User", Message: "slow down" }, { status: 400 }));
  const watch = fleet.client.watch(fleet.store, ["t-1"], { outputs: false });
  await vi.advanceTimersByTimeAsync(100);
  expect(watch.status()).toMatchObject({ reason: "throttled", nextCallAtMs: NOW + 45_000 });
  fleet.failWith(undefined);
  await vi.advanceTimersByTimeAsync(45_000);

  await watch.done;

  expect(fleet.asked.map(({ at }) => at)).toEqual([0, 45_000]);
});

test("ends with the service's error when a further call would fail too", async () => {
  const fleet = account();
  fleet.failWith(Response.json({ Code: "Operation.Forbidden", Message: "no" }, { status: 403 }));
  const watch = fleet.client.watch(fleet.store, ["t-1"]);
  await vi.advanceTimersByTimeAsync(0);

  await expect(watch.done).rejects.toMatchObject({ name: "ApiError", code: "Operation.Forbidden" });
  expect(watch.status()).toMatchObject({ reason: "failed", failure: { kind: "permanent" } });
});

test("is aborted with the signal's reason, while it waits and before it begins", async () => {
  const fleet = account();
  const controller = new AbortController();
  const watch = fleet.client.watch(fleet.store, ["t-1"], { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(500);
  controller.abort(new Error("left"));
  await expect(watch.done).rejects.toThrow("left");

  const late = fleet.client.watch(fleet.store, ["t-1"], { signal: controller.signal });
  await expect(late.done).rejects.toThrow("left");
  late.pause();
  expect(fleet.asked).toHaveLength(1);
});

test("an abort by a callback ends it, and a change by a callback is heard", async () => {
  const fleet = account();
  fleet.set("t-1", "Running");
  const controller = new AbortController();
  const watch = fleet.client.watch(fleet.store, ["t-1"], {
    outputs: false,
    signal: controller.signal,
    onStatus: ({ reason }) => {
      if (reason === "interval") watch.pause();
      if (reason === "paused") controller.abort(new Error("enough"));
    },
  });
  await vi.advanceTimersByTimeAsync(1);

  await expect(watch.done).rejects.toThrow("enough");
  expect(fleet.asked).toHaveLength(1);
});

test("what the store knows is not asked for", async () => {
  const fleet = account();
  const facts = {
    invokeId: "t-1",
    status: "Success",
    instances: [{ instanceId: "i-1", status: "Success", updateTime: "1", hasOutput: true }],
  };
  const store = { ...fleet.store, runFacts: (id: string) => (id === "t-1" ? facts : undefined) };
  const watch = fleet.client.watch(store, ["t-1"]);

  expect(await watch.done).toMatchObject({ runs: 1, finishedRuns: 1, callsLeft: 20 });
  expect(fleet.asked).toEqual([]);
});

test("runs can be added and removed while it watches", async () => {
  const fleet = account();
  const watch = fleet.client.watch(fleet.store, ["t-1"], { outputs: false });
  await vi.advanceTimersByTimeAsync(500);
  fleet.set("t-2", "Success");
  watch.add(["t-2"]);
  await vi.advanceTimersByTimeAsync(0);
  watch.remove("t-1");
  await vi.advanceTimersByTimeAsync(0);

  expect(await watch.done).toMatchObject({ runs: 1, finishedRuns: 1 });
  expect(fleet.asked.map(({ InvokeId }) => InvokeId)).toEqual(["t-1", "t-2"]);
});

test("calls made for something else count against the budget", async () => {
  const fleet = account();
  const watch = fleet.client.watch(fleet.store, ["t-1"], { callsPerMinute: 1 });
  watch.spend();
  await vi.advanceTimersByTimeAsync(59_999);
  expect(fleet.asked).toEqual([]);
  fleet.set("t-1", "Stopped");
  await vi.advanceTimersByTimeAsync(60_001);

  expect(await watch.done).toMatchObject({ finishedRuns: 1 });
  expect(fleet.asked.map(({ at }) => at)).toEqual([60_000, 120_000]);
});
