import { expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { call, type InstanceRecord, listAll, resultsOf } from "./signed-call.ts";

const simulator = createSimulator({ invocations: 60 });
const everything = await listAll(simulator);
const named = (name: string) => everything.find((record) => record.CommandName === name)?.InvokeId ?? "";
const action = { action: "DescribeInvocationResults" };
const ask = (parameters: Record<string, string>) => call(simulator, parameters, action);

async function allResults(parameters: Record<string, string>): Promise<InstanceRecord[]> {
  const rows: InstanceRecord[] = [];
  let token = "";
  do {
    const answer = await ask({ ...parameters, MaxResults: "17", ...(token ? { NextToken: token } : {}) });
    rows.push(...resultsOf(answer));
    token = String((answer.body.Invocation as { NextToken: string }).NextToken);
  } while (token !== "");
  return rows;
}

test("paging fields are inside Invocation", async () => {
  const { body } = await ask({});

  expect(Object.keys(body)).toEqual(["RequestId", "Invocation"]);
  expect(body.Invocation).toMatchObject({ PageNumber: 1, PageSize: 10, NextToken: expect.any(String) });
});

test("a row has the fields of the documentation and ends with FinishedTime", async () => {
  const [row] = resultsOf(await ask({ InvokeId: named("export-audit") }));

  // The keys of the newest documented answer, and the two error fields of the SDK's model.
  expect(Object.keys(row ?? {}).sort()).toEqual(
    [
      ...["CommandId", "ContainerId", "ContainerName", "Dropped", "ErrorCode", "ErrorInfo", "ExitCode"],
      ...["FinishedTime", "InstanceId", "InvocationStatus", "InvokeId", "InvokeRecordStatus", "Launcher"],
      ...["OssOutputDelivery", "OssOutputErrorCode", "OssOutputErrorInfo", "OssOutputStatus", "OssOutputUri"],
      ...["Output", "Repeats", "StartTime", "StopTime", "Tags", "TerminationMode", "Username"],
    ].sort(),
  );
});

test("the output is always there", async () => {
  const rows = resultsOf(await ask({ InvokeId: named("greet"), ContentEncoding: "PlainText" }));

  expect(rows.map((row) => row.Output)).toEqual(["hello Jack, 你好\n", "hello Jack, 你好\n"]);
});

test("without IncludeHistory each instance has one row, with it one per start, newest first", async () => {
  const latest = await allResults({ InvokeId: named("heartbeat") });
  const history = await allResults({ InvokeId: named("heartbeat"), IncludeHistory: "true" });

  // Created 67 minutes before the account's time with rate(5m): 13 starts on each of 2 instances.
  expect(latest.map((row) => row.Repeats)).toEqual([13, 13]);
  expect(history).toHaveLength(26);
  expect(history.map((row) => row.Repeats)).toEqual(
    Array.from({ length: 26 }, (_, index) => 13 - (index >> 1)),
  );
  expect(history.filter((row) => row.InvocationStatus === "Failed").map((row) => row.Repeats)).toEqual([9]);
});

test("every start of an EveryReboot run is in its history", async () => {
  const history = await allResults({ InvokeId: named("mount-data"), IncludeHistory: "true" });

  expect(history.map((row) => row.Repeats)).toEqual([3, 3, 2, 2, 1, 1]);
});

test("IncludeHistory needs the id of a run that repeats", async () => {
  expect(await ask({ IncludeHistory: "true" })).toMatchObject({
    status: 400,
    body: { Code: "MissingParameter" },
  });
  expect(await ask({ IncludeHistory: "true", InvokeId: named("greet") })).toMatchObject({
    status: 403,
    body: { Code: "Operation.Forbidden" },
  });
});

test("InvokeRecordStatus leaves the rows that carry it", async () => {
  const rows = await allResults({});

  for (const status of ["Running", "Finished", "PartialFailed", "Stopped", "Stopping"]) {
    const expected = rows.filter((row) => row.InvokeRecordStatus === status);
    expect(await allResults({ InvokeRecordStatus: status })).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  }
  expect(
    (await allResults({ InvokeRecordStatus: "Success" })).every((row) => row.InvocationStatus === "Success"),
  ).toBe(true);
});

test("InstanceId leaves the rows of that instance", async () => {
  const rows = await allResults({});
  const instanceId = rows[0]?.InstanceId ?? "";

  expect(await allResults({ InstanceId: instanceId })).toEqual(
    rows.filter((row) => row.InstanceId === instanceId),
  );
});
