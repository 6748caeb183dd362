import { InvocationStore } from "invoscope";
import { expect, test } from "vitest";
import { Session } from "../session/session.ts";
import { searchRun } from "./run-search.ts";

/** A session with runs, each with the outputs of its instances. */
function sessionOf(runs: Readonly<Record<string, Readonly<Record<string, string>>>>): Session {
  const store = new InvocationStore();
  const Invocation = Object.entries(runs).map(([InvokeId, outputs]) => ({
    InvokeId,
    InvokeInstances: {
      InvokeInstance: Object.entries(outputs).map(([InstanceId, text]) => ({
        InstanceId,
        InvocationStatus: "Success",
        Output: Buffer.from(text).toString("base64"),
      })),
    },
  }));
  store.ingest(JSON.stringify({ Invocations: { Invocation } }), undefined);
  return new Session({ store });
}

/** Goes through all steps; gives how many there were, and what was found. */
function all(steps: ReturnType<typeof searchRun>) {
  for (let taken = 0; ; taken++) {
    const { done, value } = steps.next();
    if (done) return { taken, found: value };
  }
}

test("a set is searched run after run, and what is found is in the order of its ids", () => {
  const session = sessionOf({
    "t-1": { "i-a": "one error\ntwo", "i-b": "fine" },
    "t-2": { "i-c": "error error" },
  });

  const { taken, found } = all(searchRun(session, "t-2,t-1", { pattern: "error" }));

  expect(taken).toBe(2);
  expect(found).toMatchObject({
    count: 3,
    searched: 3,
    truncated: false,
    outputs: [
      {
        instanceId: "i-c",
        count: 2,
        matches: [
          { line: 1, start: 0, end: 5 },
          { line: 1, start: 6, end: 11 },
        ],
      },
      { instanceId: "i-a", count: 1, matches: [{ line: 1, start: 4, end: 9 }] },
    ],
  });
});

test("of one output fifty matches are located, of all outputs some thousands, and every one is counted", () => {
  const outputs = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`i-${n}`, "x".repeat(60)]));
  const session = sessionOf({ "t-1": outputs, "t-2": outputs, "t-3": outputs });

  const { found } = all(searchRun(session, "t-1,t-2,t-3", { pattern: "x" }));

  const located = found.outputs.map(({ matches }) => matches.length);
  expect(located[0]).toBe(50);
  expect(located.at(-1)).toBe(0);
  expect(found).toMatchObject({ count: 10_800, searched: 180, truncated: true });
});

test("a wrong expression is told before anything is searched", () => {
  const session = sessionOf({ "t-1": { "i-a": "x" } });

  expect(() => searchRun(session, "t-1", { pattern: "(", regex: true }).next()).toThrow(
    expect.objectContaining({ code: "invalid-pattern" }),
  );
});
