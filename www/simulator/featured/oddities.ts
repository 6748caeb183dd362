import { command, plan, type RunSpec } from "../account/build.ts";
import { SUCCESS } from "../account/endings.ts";
import { type Fleet, hostsFrom } from "../account/fleet.ts";
import type { InstancePlan } from "../account/run.ts";
import { agentOutput } from "../outputs/agent.ts";

const MINUTE_MS = 60_000;

/** Runs with the rarer fields, and with what a reader must not stumble over. */
export function oddRuns(fleet: Fleet, epochMs: number): RunSpec[] {
  const one = (
    index: number,
    minutesAgo: number,
    spec: Omit<RunSpec, "createdMs" | "instanceIds" | "plans"> & {
      plan: Parameters<typeof plan>[1];
      count?: number;
    },
  ): RunSpec => {
    const { plan: planSpec, count = 1, ...rest } = spec;
    const hosts = hostsFrom(fleet.linux, 570 + index * 4, count);
    const plans = (): InstancePlan[] => hosts.map((host) => plan(host, planSpec));
    const instanceIds = hosts.map((host) => host.instanceId);
    return { ...rest, createdMs: epochMs - minutesAgo * MINUTE_MS, instanceIds, plans };
  };
  return [
    one(0, 17, {
      command: command(
        140,
        "RunShellScript",
        "export-audit",
        "journalctl --since yesterday\n",
        "Full log goes to OSS",
      ),
      ossOutputDelivery: "oss://ops-run-logs/audit",
      plan: {
        output: ({ progress }) =>
          agentOutput(
            new TextEncoder().encode("Nov 23 00:00:01 sshd[812]: session opened\n".repeat(2500)),
            progress,
          ),
        ossOutputUri: "oss://ops-run-logs/audit/output.txt",
      },
      count: 2,
    }),
    one(1, 18, {
      command: command(141, "RunShellScript", "scan-host", "clamscan -r /srv\n"),
      plan: { ending: { status: "Quarantined" }, output: "1 file moved to quarantine\n" },
    }),
    one(2, 19, {
      command: command(142, "RunShellScript", "future-field", "true\n"),
      overlay: { RiskLevel: "Low", Approval: { TicketId: "CHG-20377", Approvers: ["lisi"] } },
      plan: { overlay: { AgentVersion: "2.2.3.904" } },
    }),
    one(3, 21, {
      command: command(
        143,
        "RunShellScript",
        "<img src=x onerror=alert(1)>",
        "echo '<script>alert(document.domain)</script>'\n",
        "\u202egnp.exe\u202c & <b>bold</b>",
      ),
      tags: [{ key: "note", value: '"><svg onload=alert(1)>' }],
      plan: {
        output:
          "<script>alert(document.domain)</script>\n\u202etxt.exe\u202c\n\u001b]8;;javascript:alert(1)\u0007link\u001b]8;;\u0007\n\u0000\u0008\u001b[2J\u001b[999;999Hend\n=cmd|' /C calc'!A0\n",
      },
    }),
    one(4, 23, {
      command: command(
        144,
        "RunShellScript",
        "CommandTestName",
        "rpm -qa | grep vsftpd\n",
        "testDescription",
      ),
      frequency: "0 */20 * * * *",
      overlay: { InvocationStatus: "Running", InvokeStatus: "Finished" },
      plan: {
        output: "OutPutTestmsg",
        ending: {
          status: "Success",
          exitCode: 0,
          errorCode: "InstanceNotExists",
          errorInfo: "the specified instance does not exists",
        },
        overlay: { Repeats: 0 },
      },
    }),
    one(5, 25, {
      command: command(145, "RunShellScript", "warm-cache", "cache warm --all\n"),
      containerId: "ab141ddfbacfe02d9dbc25966ed971536124527097398d419a6746873fea0c1d",
      containerName: "test-container",
      plan: { output: "warmed 1204 keys\n" },
    }),
    one(6, 26, {
      command: command(
        146,
        "RunShellScript",
        "greet",
        'echo "hello {{name}}, {{greeting}}, from {{ACS::InstanceId}}"\n',
      ),
      parameters: JSON.stringify({ name: "Jack", greeting: "你好", token: "example-not-a-secret" }),
      plan: { output: "hello Jack, 你好\n" },
      count: 2,
    }),
    one(7, 27, {
      command: command(147, "RunShellScript", "plan-upgrade", "yum -y upgrade\n"),
      repeatMode: "DryRun",
      plan: { ending: SUCCESS, runMs: 0 },
      count: 3,
    }),
    one(8, 28, {
      command: command(148, "RunShellScript", "report.py", "import os\nprint(os.uname().nodename)\n"),
      launcher: 'python3 -u {{ACS::ScriptFileName|Ext(".py")}}',
      plan: { output: "iZbp1report\n" },
    }),
    one(9, 29, {
      command: command(149, "RunShellScript", "report.js", "console.log(process.version);\n"),
      launcher: 'node {{ACS::ScriptFileName|Ext(".js")}}',
      plan: { output: "v20.20.2\n" },
    }),
  ];
}
