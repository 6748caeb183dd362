import type { Host } from "../account/fleet.ts";
import type { OutputRequest } from "../account/run.ts";
import { agentOutput } from "../outputs/agent.ts";
import { between, mulberry32, seedAt } from "../random.ts";

/** What most hosts print: the same bytes on each, with the green of a terminal. */
export const INSTALLED = [
  "==> web-gateway 4.18.2",
  "checking package signature ... ok",
  "unpacking 412 files",
  "running migrations: 0 pending",
  "restarting web-gateway.service",
  "\u001b[32m✔ healthy\u001b[0m  GET /healthz 200",
  "部署完成",
  "",
].join("\n");

/** What hosts print that already had the release. */
export const ALREADY_INSTALLED =
  "==> web-gateway 4.18.2\n\u001b[33malready at 4.18.2, nothing to do\u001b[0m\n";

/** A download that draws its progress over one line, on hosts without a warm cache. */
export function downloadedOutput(): string {
  const bars = [0, 12, 25, 38, 50, 63, 75, 88, 100].map((percent) => {
    const done = Math.round(percent / 5);
    return `\rdownloading [${"#".repeat(done)}${".".repeat(20 - done)}] ${String(percent).padStart(3)}%`;
  });
  return `==> web-gateway 4.18.2\ncache is cold${bars.join("")}\n${INSTALLED.slice(INSTALLED.indexOf("checking"))}`;
}

/** A disk that filled up: the same failure each time, with other paths, hosts and process ids. */
export function diskFullOutput(host: Host, index: number): string {
  const random = mulberry32(seedAt(0xd15c, index));
  const pid = between(random, 1200, 32_000);
  const disk = `/data${index + 1}/releases/4.18.2`;
  const file = `${disk}/assets/chunk-${between(random, 100, 999)}.js`;
  return [
    "==> web-gateway 4.18.2",
    "checking package signature ... ok",
    `deploy[${pid}]: unpacking on ${host.hostName} (${host.privateIp})`,
    `\u001b[31mtar: ${file}: Cannot write: No space left on device\u001b[0m`,
    "tar: Exiting with failure status due to previous errors",
    `deploy[${pid}]: failed on ${host.hostName}, rolled back to 4.18.1`,
    "",
  ].join("\n");
}

/** A lock that is never released: the last line says what the command waits for. */
export function lockedOutput(host: Host, { progress }: OutputRequest) {
  const lines = Array.from(
    { length: 58 },
    (_, second) => `[${host.hostName}] waiting for /var/lock/deploy.lock held by pid 20417 (${second} s)`,
  );
  const text = `==> web-gateway 4.18.2\n${lines.join("\n")}\n`;
  return agentOutput(new TextEncoder().encode(text), progress);
}

/** A verbose unpacking, far beyond the quota. */
export function verboseOutput(host: Host, { progress }: OutputRequest) {
  const files = Array.from(
    { length: 900 },
    (_, index) => `x ./assets/${host.hostName}/图标-${String(index).padStart(4, "0")}.svg 644 root:root`,
  );
  const text = `==> web-gateway 4.18.2 (verbose)\n${files.join("\n")}\n${INSTALLED.slice(INSTALLED.indexOf("restarting"))}`;
  return agentOutput(new TextEncoder().encode(text), progress);
}
