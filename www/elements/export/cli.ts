import { quoted } from "../list/cli.ts";
import { invokeIdsOf } from "../session/run-load.ts";
import type { Session } from "../session/session.ts";

/** The command lines that ask for the same, one for each `InvokeId`. */
export function toCli(session: Session, runId: string): string {
  return invokeIdsOf(runId)
    .map(
      (id) =>
        `aliyun ecs DescribeInvocations --RegionId ${quoted(session.regionId)} --InvokeId ${quoted(id)} --IncludeOutput true`,
    )
    .join("\n");
}
