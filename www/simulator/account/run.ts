import type { AgentOutput } from "../outputs/agent.ts";

/** A saved command, as the account keeps it. */
export interface Command {
  commandId: string;
  name: string;
  description: string;
  type: "RunShellScript" | "RunBatScript" | "RunPowerShellScript";
  content: string;
}

/** How the run of a command on one instance ends. */
export interface Ending {
  status: string;
  exitCode?: number;
  errorCode?: string;
  errorInfo?: string;
}

/** Which repeat of a run on one instance is meant, and how much of it has passed. */
export interface OutputRequest {
  /** 1 for the first. */
  repeat: number;
  startMs: number;
  /** 0 to 1 while the command runs, 1 once it ended. */
  progress: number;
}

/** What happens on one instance. Times are milliseconds after the run's creation, or after each start. */
export interface InstancePlan {
  instanceId: string;
  /** From creation, or from the schedule's time, to the start; or to giving up, when it never starts. */
  queueMs: number;
  runMs: number;
  /** The ending of each repeat. */
  ending(repeat: number): Ending;
  output(request: OutputRequest): AgentOutput;
  /** Where the full output went in OSS. */
  ossOutputUri?: string;
  /** Fields laid over the record: contradictions, unknown fields and unknown values. */
  overlay?: Readonly<Record<string, unknown>>;
}

/** When a scheduled run starts: a list of times, or a rhythm with or without an end. */
export type Schedule =
  | { kind: "times"; timesMs: readonly number[] }
  | { kind: "every"; firstMs: number; everyMs: number; count: number };

/** Everything that is decided when a command is run; what the API shows of it follows from the clock. */
export interface Run {
  /** Position in the account: 0 is the oldest. */
  sequence: number;
  invokeId: string;
  createdMs: number;
  command: Command;
  repeatMode: string;
  frequency: string;
  schedule: Schedule | undefined;
  /** When StopInvocation was called. */
  stopMs: number | undefined;
  timeoutS: number;
  username: string;
  workingDir: string;
  parameters: string;
  launcher: string;
  containerId: string;
  containerName: string;
  terminationMode: "Process" | "ProcessTree";
  resourceGroupId: string;
  ossOutputDelivery: string;
  tags: readonly { key: string; value: string }[];
  instanceIds: readonly string[];
  plans(): readonly InstancePlan[];
  overlay?: Readonly<Record<string, unknown>>;
}
