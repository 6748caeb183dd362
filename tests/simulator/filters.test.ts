import { describe, expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { call, type InvocationRecord, invocationsOf, listAll } from "./signed-call.ts";

const simulator = createSimulator({ invocations: 300 });
const everything = await listAll(simulator);
const ids = (records: InvocationRecord[]) => records.map((record) => record.InvokeId);
const idsWhere = (passes: (record: InvocationRecord) => boolean) => ids(everything.filter(passes));
const instancesOf = (record: InvocationRecord) => record.InvokeInstances.InvokeInstance;
const tagOf = (record: InvocationRecord, key: string) =>
  record.Tags.Tag.find(({ TagKey }) => TagKey === key)?.TagValue;

describe("a filter leaves exactly the runs that carry its value:", () => {
  const commandId = everything[200]?.CommandId ?? "";
  test.each<[string, Record<string, string>, (record: InvocationRecord) => boolean]>([
    ["CommandId", { CommandId: commandId }, (record) => record.CommandId === commandId],
    ["CommandName", { CommandName: "清理临时文件" }, (record) => record.CommandName === "清理临时文件"],
    ["CommandType", { CommandType: "RunBatScript" }, (record) => record.CommandType === "RunBatScript"],
    ["RepeatMode", { RepeatMode: "Period" }, (record) => record.RepeatMode === "Period"],
    ["RepeatMode DryRun", { RepeatMode: "DryRun" }, (record) => record.RepeatMode === "DryRun"],
    ["Timed true", { Timed: "true" }, (record) => record.Timed],
    ["Timed false", { Timed: "false" }, (record) => !record.Timed],
    ["a tag's key", { "Tag.1.Key": "change" }, (record) => tagOf(record, "change") !== undefined],
    [
      "a tag's value",
      { "Tag.1.Key": "team", "Tag.1.Value": "data" },
      (record) => tagOf(record, "team") === "data",
    ],
    [
      "two tags",
      { "Tag.1.Key": "team", "Tag.1.Value": "data", "Tag.2.Key": "owner", "Tag.2.Value": "lisi" },
      (record) => tagOf(record, "team") === "data" && tagOf(record, "owner") === "lisi",
    ],
  ])("%s", async (_name, parameters, passes) => {
    const expected = idsWhere(passes);

    expect(ids(await listAll(simulator, parameters))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(everything.length);
  });

  test.each([
    "Running",
    "Finished",
    "Success",
    "Failed",
    "Stopped",
    "Stopping",
    "PartialFailed",
    "Pending",
    "Scheduled",
  ])("InvokeStatus %s, in either vocabulary", async (status) => {
    const expected = idsWhere(
      (record) => record.InvocationStatus === status || record.InvokeStatus === status,
    );

    expect(ids(await listAll(simulator, { InvokeStatus: status }))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test("InvokeId", async () => {
    const invokeId = everything[77]?.InvokeId ?? "";

    expect(ids(await listAll(simulator, { InvokeId: invokeId }))).toEqual([invokeId]);
    expect(await listAll(simulator, { InvokeId: "t-hz0unknown0000" })).toEqual([]);
  });

  test("ResourceGroupId, which the answer itself does not show", async () => {
    const found = await listAll(simulator, { ResourceGroupId: "rg-bp67acfmxazb4p0500" });

    expect(found.map((record) => record.CommandName)).toEqual(Array(5).fill("发布 web-gateway 4.18.2"));
    expect(found[0]).not.toHaveProperty("ResourceGroupId");
  });
});

describe("beside InstanceId", () => {
  const instanceId = "InstanceId";
  const failed = everything.find((record) => record.InvocationStatus === "PartialFailed");
  const shown = failed === undefined ? "" : (instancesOf(failed)[0]?.InstanceId ?? "");
  const ofInstance = idsWhere((record) => instancesOf(record).some(({ InstanceId }) => InstanceId === shown));

  test("each run lists that instance alone and keeps its overall status", async () => {
    const found = await listAll(simulator, { [instanceId]: shown });

    expect(ids(found)).toEqual(ofInstance);
    expect(found.map((record) => instancesOf(record).map((instance) => instance.InstanceId))).toEqual(
      ofInstance.map(() => [shown]),
    );
    expect(found.map((record) => record.InvocationStatus)).toContain("PartialFailed");
  });

  test.each([
    ["CommandName", "nothing-has-this-name"],
    ["RepeatMode", "NextRebootOnly"],
    ["InvokeStatus", "PartialFailed"],
  ])("%s has no effect", async (name, value) => {
    expect(ids(await listAll(simulator, { [instanceId]: shown, [name]: value }))).toEqual(ofInstance);
  });

  test("InvokeStatus with another value still filters", async () => {
    expect(await listAll(simulator, { [instanceId]: shown, InvokeStatus: "Scheduled" })).toEqual([]);
  });
});

test("without Timed every kind of run is listed", () => {
  expect(new Set(everything.map((record) => record.Timed))).toEqual(new Set([true, false]));
});

describe("outputs and contents", () => {
  const invokeId = everything.find((record) => record.CommandName === "greet")?.InvokeId ?? "";
  const only = async (parameters: Record<string, string>) =>
    invocationsOf(await call(simulator, { InvokeId: invokeId, ...parameters }))[0];

  test("are Base64 unless plain text is asked for", async () => {
    const encoded = await only({ IncludeOutput: "true" });
    const plain = await only({ IncludeOutput: "true", ContentEncoding: "PlainText" });

    expect(Buffer.from(encoded?.CommandContent ?? "", "base64").toString()).toBe(plain?.CommandContent);
    expect(plain?.CommandContent).toContain("{{ACS::InstanceId}}");
    expect(plain?.InvokeInstances.InvokeInstance[0]?.Output).toBe("hello Jack, 你好\n");
    expect(encoded?.InvokeInstances.InvokeInstance[0]?.Output).toBe("aGVsbG8gSmFjaywg5L2g5aW9Cg==");
  });

  test("leave Output empty without IncludeOutput", async () => {
    const record = await only({});

    expect(record?.InvokeInstances.InvokeInstance.map(({ Output }) => Output)).toEqual(["", ""]);
  });
});
