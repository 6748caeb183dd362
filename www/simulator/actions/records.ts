import type { InstanceState } from "../account/instance-state.ts";
import type { Run } from "../account/run.ts";
import { legacyInstanceStatus } from "../account/status.ts";
import { apiTime } from "../clock.ts";
import type { OverallStatuses } from "./row-filter.ts";

/** A record as the API writes it. */
export type ApiRecord = Record<string, unknown>;

/** How command content and outputs are written. */
export interface TextFormat {
  plainText: boolean;
  includeOutput: boolean;
}

/** One run of DescribeInvocations with the given instances. */
export function invocationRecord(
  run: Run,
  overall: OverallStatuses,
  states: readonly InstanceState[],
  format: TextFormat,
): ApiRecord {
  return {
    CreationTime: apiTime(run.createdMs),
    Frequency: run.frequency,
    InvocationStatus: overall.invocationStatus,
    RepeatMode: run.repeatMode,
    CommandId: run.command.commandId,
    CommandType: run.command.type,
    InvokeStatus: overall.invokeStatus,
    Parameters: run.parameters,
    Timed: isTimed(run, states),
    CommandContent: encode(new TextEncoder().encode(run.command.content), format.plainText),
    CommandName: run.command.name,
    CommandDescription: run.command.description,
    InvokeId: run.invokeId,
    Username: run.username,
    WorkingDir: run.workingDir,
    Timeout: run.timeoutS,
    ContainerId: run.containerId,
    ContainerName: run.containerName,
    TerminationMode: run.terminationMode,
    Launcher: run.launcher,
    ...(run.ossOutputDelivery === "" ? {} : { OssOutputDelivery: run.ossOutputDelivery }),
    InvokeInstances: { InvokeInstance: states.map((state) => instanceRecord(run, state, format)) },
    Tags: tagsOf(run),
    ...run.overlay,
  };
}

function instanceRecord(run: Run, state: InstanceState, format: TextFormat): ApiRecord {
  const { bytes, dropped } = state.output();
  return {
    CreationTime: apiTime(run.createdMs),
    UpdateTime: apiTime(state.updatedMs),
    FinishTime: apiTime(state.finishedMs),
    InvocationStatus: state.status,
    Repeats: state.repeats,
    InstanceId: state.plan.instanceId,
    Output: format.includeOutput ? encode(bytes, format.plainText) : "",
    Dropped: dropped,
    StopTime: apiTime(state.stoppedMs),
    ...exitCodeOf(state),
    StartTime: apiTime(state.startedMs),
    ErrorInfo: state.ending?.errorInfo ?? "",
    Timed: isTimed(run, [state]),
    ErrorCode: state.ending?.errorCode ?? "",
    InstanceInvokeStatus: legacyInstanceStatus(state.status),
    ...ossFields(run, state),
    ...state.plan.overlay,
  };
}

/** One row of DescribeInvocationResults; its end is called FinishedTime there. */
export function resultRecord(
  run: Run,
  overall: OverallStatuses,
  state: InstanceState,
  plainText: boolean,
): ApiRecord {
  const { bytes, dropped } = state.output();
  return {
    Dropped: dropped,
    ...(run.ossOutputDelivery === "" ? {} : { OssOutputDelivery: run.ossOutputDelivery }),
    InvocationStatus: state.status,
    InstanceId: state.plan.instanceId,
    ...exitCodeOf(state),
    ErrorInfo: state.ending?.errorInfo ?? "",
    StartTime: apiTime(state.startedMs),
    Repeats: state.repeats,
    InvokeRecordStatus: overall.invokeStatus,
    FinishedTime: apiTime(state.finishedMs),
    ...ossFields(run, state),
    Username: run.username,
    ContainerId: run.containerId,
    ContainerName: run.containerName,
    Output: encode(bytes, plainText),
    Launcher: run.launcher,
    CommandId: run.command.commandId,
    ErrorCode: state.ending?.errorCode ?? "",
    InvokeId: run.invokeId,
    TerminationMode: run.terminationMode,
    Tags: tagsOf(run),
    StopTime: apiTime(state.stoppedMs),
    ...state.plan.overlay,
  };
}

/** True while the run will start again by itself. */
export function isTimed(run: Run, states: readonly InstanceState[]): boolean {
  return run.schedule !== undefined && states.some((state) => WILL_RUN_AGAIN.has(state.status));
}

const WILL_RUN_AGAIN = new Set(["Pending", "Scheduled", "Running"]);

/** The API leaves ExitCode out where the process has none. */
function exitCodeOf(state: InstanceState): { ExitCode?: number } {
  return state.ending?.exitCode === undefined ? {} : { ExitCode: state.ending.exitCode };
}

function ossFields(run: Run, state: InstanceState): ApiRecord {
  if (run.ossOutputDelivery === "") return {};
  const isDelivered = state.finishedMs !== undefined;
  return {
    OssOutputStatus: isDelivered ? "Finished" : "InProgress",
    OssOutputUri: isDelivered ? (state.plan.ossOutputUri ?? "") : "",
    OssOutputErrorCode: "",
    OssOutputErrorInfo: "",
  };
}

function tagsOf(run: Run) {
  return { Tag: run.tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })) };
}

function encode(bytes: Uint8Array, plainText: boolean): string {
  return plainText
    ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
    : Buffer.from(bytes).toString("base64");
}
