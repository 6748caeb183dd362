import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS_KEY, createSimulator, type Listening, listen } from "../../www/simulator/index.ts";
import { askNodeSdk } from "./judges/node-sdk.ts";
import { askPythonSdk } from "./judges/python-sdk.ts";
import type { SdkAnswer, SdkCall, SdkTarget } from "./judges/sdk-call.ts";
import { pythonWithSdk } from "./python/setup.ts";

const simulator = createSimulator();
const account = simulator.account;
const now = simulator.clock.now();
const runs = Array.from({ length: account.size(now) }, (_, sequence) => account.run(sequence)).reverse();
const rollout = runs.filter((run) => run.command.name.includes("web-gateway"));
let server: Listening;
let target: SdkTarget;

beforeAll(async () => {
  server = await listen(simulator, { port: 0 });
  target = { url: server.url, accessKeyId: ACCESS_KEY.id, accessKeySecret: ACCESS_KEY.secret };
});
afterAll(() => server.close());
// The first run on a machine downloads the SDK.
beforeAll(async () => void (await pythonWithSdk()), 600_000);

const region = { RegionId: "cn-hangzhou" };

function recordsOf(answer: SdkAnswer | undefined): Record<string, unknown>[] {
  if (answer === undefined || !("records" in answer))
    throw new Error(`no records: ${JSON.stringify(answer)}`);
  return answer.records;
}

function instancesOf(invocation: Record<string, unknown> | undefined): Record<string, unknown>[] {
  const wrapper = invocation?.InvokeInstances as { InvokeInstance: Record<string, unknown>[] } | undefined;
  return wrapper?.InvokeInstance ?? [];
}

const bytes = (base64: unknown) => Buffer.from(String(base64), "base64").toString("hex");

describe.each([
  ["Node", askNodeSdk],
  ["Python", askPythonSdk],
])("the official %s SDK", (_, ask) => {
  test("pages through every invocation exactly once, newest first, with its tags", async () => {
    const all: SdkCall = {
      action: "DescribeInvocations",
      parameters: { ...region, MaxResults: 50 },
      allPages: true,
    };

    const [answer] = await ask(target, [all]);

    const records = recordsOf(answer);
    expect(answer).toMatchObject({ pages: 20 });
    expect(records.map((record) => record.InvokeId)).toEqual(runs.map((run) => run.invokeId));
    expect(records.map((record) => (record.Tags as { Tag: unknown[] }).Tag ?? [])).toEqual(
      runs.map((run) => run.tags.map(({ key, value }) => ({ TagKey: key, TagValue: value }))),
    );
  });

  test("gets every output of every instance byte for byte from both actions", async () => {
    const calls = rollout.flatMap(({ invokeId }): SdkCall[] => [
      { action: "DescribeInvocations", parameters: { ...region, InvokeId: invokeId, IncludeOutput: true } },
      {
        action: "DescribeInvocationResults",
        parameters: { ...region, InvokeId: invokeId, MaxResults: 33 },
        allPages: true,
      },
    ]);

    const answers = await ask(target, calls);

    expect(rollout).toHaveLength(5);
    for (const [index, run] of rollout.entries()) {
      const [invocation] = recordsOf(answers[index * 2]);
      const fromInvocations = instancesOf(invocation);
      const fromResults = recordsOf(answers[index * 2 + 1]);
      const expected = run.plans().map((plan) => {
        const isSilent = plan.ending(1).status === "Aborted";
        const output = plan.output({ repeat: 1, startMs: 0, progress: 1 }).bytes;
        return [plan.instanceId, isSilent ? "" : Buffer.from(output).toString("hex")];
      });
      expect(fromInvocations.map((row) => [row.InstanceId, bytes(row.Output)])).toEqual(expected);
      expect(fromResults.map((row) => [row.InstanceId, bytes(row.Output)])).toEqual(expected);
    }
  });

  test("finds runs by two tags and sends Boolean filters that the endpoint understands", async () => {
    const tags = [
      { Key: "app", Value: "web-gateway" },
      { Key: "change", Value: "CHG-20418" },
    ];

    const [tagged, timed] = await ask(target, [
      { action: "DescribeInvocations", parameters: { ...region, Tag: tags } },
      { action: "DescribeInvocations", parameters: { ...region, Timed: true } },
    ]);

    expect(recordsOf(tagged).map((record) => record.InvokeId)).toEqual(rollout.map((run) => run.invokeId));
    expect(recordsOf(timed).every((record) => record.Timed === true)).toBe(true);
    expect(recordsOf(timed).length).toBeGreaterThan(0);
  });

  test("raises the API's own codes and statuses", async () => {
    const list: SdkCall = { action: "DescribeInvocations", parameters: region };
    const results: SdkCall = { action: "DescribeInvocationResults", parameters: region };
    const badToken = { ...region, NextToken: "AAAAAdDWBF2" };

    const wrongSecret = await ask({ ...target, accessKeySecret: "wrong" }, [list, results]);
    const wrongKey = await ask({ ...target, accessKeyId: "nobody" }, [list]);
    const others = await ask(target, [
      { action: "DescribeInvocations", parameters: badToken },
      { action: "DescribeInvocationResults", parameters: badToken },
      { action: "DescribeInvocations", parameters: { RegionId: "cn-nowhere" } },
    ]);

    expect(wrongSecret).toMatchObject([
      { error: "SignatureDoesNotMatch" },
      { error: "SignatureDoesNotMatch" },
    ]);
    expect(wrongKey).toMatchObject([{ error: "InvalidAccessKeyId.NotFound", status: 404 }]);
    expect(others).toMatchObject([
      { error: "InvalidParameter.NextToken", status: 400 },
      { error: "InvalidParameter.NextToken", status: 400 },
      { error: "InvalidRegionId.NotFound", status: 404 },
    ]);
  });
});

test("both SDKs read the same records", async () => {
  const calls: SdkCall[] = [
    { action: "DescribeInvocations", parameters: { ...region, MaxResults: 50 } },
    { action: "DescribeInvocationResults", parameters: { ...region, MaxResults: 50 } },
  ];

  const [node, python] = [await askNodeSdk(target, calls), await askPythonSdk(target, calls)];

  expect(node).toEqual(python);
});
