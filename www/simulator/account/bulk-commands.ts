import type { Random } from "../random.ts";
import { between } from "../random.ts";
import { command } from "./build.ts";
import type { Host } from "./fleet.ts";
import type { Command } from "./run.ts";

/** A command that the account's teams run again and again, with the output it prints on a host. */
export interface Habit {
  command: Command;
  output(host: Host, random: Random): string;
}

const sh = (
  key: number,
  name: string,
  content: string,
  output: Habit["output"],
  description = "",
): Habit => ({
  command: command(key, "RunShellScript", name, content, description),
  output,
});

/** Everyday commands on Linux. */
export const LINUX_HABITS: readonly [Habit, ...Habit[]] = [
  sh(1, "check-disk", "#!/bin/bash\nset -euo pipefail\ndf -h / /data\n", (_, random) => {
    const used = between(random, 12, 92);
    return `Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda1        40G   ${Math.round(used * 0.4)}G   ${Math.round(40 - used * 0.4)}G  ${used}% /\n/dev/vdb1       200G   ${used}G  ${200 - used}G  ${Math.round(used / 2)}% /data\n`;
  }),
  sh(2, "uptime", "uptime\n", (_, random) => {
    const load = (random() * 4).toFixed(2);
    return ` 10:21:07 up ${between(random, 1, 400)} days,  3:12,  0 users,  load average: ${load}, ${load}, 0.31\n`;
  }),
  sh(
    3,
    "patch-openssl",
    "#!/bin/bash\nyum -y update openssl\nrpm -q openssl\n",
    () =>
      "Last metadata expiration check: 0:12:44 ago.\nDependencies resolved.\nNothing to do.\nComplete!\nopenssl-3.0.12-2.1.al8.x86_64\n",
  ),
  sh(
    4,
    "重启应用服务",
    "#!/bin/bash\n# 重启后等待健康检查\nsystemctl restart app.service\nsleep 2\nsystemctl is-active app.service\n",
    () => "active\n服务已重启,健康检查通过\n",
    "重启 app.service 并确认健康检查",
  ),
  sh(5, "rotate-logs", "logrotate -f /etc/logrotate.d/nginx && echo rotated\n", () => "rotated\n"),
  sh(6, "hostname", "hostname; hostname -I\n", (host) => `${host.hostName}\n${host.privateIp}\n`),
  sh(
    7,
    "sync-time",
    "chronyc makestep && chronyc tracking | head -n 4\n",
    (_, random) =>
      `200 OK\nReference ID    : 64643D58 (100.100.61.88)\nStratum         : 3\nSystem time     : 0.0000${between(random, 10000, 99999)} seconds fast of NTP time\n`,
  ),
  sh(8, "清理临时文件", "find /tmp -mtime +7 -delete\n", () => ""),
  sh(
    9,
    "collect-inventory",
    'python3 - <<"PY"\nimport json,platform\nprint(json.dumps({"kernel":platform.release()}))\nPY\n',
    (host) => `{"kernel": "5.10.134-16.3.al8.x86_64", "host": "${host.hostName}"}\n`,
  ),
];

/** Everyday commands on Windows. */
export const WINDOWS_HABITS: readonly [Habit, ...Habit[]] = [
  {
    command: command(
      30,
      "RunPowerShellScript",
      "Get-Services",
      "$ErrorActionPreference = 'Stop'\nGet-Service W32Time, Spooler | Format-Table -AutoSize\n",
    ),
    output: () =>
      "\r\nStatus  Name    DisplayName\r\n------  ----    -----------\r\nRunning W32Time Windows Time\r\nStopped Spooler Print Spooler\r\n\r\n",
  },
  {
    command: command(31, "RunBatScript", "ipconfig", "@echo off\r\nipconfig\r\n"),
    output: (host) =>
      `\r\nWindows IP Configuration\r\n\r\nEthernet adapter Ethernet:\r\n\r\n   IPv4 Address. . . . . . . . . . . : ${host.privateIp}\r\n`,
  },
];
