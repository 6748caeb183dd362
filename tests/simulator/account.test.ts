import { describe, expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { call, type InstanceRecord, type InvocationRecord, invocationsOf, listAll } from "./signed-call.ts";

const simulator = createSimulator();
const firstPage = invocationsOf(await call(simulator, { MaxResults: "50" }));
const named = (name: string) => {
  const record = firstPage.find(({ CommandName }) => CommandName === name);
  if (record === undefined) throw new Error(`no run of ${name} on the first page`);
  return record;
};
const instancesOf = (record: InvocationRecord) => record.InvokeInstances.InvokeInstance;
const withOutput = async ({ InvokeId }: InvocationRecord) => {
  const [record] = invocationsOf(await call(simulator, { InvokeId, IncludeOutput: "true" }));
  if (record === undefined) throw new Error(`no run ${InvokeId}`);
  return instancesOf(record);
};
const bytesOf = (instance: InstanceRecord) => Buffer.from(instance.Output, "base64");
const textOf = (instance: InstanceRecord) => bytesOf(instance).toString();
const HOSTILE = ["<script>alert(document.domain)</script>", "\u202e", "\u001b]8;;javascript:"];
const count = (texts: string[]) => {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
};

test("ids and times have the API's form", () => {
  for (const record of firstPage) {
    expect(record.InvokeId).toMatch(/^t-hz0[0-9a-z]{11}$/);
    expect(record.CommandId).toMatch(/^c-hz0[0-9a-z]{11}$/);
    expect(record.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const instance of instancesOf(record)) expect(instance.InstanceId).toMatch(/^i-bp1[0-9a-z]{17}$/);
  }
});

test("runs come newest first and reach back over four weeks", async () => {
  const times = (await listAll(simulator)).map((record) => record.CreationTime);

  expect(times).toHaveLength(1000);
  expect(times).toEqual(times.toSorted().reverse());
  expect(times.at(-1)).toBe("2026-10-27T09:00:00Z");
});

test("a seed gives the same account, another seed another one", async () => {
  const page = async (seed: number) =>
    invocationsOf(await call(createSimulator({ seed }), { MaxResults: "50" }));

  expect(await page(1)).toEqual(firstPage);
  expect((await page(2)).map((record) => record.InvokeId)).not.toEqual(
    firstPage.map((record) => record.InvokeId),
  );
});

test("an account of 100,000 is searched from end to end within seconds", async () => {
  const large = createSimulator({ invocations: 100_000 });
  const startedMs = performance.now();

  const counted = await call(large);
  const last = await call(large, { PageNumber: "2000", PageSize: "50" });
  const oldest = large.account.run(0).invokeId;
  const found = await call(large, { InvokeId: oldest });
  const ids = new Set(Array.from({ length: 100_000 }, (_, sequence) => large.account.run(sequence).invokeId));

  expect(counted.body.TotalCount).toBe(100_000);
  expect(invocationsOf(last)).toHaveLength(50);
  expect(invocationsOf(last).at(-1)?.InvokeId).toBe(oldest);
  expect(invocationsOf(found)).toEqual(invocationsOf(last).slice(-1));
  expect(ids.size).toBe(100_000);
  expect(performance.now() - startedMs).toBeLessThan(20_000);
});

test("a rollout of 5,000 is fifty runs, fails ten times as often, and has no instance twice", async () => {
  const large = createSimulator({ rolloutInstances: 5000 });
  const listed = await listAll(large);

  const batches = listed.filter(({ CommandName }) => CommandName === "发布 web-gateway 4.18.2");
  const instances = batches.flatMap(instancesOf);

  expect(batches.map((record) => instancesOf(record).length)).toEqual(Array(50).fill(100));
  expect(new Set(instances.map(({ InstanceId }) => InstanceId)).size).toBe(5000);
  expect(instances.filter(({ InvocationStatus }) => InvocationStatus !== "Success")).toHaveLength(70);
});

describe("the 500-instance run", async () => {
  const batches = firstPage.filter((record) => record.CommandName === "发布 web-gateway 4.18.2");
  const instances = (await Promise.all(batches.map(withOutput))).flat();
  const failures = instances.filter((instance) => instance.InvocationStatus !== "Success");
  const successes = instances.filter((instance) => instance.InvocationStatus === "Success");

  test("is five runs of 100 among the first ten: same command and tags, seconds apart", () => {
    expect(firstPage.slice(0, 10).filter((record) => batches.includes(record))).toHaveLength(5);
    expect(batches.map((record) => instancesOf(record).length)).toEqual([100, 100, 100, 100, 100]);
    expect(new Set(instances.map((instance) => instance.InstanceId)).size).toBe(500);
    expect(
      new Set(batches.map(({ CommandContent, Tags }) => JSON.stringify([CommandContent, Tags]))).size,
    ).toBe(1);
    const times = batches.map((record) => Date.parse(record.CreationTime));
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(30_000);
  });

  test("fails on 7 in exactly 3 ways", () => {
    expect(successes).toHaveLength(493);
    const ways = failures.map(
      (row) => `${row.InvocationStatus} ${row.ErrorCode} ${row.ExitCode ?? "no exit code"}`,
    );
    expect(count(ways)).toEqual({
      "Failed ExitCodeNonzero 1": 4,
      "Aborted ClientNotResponse no exit code": 2,
      "Timeout ExecutionTimeout no exit code": 1,
    });
  });

  test("has four full disks that differ only in paths, hosts and process ids", () => {
    const outputs = failures.filter((row) => row.ErrorCode === "ExitCodeNonzero").map(textOf);
    const masked = outputs.map((text) =>
      text
        .replace(/iZbp1\w+Z/g, "HOST")
        .replace(/172\.16\.\d+\.\d+/g, "IP")
        .replace(/\/data\d+/g, "DISK")
        .replace(/\[\d+\]/g, "[PID]")
        .replace(/chunk-\d+/g, "CHUNK"),
    );

    expect(outputs.every((text) => text.includes("No space left on device"))).toBe(true);
    expect(new Set(outputs).size).toBe(4);
    expect(new Set(masked).size).toBe(1);
  });

  test("has two truncated outputs: 24 KB with a head, a hole and a tail", () => {
    const truncated = instances.filter((instance) => instance.Dropped > 0);

    expect(truncated).toHaveLength(2);
    for (const instance of truncated) {
      const text = textOf(instance);
      expect(bytesOf(instance)).toHaveLength(24 * 1024);
      expect(text.startsWith("==> web-gateway 4.18.2 (verbose)\n")).toBe(true);
      expect(text.endsWith("部署完成\n")).toBe(true);
      const rows = [...text.matchAll(/图标-(\d{4})\.svg/g)].map((match) => Number(match[1]));
      const holes = rows.filter((row, index) => index > 0 && row !== (rows[index - 1] ?? 0) + 1);
      expect(holes).toHaveLength(1);
    }
  });

  test("has one large and some smaller groups of equal outputs, with colours and a progress bar", () => {
    const sizes = Object.values(count(successes.map(textOf))).sort((left, right) => right - left);

    expect(sizes[0]).toBeGreaterThan(400);
    expect(sizes[1]).toBeGreaterThan(30);
    expect(sizes[2]).toBeGreaterThan(10);
    expect(sizes.slice(3)).toEqual([1, 1]);
    expect(successes.some((row) => textOf(row).includes("\u001b[32m"))).toBe(true);
    expect(successes.some((row) => /\rdownloading/.test(textOf(row)))).toBe(true);
  });
});

describe("the first page also has", () => {
  test("schedules of every kind", () => {
    expect(count(firstPage.map((record) => record.RepeatMode))).toMatchObject({
      Period: 4,
      EveryReboot: 1,
      NextRebootOnly: 1,
      DryRun: expect.any(Number),
    });
    expect(firstPage.map((record) => record.Frequency)).toEqual(
      expect.arrayContaining([
        "rate(5m)",
        "0 */2 * * * ? Asia/Shanghai",
        "at(2026-11-24 19:00:00 Asia/Shanghai)",
      ]),
    );
    expect(named("heartbeat")).toMatchObject({
      InvocationStatus: "Scheduled",
      InvokeStatus: "Running",
      Timed: true,
    });
  });

  test("Windows text that was read as GBK: repairable but for the character on the read's edge", async () => {
    const [first] = await withOutput(named("安装系统补丁"));
    const text = first === undefined ? "" : textOf(first);

    // "更新" is E6 9B B4 E6 96 B0 in UTF-8, which GBK reads as 鏇存柊.
    expect(text.startsWith("鏇存柊 KB5034000")).toBe(true);
    expect(text).toContain("\ufffd");
  });

  test("a run whose output went to OSS", async () => {
    const record = named("export-audit");

    expect(record.OssOutputDelivery).toBe("oss://ops-run-logs/audit");
    expect((await withOutput(record))[0]).toMatchObject({
      OssOutputStatus: "Finished",
      OssOutputUri: "oss://ops-run-logs/audit/output.txt",
    });
  });

  test("an unknown status, which is neither success nor finished", () => {
    expect(named("scan-host")).toMatchObject({ InvocationStatus: "Quarantined", InvokeStatus: "Running" });
  });

  test("unknown fields on the run and on the instance", () => {
    const record = named("future-field");

    expect(record).toMatchObject({ RiskLevel: "Low", Approval: { TicketId: "CHG-20377" } });
    expect(instancesOf(record)[0]).toMatchObject({ AgentVersion: "2.2.3.904" });
  });

  test("markup, bidirectional overrides and control characters", async () => {
    const record = named("<img src=x onerror=alert(1)>");
    const [instance] = await withOutput(record);

    expect(record.CommandDescription).toContain("\u202e");
    expect(instance === undefined ? "" : textOf(instance)).toSatisfy((text: string) =>
      HOSTILE.every((part) => text.includes(part)),
    );
  });

  test("the documentation's contradiction: Success beside InstanceNotExists in a run that is Running", () => {
    const record = named("CommandTestName");

    expect(record).toMatchObject({
      InvocationStatus: "Running",
      InvokeStatus: "Finished",
      RepeatMode: "Once",
    });
    expect(instancesOf(record)[0]).toMatchObject({
      InvocationStatus: "Success",
      ErrorCode: "InstanceNotExists",
      ExitCode: 0,
      Repeats: 0,
    });
  });

  test("a stopped run: some succeeded, some were terminated without an exit code, some never started", () => {
    const rows = instancesOf(named("重建索引"));

    expect(count(rows.map((row) => row.InvocationStatus))).toEqual({
      Success: 3,
      Terminated: 3,
      Cancelled: 2,
    });
    for (const row of rows.filter(({ InvocationStatus }) => InvocationStatus !== "Success")) {
      expect(row).not.toHaveProperty("ExitCode");
      expect(row.StopTime).toBe("2026-11-24T08:47:00Z");
      expect(row.InstanceInvokeStatus).toBe("Stopped");
    }
    expect(rows.at(-1)).toMatchObject({ StartTime: "", FinishTime: "", Repeats: 0 });
  });

  test("a container, parameters, launchers, PowerShell, Bat and a Windows exit code", () => {
    expect(named("warm-cache").ContainerName).toBe("test-container");
    expect(JSON.parse(String(named("greet").Parameters))).toMatchObject({ name: "Jack", greeting: "你好" });
    expect(named("report.py").Launcher).toBe('python3 -u {{ACS::ScriptFileName|Ext(".py")}}');
    expect(named("安装系统补丁").CommandType).toBe("RunPowerShellScript");
    expect(named("restart-spooler").CommandType).toBe("RunBatScript");
    expect(instancesOf(named("restart-spooler"))[2]?.ExitCode).toBe(3_221_225_786);
  });
});

test("an invocation has the fields of the documentation's sample", () => {
  // The keys of samples/invocations_seed_doc_example.json, in its order.
  expect(Object.keys(named("greet"))).toEqual([
    ...[
      "CreationTime",
      "Frequency",
      "InvocationStatus",
      "RepeatMode",
      "CommandId",
      "CommandType",
      "InvokeStatus",
    ],
    ...["Parameters", "Timed", "CommandContent", "CommandName", "CommandDescription", "InvokeId", "Username"],
    ...["WorkingDir", "Timeout", "ContainerId", "ContainerName", "TerminationMode", "Launcher"],
    ...["InvokeInstances", "Tags"],
  ]);
  expect(Object.keys(instancesOf(named("greet"))[0] ?? {})).toEqual([
    ...[
      "CreationTime",
      "UpdateTime",
      "FinishTime",
      "InvocationStatus",
      "Repeats",
      "InstanceId",
      "Output",
      "Dropped",
    ],
    ...["StopTime", "ExitCode", "StartTime", "ErrorInfo", "Timed", "ErrorCode", "InstanceInvokeStatus"],
  ]);
});
