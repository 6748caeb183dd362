import { command, plan, type RunSpec } from "../account/build.ts";
import { exitCode } from "../account/endings.ts";
import { type Fleet, hostsFrom } from "../account/fleet.ts";
import { readAsGbk } from "../outputs/mojibake.ts";

/** Runs on Windows: PowerShell whose UTF-8 output was read as GBK, and a Bat script with Windows exit codes. */
export function windowsRuns(fleet: Fleet, epochMs: number): RunSpec[] {
  const hosts = hostsFrom(fleet.windows, 0, 6);
  const report = Array.from(
    { length: 90 },
    (_, index) => `更新 KB50${String(34_000 + index)} 安装成功,耗时 ${index + 3} 秒`,
  ).join("\r\n");
  return [
    {
      command: command(
        130,
        "RunPowerShellScript",
        "安装系统补丁",
        "$ErrorActionPreference = 'Stop'\n[Console]::OutputEncoding = [Text.Encoding]::UTF8\nInstall-WindowsUpdate -AcceptAll | Format-Table\n",
        "安装本月安全更新",
      ),
      createdMs: epochMs - 8 * 60_000,
      timeoutS: 1800,
      username: "System",
      workingDir: "C:\\Windows\\System32",
      tags: [{ key: "os", value: "windows" }],
      instanceIds: hosts.map((host) => host.instanceId),
      plans: () =>
        hosts.map((host, index) =>
          plan(host, {
            runMs: 65_000,
            output: ({ progress }) => ({
              bytes:
                progress < 1
                  ? new Uint8Array()
                  : readAsGbk(index < 4 ? report : "又发现 1 个更新,无需重启\r\n"),
              dropped: 0,
            }),
          }),
        ),
    },
    {
      command: command(
        131,
        "RunBatScript",
        "restart-spooler",
        "@echo off\r\nnet stop spooler\r\nnet start spooler\r\n",
      ),
      createdMs: epochMs - 9 * 60_000,
      username: "System",
      workingDir: "C:\\Windows\\System32",
      tags: [{ key: "os", value: "windows" }],
      instanceIds: hosts.slice(0, 3).map((host) => host.instanceId),
      plans: () => [
        ...hosts
          .slice(0, 2)
          .map((host) => plan(host, { output: "The Print Spooler service was started successfully.\r\n" })),
        ...hosts.slice(2, 3).map((host) =>
          plan(host, {
            ending: exitCode(3221225786),
            output: "The service could not be controlled.\r\n^C",
          }),
        ),
      ],
    },
  ];
}
