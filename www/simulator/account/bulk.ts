import { between, mulberry32, pick, type Random, seedAt } from "../random.ts";
import { plan, type RunSpec } from "./build.ts";
import { type Habit, LINUX_HABITS, WINDOWS_HABITS } from "./bulk-commands.ts";
import { brokenBy, exitCode, REASON_CODES, SUCCESS } from "./endings.ts";
import { type Fleet, type Host, hostsFrom } from "./fleet.ts";
import type { Ending, InstancePlan } from "./run.ts";

const TEAMS = ["payments", "search", "web", "data"] as const;
const OWNERS = ["zhangsan", "lisi", "wangwu"] as const;
const GROUPS = ["rg-bp67acfmxazb4p0001", "rg-bp67acfmxazb4p0002", "", ""] as const;
const LAUNCHERS = ["", "", "", 'bash -eu {{ACS::ScriptFileName|Ext(".sh")}}'] as const;

/** An everyday run at a position of the account: cheap to make, so that whole accounts can be searched. */
export function bulkRun(fleet: Fleet, seed: number, sequence: number, createdMs: number): RunSpec {
  const random = mulberry32(seedAt(seed ^ 0xb01d, sequence));
  const onWindows = random() < 0.12;
  const habit = pick(random, onWindows ? WINDOWS_HABITS : LINUX_HABITS);
  const machines = onWindows ? fleet.windows : fleet.linux;
  const count = random() < 0.6 ? 1 : between(random, 2, 12);
  const hosts = hostsFrom(machines, between(random, 0, machines.length - 1), count);
  const isDryRun = random() < 0.01;
  const mode = isDryRun ? "DryRun" : random() < 0.02 ? "NextRebootOnly" : "Once";
  const outcomeSeed = between(random, 0, 0xffffffff);
  return {
    command: habit.command,
    createdMs: Math.floor(createdMs / 1000) * 1000,
    repeatMode: mode,
    ...(mode === "NextRebootOnly"
      ? { schedule: { kind: "times", timesMs: [createdMs + between(random, 60, 7200) * 1000] } }
      : {}),
    username: onWindows ? "System" : pick(random, ["root", "root", "admin"] as const),
    workingDir: onWindows ? "C:\\Windows\\System32" : "/root",
    launcher: onWindows ? "" : pick(random, LAUNCHERS),
    resourceGroupId: pick(random, GROUPS),
    tags: [
      { key: "team", value: pick(random, TEAMS) },
      { key: "owner", value: pick(random, OWNERS) },
    ],
    instanceIds: hosts.map((host) => host.instanceId),
    plans: () => plansOf(habit, hosts, outcomeSeed, isDryRun),
  };
}

function plansOf(habit: Habit, hosts: readonly Host[], seed: number, isDryRun: boolean): InstancePlan[] {
  const random = mulberry32(seed);
  const failureRate = random() < 0.85 ? 0 : 0.35;
  return hosts.map((host, index) => {
    const ending = isDryRun || random() >= failureRate ? SUCCESS : failure(random);
    return plan(host, {
      queueMs: between(random, 300, 2500),
      runMs: ending.status === "Timeout" ? 60_000 : between(random, 200, 9000),
      ending,
      output: () => {
        if (isDryRun || ending.status === "Error") return "";
        const text = habit.output(host, mulberry32(seedAt(seed, index)));
        return ending.exitCode === 1 ? `${text}bash: line 3: exit status 1\n` : text;
      },
    });
  });
}

function failure(random: Random): Ending {
  if (random() < 0.5) return exitCode(pick(random, [1, 1, 2, 127, 126, 137] as const));
  return brokenBy(REASON_CODES[between(random, 0, REASON_CODES.length - 1)] ?? "ExecutionException");
}
