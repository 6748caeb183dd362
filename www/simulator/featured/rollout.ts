import { command, plan, type RunSpec } from "../account/build.ts";
import { brokenBy, exitCode } from "../account/endings.ts";
import type { Fleet, Host } from "../account/fleet.ts";
import type { InstancePlan } from "../account/run.ts";
import { between, mulberry32, seedAt } from "../random.ts";
import {
  ALREADY_INSTALLED,
  diskFullOutput,
  downloadedOutput,
  INSTALLED,
  lockedOutput,
  verboseOutput,
} from "./rollout-outputs.ts";

/** RunCommand takes 100 instances, so 500 instances are five runs of one command, seconds apart. */
const BATCH_SIZE = 100;
const BATCH_GAP_MS = 2000;

/** Positions among each 500 where something else than a plain success happens. */
const PERIOD = 500;
const DISK_FULL = [17, 64, 233, 471];
const NO_RESPONSE = [41, 388];
const LOCKED = 259;
const VERBOSE = [105, 342];

const ROLLOUT = command(
  100,
  "RunShellScript",
  "发布 web-gateway 4.18.2",
  `#!/bin/bash
set -euo pipefail
VERSION=4.18.2
PACKAGE=web-gateway

echo "==> $PACKAGE $VERSION"
exec 9>/var/lock/deploy.lock
while ! flock -n 9; do
  echo "[$(hostname)] waiting for /var/lock/deploy.lock"; sleep 1
done
deploy --package "$PACKAGE" --version "$VERSION" --verify --rollback-on-failure
systemctl restart "$PACKAGE.service"
curl -fsS http://127.0.0.1:8080/healthz >/dev/null && echo "部署完成"
`,
  "滚动发布到全部 Web 主机",
);

/** A run over the rollout's machines, newest batch first: of 500, 493 succeed, 7 fail in 3 ways, 2 outputs are truncated. */
export function rolloutRuns(fleet: Fleet, epochMs: number, seed: number): RunSpec[] {
  const machines = fleet.rollout;
  const firstMs = epochMs - 6 * 60_000;
  return Array.from({ length: Math.ceil(machines.length / BATCH_SIZE) }, (_, batch) => {
    const hosts = machines.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE);
    return {
      command: ROLLOUT,
      createdMs: firstMs + batch * BATCH_GAP_MS,
      timeoutS: 60,
      username: "root",
      workingDir: "/opt/deploy",
      terminationMode: "ProcessTree" as const,
      resourceGroupId: "rg-bp67acfmxazb4p0500",
      tags: [
        { key: "change", value: "CHG-20418" },
        { key: "app", value: "web-gateway" },
        { key: "owner", value: "zhangsan" },
      ],
      instanceIds: hosts.map((host) => host.instanceId),
      plans: () => hosts.map((host, index) => rolloutPlan(host, batch * BATCH_SIZE + index, seed)),
    };
  }).reverse();
}

function rolloutPlan(host: Host, index: number, seed: number): InstancePlan {
  const position = index % PERIOD;
  const random = mulberry32(seedAt(seed ^ 0x500, index));
  const queueMs = between(random, 400, 3500);
  const stragglerMs = position % 97 === 13 ? 31_000 : 0;
  const runMs = between(random, 3000, 9000) + stragglerMs;
  const diskFullIndex = DISK_FULL.indexOf(position);
  if (diskFullIndex >= 0) {
    return plan(host, {
      queueMs,
      runMs,
      ending: exitCode(1),
      output: diskFullOutput(host, diskFullIndex),
    });
  }
  if (NO_RESPONSE.includes(position)) {
    return plan(host, { queueMs: 60_000, ending: brokenBy("ClientNotResponse") });
  }
  if (position === LOCKED) {
    return plan(host, {
      queueMs,
      runMs: 60_000,
      ending: brokenBy("ExecutionTimeout"),
      output: (request) => lockedOutput(host, request),
    });
  }
  if (VERBOSE.includes(position)) {
    return plan(host, { queueMs, runMs: 14_000, output: (request) => verboseOutput(host, request) });
  }
  if (position % 11 === 5) return plan(host, { queueMs, runMs: 900, output: ALREADY_INSTALLED });
  return plan(host, { queueMs, runMs, output: position % 25 === 7 ? downloadedOutput() : INSTALLED });
}
