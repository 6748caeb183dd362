import { describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../../www/simulator/index.ts";
import { call, type InvocationRecord, invocationsOf } from "./signed-call.ts";

const step = (simulator: Simulator, body: string, headers: Record<string, string> = {}) =>
  simulator.fetch(
    new Request("http://127.0.0.1:1/__simulator/clock", {
      method: "POST",
      headers: { host: "127.0.0.1:1", "content-type": "application/json", ...headers },
      body,
    }),
  );

async function newest(simulator: Simulator): Promise<InvocationRecord> {
  const [record] = invocationsOf(await call(simulator, { MaxResults: "1" }));
  if (record === undefined) throw new Error("the account is empty");
  return record;
}

const statuses = (record: InvocationRecord) =>
  record.InvokeInstances.InvokeInstance.map((instance) => instance.InvocationStatus);

describe("a stepped clock", () => {
  test("takes the run in progress from Pending over Running to its end", async () => {
    const simulator = createSimulator({ clock: "step" });
    const seen: string[] = [];
    for (let minute = 0; minute < 5; minute++) {
      seen.push((await newest(simulator)).InvocationStatus);
      await step(simulator, '{"advanceMs":60000}');
    }

    expect([...new Set(seen)]).toEqual(["Pending", "Running", "PartialFailed"]);
    expect(statuses(await newest(simulator)).filter((status) => status !== "Success")).toEqual(["Failed"]);
  });

  test("moves UpdateTime exactly when a status moves", async () => {
    const simulator = createSimulator({ clock: "step" });
    let before = (await newest(simulator)).InvokeInstances.InvokeInstance;
    let moves = 0;
    for (let second = 0; second < 120; second += 5) {
      await step(simulator, '{"advanceMs":5000}');
      const after = (await newest(simulator)).InvokeInstances.InvokeInstance;
      for (const [index, row] of after.entries()) {
        const hasMoved = row.InvocationStatus !== before[index]?.InvocationStatus;
        expect(row.UpdateTime !== before[index]?.UpdateTime).toBe(hasMoved);
        if (hasMoved) moves++;
      }
      before = after;
    }

    expect(moves).toBeGreaterThan(20);
  });

  test("lets a running command's output grow to its live head and then stall until the end", async () => {
    const simulator = createSimulator({ clock: "step" });
    const { InvokeId } = await newest(simulator);
    const sizes: number[] = [];
    for (let second = 0; second < 240; second += 10) {
      const [record] = invocationsOf(await call(simulator, { InvokeId, IncludeOutput: "true" }));
      const instance = record?.InvokeInstances.InvokeInstance[1];
      sizes.push(Buffer.from(instance?.Output ?? "", "base64").length);
      await step(simulator, '{"advanceMs":10000}');
    }

    expect(sizes).toEqual(sizes.toSorted((left, right) => left - right));
    expect(new Set(sizes)).toEqual(
      new Set([...new Set(sizes)].filter((size) => size <= 6144 || size > 8192)),
    );
    expect(sizes).toContain(6144);
    expect(sizes.at(-1)).toBeGreaterThan(8192);
  });

  test("ends a stopping run as Terminated", async () => {
    const simulator = createSimulator({ clock: "step" });
    const stopping = async () => invocationsOf(await call(simulator, { MaxResults: "2" }))[1];
    const before = await stopping();
    await step(simulator, '{"advanceMs":5000}');
    const after = await stopping();

    expect(before?.InvocationStatus).toBe("Stopping");
    expect(after?.InvocationStatus).toBe("Stopped");
    expect(after === undefined ? [] : statuses(after)).toEqual(["Terminated", "Terminated", "Terminated"]);
  });

  test("starts a scheduled run at its time and ends it there", async () => {
    const simulator = createSimulator({ clock: "step" });
    const cutover = async () => invocationsOf(await call(simulator, { CommandName: "cutover" }))[0];
    const waiting = await cutover();
    await step(simulator, '{"advanceMs":7202000}');
    const running = await cutover();
    await step(simulator, '{"advanceMs":60000}');
    const ended = await cutover();

    expect([waiting, running, ended].map((record) => [record?.InvocationStatus, record?.Timed])).toEqual([
      ["Scheduled", true],
      ["Running", true],
      ["Success", false],
    ]);
  });

  test("counts the repeats of a periodic run", async () => {
    const simulator = createSimulator({ clock: "step" });
    const repeats = async () =>
      invocationsOf(await call(simulator, { CommandName: "heartbeat" }))[0]?.InvokeInstances.InvokeInstance[0]
        ?.Repeats;
    const before = await repeats();
    await step(simulator, '{"advanceMs":1500000}');

    expect([before, await repeats()]).toEqual([13, 18]);
  });

  test.each([
    ["a negative step", 409, '{"advanceMs":-1}', {}],
    ["no number", 400, '{"advanceMs":"1"}', {}],
    ["no JSON", 400, "advanceMs=1", {}],
    ["a form", 415, "advanceMs=1", { "content-type": "application/x-www-form-urlencoded" }],
    ["a host that is not loopback", 403, '{"advanceMs":1}', { host: "evil.example" }],
  ])("refuses %s with %i", async (_case, status, body, headers) => {
    const simulator = createSimulator({ clock: "step" });

    expect((await step(simulator, body, headers)).status).toBe(status);
    expect(simulator.clock.now()).toBe(Date.parse("2026-11-24T09:00:00Z"));
  });
});

test("a fixed clock stands still and cannot be stepped", async () => {
  const simulator = createSimulator({ machineNow: () => Date.now() });

  expect((await step(simulator, '{"advanceMs":1}')).status).toBe(409);
  expect(await newest(simulator)).toEqual(await newest(simulator));
});

test("a running clock follows the machine's from the given start", async () => {
  let machineMs = Date.now();
  const startMs = Date.parse("2026-01-02T03:04:05Z");
  const simulator = createSimulator({ clock: "run", startMs, machineNow: () => machineMs });
  machineMs += 90_000;

  const reading = await simulator.fetch(new Request("http://127.0.0.1:1/__simulator/clock"));

  expect(await reading.json()).toEqual({ mode: "run", now: "2026-01-02T03:05:35.000Z" });
});
