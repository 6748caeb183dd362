import { command, plan, type RunSpec } from "../account/build.ts";
import { brokenBy, exitCode, SUCCESS } from "../account/endings.ts";
import { type Fleet, hostsFrom } from "../account/fleet.ts";
import { agentOutput } from "../outputs/agent.ts";
import { between, mulberry32, seedAt } from "../random.ts";

const BACKUP = command(
  110,
  "RunShellScript",
  "nightly-backup",
  '#!/bin/bash\nset -e\nfor table in $(list-tables); do\n  dump-table "$table"\ndone\n',
  "Dumps every table of the order database",
);

/** Runs that change as the clock moves: one in progress, one being stopped, one that was stopped, one waiting. */
export function movingRuns(fleet: Fleet, epochMs: number, seed: number): RunSpec[] {
  return [
    inProgress(fleet, epochMs, seed),
    stopping(fleet, epochMs),
    stopped(fleet, epochMs),
    cancelled(fleet, epochMs),
  ];
}

function inProgress(fleet: Fleet, epochMs: number, seed: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 500, 24);
  return {
    command: BACKUP,
    createdMs: epochMs - 20_000,
    timeoutS: 3600,
    username: "root",
    tags: [
      { key: "team", value: "data" },
      { key: "owner", value: "lisi" },
    ],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host, index) => {
        const random = mulberry32(seedAt(seed ^ 0xacc, index));
        const isQuick = index % 6 === 0;
        return plan(host, {
          queueMs: index % 6 === 5 ? between(random, 25_000, 50_000) : between(random, 500, 4000),
          runMs: isQuick ? 8000 : between(random, 30_000, 150_000),
          ending: index === 11 ? exitCode(2) : SUCCESS,
          output: ({ progress }) => {
            const lines = Array.from(
              { length: 240 },
              (_, table) =>
                `${host.hostName} orders_${String(table).padStart(3, "0")}: ${1000 + table * 37} rows dumped`,
            );
            const last =
              index === 11 ? "dump-table: connection to 172.16.9.9:3306 refused" : "backup complete";
            return agentOutput(new TextEncoder().encode(`${lines.join("\n")}\n${last}\n`), progress);
          },
        });
      }),
  };
}

function stopping(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 524, 3);
  return {
    command: command(111, "RunShellScript", "stress-test", "stress-ng --cpu 4 --timeout 600\n"),
    createdMs: epochMs - 50_000,
    timeoutS: 900,
    stopMs: epochMs - 1000,
    terminationMode: "ProcessTree",
    tags: [{ key: "owner", value: "wangwu" }],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () => hosts.map((host) => plan(host, { runMs: 600_000 })),
  };
}

function stopped(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 530, 8);
  return {
    command: command(112, "RunShellScript", "重建索引", "#!/bin/bash\nreindex --all --verbose\n"),
    createdMs: epochMs - 14 * 60_000,
    stopMs: epochMs - 13 * 60_000,
    timeoutS: 1800,
    tags: [{ key: "team", value: "search" }],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host, index) => {
        if (index < 3) return plan(host, { runMs: 20_000, output: "reindexed 18 shards\n" });
        return plan(host, {
          queueMs: index < 6 ? 1500 : 90_000,
          runMs: 900_000,
          output: ({ progress }) =>
            agentOutput(
              new TextEncoder().encode(`${host.hostName}: reindexing shard\n`.repeat(4000)),
              progress,
            ),
        });
      }),
  };
}

function cancelled(fleet: Fleet, epochMs: number): RunSpec {
  const hosts = hostsFrom(fleet.linux, 540, 2);
  return {
    command: command(113, "RunShellScript", "drain-node", 'kubectl drain "$(hostname)"\n'),
    createdMs: epochMs - 16 * 60_000,
    stopMs: epochMs - 16 * 60_000 + 1000,
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () =>
      hosts.map((host, index) =>
        plan(
          host,
          index === 0 ? { queueMs: 30_000 } : { queueMs: 200, ending: brokenBy("InstanceNotRunning") },
        ),
      ),
  };
}
