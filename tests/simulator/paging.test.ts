import fc from "fast-check";
import { expect, test } from "vitest";
import { command, createSimulator, plan } from "../../www/simulator/index.ts";
import { call, invocationsOf } from "./signed-call.ts";

const HELLO = command(900, "RunShellScript", "late", "echo late\n");

test("with any page sizes and new runs in between, every run of the start comes exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ maxResults: fc.integer({ min: 1, max: 50 }), late: fc.nat({ max: 3 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.integer({ min: 1, max: 140 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
      async (steps, invocations, seed) => {
        const simulator = createSimulator({ invocations, seed, clock: "step" });
        const { account, clock } = simulator;
        const [host] = account.fleet.linux;
        const expected = Array.from(
          { length: invocations },
          (_, index) => account.run(invocations - 1 - index).invokeId,
        );
        const seen: string[] = [];
        let token = "";
        for (let page = 0; page === 0 || token !== ""; page++) {
          const step = steps[page % steps.length];
          const answer = await call(simulator, {
            MaxResults: String(step?.maxResults ?? 10),
            ...(token === "" ? {} : { NextToken: token }),
          });
          // A list without an end must fail, not hang.
          expect(page).toBeLessThanOrEqual(invocations);
          seen.push(...invocationsOf(answer).map((record) => record.InvokeId));
          token = String(answer.body.NextToken);
          for (let late = 0; late < (step?.late ?? 0); late++) {
            clock.advance(1000);
            const plans = host === undefined ? [] : [plan(host, {})];
            account.add({ command: HELLO, createdMs: clock.now(), instanceIds: [], plans: () => plans });
          }
        }
        expect(seen).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});

test("runs that arrive with the clock come first and shift no page", async () => {
  const simulator = createSimulator({ invocations: 40, clock: "step", arrivalMs: 60_000 });
  const first = await call(simulator, { MaxResults: "20" });
  simulator.clock.advance(150_000);

  const second = await call(simulator, { MaxResults: "50", NextToken: String(first.body.NextToken) });
  const fresh = await call(simulator, { MaxResults: "3" });

  const seen = [...invocationsOf(first), ...invocationsOf(second)].map((record) => record.InvokeId);
  expect(new Set(seen).size).toBe(40);
  expect(invocationsOf(fresh)[2]?.InvokeId).toBe(seen[0]);
  expect(invocationsOf(fresh).map((record) => record.CreationTime)).toEqual([
    "2026-11-24T09:02:00Z",
    "2026-11-24T09:01:00Z",
    invocationsOf(first)[0]?.CreationTime,
  ]);
});

test("the last page has an empty token", async () => {
  const simulator = createSimulator({ invocations: 20 });
  const { body } = await call(simulator, { MaxResults: "20" });

  expect(body.NextToken).toBe("");
});

test("a token is bound to the filters of its query, and to its action", async () => {
  const simulator = createSimulator({ invocations: 100 });
  const first = await call(simulator, { MaxResults: "5" });
  const token = String(first.body.NextToken);

  const withFilter = await call(simulator, {
    MaxResults: "5",
    NextToken: token,
    CommandType: "RunShellScript",
  });
  const byOther = await call(simulator, { NextToken: token }, { action: "DescribeInvocationResults" });
  const changed = await call(simulator, { NextToken: `${token.slice(0, -2)}AA` });

  for (const answer of [withFilter, byOther, changed])
    expect(answer.body.Code).toBe("InvalidParameter.NextToken");
  expect(
    (await call(simulator, { MaxResults: "5", NextToken: token, ContentEncoding: "PlainText" })).status,
  ).toBe(200);
});

test("without paging parameters the first ten runs come with a count and a token", async () => {
  const { body } = await call(createSimulator({ invocations: 30 }));

  expect(body).toMatchObject({ PageNumber: 1, PageSize: 10, TotalCount: 30 });
  expect(body.NextToken).not.toBe("");
});

test("page numbers walk the same list", async () => {
  const simulator = createSimulator({ invocations: 25 });
  const byToken = invocationsOf(await call(simulator, { MaxResults: "25" }));

  const pages = await Promise.all(
    ["1", "2", "3", "4"].map((PageNumber) => call(simulator, { PageNumber, PageSize: "10" })),
  );

  expect(pages.flatMap(invocationsOf)).toEqual(byToken);
  expect(pages.map((page) => invocationsOf(page).length)).toEqual([10, 10, 5, 0]);
  expect(pages.map(({ body }) => [body.PageNumber, body.PageSize, body.TotalCount])).toEqual([
    [1, 10, 25],
    [2, 10, 25],
    [3, 10, 25],
    [4, 10, 25],
  ]);
});
