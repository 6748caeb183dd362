import { command, plan, type RunSpec } from "../account/build.ts";
import { exitCode, SUCCESS } from "../account/endings.ts";
import { type Fleet, hostsFrom } from "../account/fleet.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Runs that repeat, wait for a time or wait for a reboot. */
export function scheduledRuns(fleet: Fleet, epochMs: number): RunSpec[] {
  return [
    everyFiveMinutes(fleet, epochMs),
    everyOtherMinute(fleet, epochMs),
    everyReboot(fleet, epochMs),
    atATime(fleet, epochMs),
    nextReboot(fleet, epochMs),
    endedSchedule(fleet, epochMs),
  ];
}

function everyFiveMinutes(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 550, 2);
  const createdMs = epochMs - 67 * MINUTE_MS;
  return {
    command: command(
      120,
      "RunShellScript",
      "heartbeat",
      "curl -fsS http://127.0.0.1/health | tee -a /var/log/hb\n",
    ),
    createdMs,
    repeatMode: "Period",
    frequency: "rate(5m)",
    // A rate starts after its first interval.
    schedule: {
      kind: "every",
      firstMs: createdMs + 5 * MINUTE_MS,
      everyMs: 5 * MINUTE_MS,
      count: Number.MAX_SAFE_INTEGER,
    },
    resourceGroupId: "rg-bp67acfmxazb4p0001",
    tags: [{ key: "team", value: "web" }],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host, index) =>
        plan(host, {
          queueMs: 300 + index * 200,
          runMs: 1500,
          ending: (repeat) => (index === 0 && repeat % 9 === 0 ? exitCode(22) : SUCCESS),
          output: ({ repeat }) =>
            index === 0 && repeat % 9 === 0
              ? "curl: (22) The requested URL returned error: 503\n"
              : `{"status":"UP","beat":${repeat}}\n`,
        }),
      ),
  };
}

function everyOtherMinute(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 552, 3);
  const firstMs = Math.ceil((epochMs - 96 * MINUTE_MS) / (2 * MINUTE_MS)) * 2 * MINUTE_MS;
  return {
    command: command(
      121,
      "RunShellScript",
      "对账",
      "#!/bin/bash\nreconcile --since 2m\n",
      "每两分钟核对一次账目",
    ),
    createdMs: firstMs - MINUTE_MS,
    repeatMode: "Period",
    frequency: "0 */2 * * * ? Asia/Shanghai",
    schedule: { kind: "every", firstMs, everyMs: 2 * MINUTE_MS, count: Number.MAX_SAFE_INTEGER },
    tags: [{ key: "team", value: "payments" }],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host) =>
        plan(host, { runMs: 5000, output: ({ repeat }) => `第 ${repeat} 次对账:差异 0 笔\n` }),
      ),
  };
}

function everyReboot(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 556, 2);
  return {
    command: command(122, "RunShellScript", "mount-data", "mount /data && df -h /data\n"),
    createdMs: epochMs - 55 * MINUTE_MS,
    repeatMode: "EveryReboot",
    // A reboot may always come, so the list of reboots never ends.
    schedule: {
      kind: "times",
      timesMs: [
        epochMs - 48 * MINUTE_MS,
        epochMs - 31 * MINUTE_MS,
        epochMs - 9 * MINUTE_MS,
        Number.MAX_SAFE_INTEGER,
      ],
    },
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host) => plan(host, { output: ({ repeat }) => `reboot ${repeat}: /dev/vdb1 on /data\n` })),
  };
}

function atATime(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 560, 2);
  const dueMs = epochMs + 2 * HOUR_MS;
  const shanghai = new Date(dueMs + 8 * HOUR_MS).toISOString().slice(0, 19).replace("T", " ");
  return {
    command: command(123, "RunShellScript", "cutover", "/opt/cutover/run.sh\n", "切换到新机房"),
    createdMs: epochMs - 40 * MINUTE_MS,
    repeatMode: "Period",
    frequency: `at(${shanghai} Asia/Shanghai)`,
    schedule: { kind: "times", timesMs: [dueMs] },
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () => hosts.map((host) => plan(host, { output: "cutover done\n" })),
  };
}

function nextReboot(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 562, 1);
  return {
    command: command(124, "RunShellScript", "grow-root", "growpart /dev/vda 1 && resize2fs /dev/vda1\n"),
    createdMs: epochMs - 45 * MINUTE_MS,
    repeatMode: "NextRebootOnly",
    schedule: { kind: "times", timesMs: [epochMs + 26 * HOUR_MS] },
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () => hosts.map((host) => plan(host, { output: "CHANGED: partition=1\n" })),
  };
}

function endedSchedule(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 563, 1);
  const createdMs = epochMs - 50 * MINUTE_MS;
  return {
    command: command(125, "RunShellScript", "sample-memory", "free -m | sed -n 2p\n"),
    createdMs,
    repeatMode: "Period",
    frequency: "rate(10m)",
    schedule: { kind: "every", firstMs: createdMs + 10 * MINUTE_MS, everyMs: 10 * MINUTE_MS, count: 10_000 },
    stopMs: epochMs - 12 * MINUTE_MS,
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host) => plan(host, { output: ({ repeat }) => `Mem: 7821 ${3000 + repeat * 64} 812\n` })),
  };
}
