import { type AgentOutput, wholeOutput } from "../outputs/agent.ts";
import { idText, mulberry32, seedAt } from "../random.ts";
import { SUCCESS } from "./endings.ts";
import type { Host } from "./fleet.ts";
import type { Command, Ending, InstancePlan, OutputRequest, Run } from "./run.ts";

/** What a run says of itself; the rest has the service's usual values. */
export type RunSpec = Pick<Run, "command" | "createdMs"> &
  Partial<Omit<Run, "plans" | "instanceIds" | "sequence" | "invokeId">> & {
    instanceIds: readonly string[];
    plans(): readonly InstancePlan[];
  };

/** The run id of a position in an account. */
export function invokeIdAt(seed: number, sequence: number): string {
  return `t-hz0${idText(mulberry32(seedAt(seed, sequence)), 11)}`;
}

/** A run with everything filled in. */
export function buildRun(seed: number, sequence: number, spec: RunSpec): Run {
  return {
    repeatMode: "Once",
    frequency: "",
    schedule: undefined,
    stopMs: undefined,
    timeoutS: 60,
    username: "",
    workingDir: "/root",
    parameters: "{}",
    launcher: "",
    containerId: "",
    containerName: "",
    terminationMode: "Process",
    resourceGroupId: "",
    ossOutputDelivery: "",
    tags: [],
    ...spec,
    sequence,
    invokeId: invokeIdAt(seed, sequence),
  };
}

/** A command whose id follows from its name. */
export function command(
  key: number,
  type: Command["type"],
  name: string,
  content: string,
  description = "",
): Command {
  return {
    commandId: `c-hz0${idText(mulberry32(seedAt(0xc0de, key)), 11)}`,
    name,
    description,
    type,
    content,
  };
}

/** A plan for one host; `output` may be a text, for outputs that are kept whole. */
export function plan(
  host: Host,
  spec: {
    queueMs?: number;
    runMs?: number;
    ending?: Ending | ((repeat: number) => Ending);
    output?: string | ((request: OutputRequest) => AgentOutput | string);
    ossOutputUri?: string;
    overlay?: Readonly<Record<string, unknown>>;
  },
): InstancePlan {
  const { queueMs = 1000, runMs = 2000, ending = SUCCESS, output = "", ossOutputUri, overlay } = spec;
  return {
    instanceId: host.instanceId,
    queueMs,
    runMs,
    ending: typeof ending === "function" ? ending : () => ending,
    output(request) {
      const made = typeof output === "function" ? output(request) : output;
      if (typeof made !== "string") return made;
      // The agent has nothing to post before its first full read, so short outputs appear at the end.
      return wholeOutput(request.progress < 1 ? "" : made);
    },
    ...(ossOutputUri === undefined ? {} : { ossOutputUri }),
    ...(overlay === undefined ? {} : { overlay }),
  };
}
