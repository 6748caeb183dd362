import type { Account } from "../account/account.ts";
import { instanceState } from "../account/instance-state.ts";
import type { Run } from "../account/run.ts";
import { missingParameter } from "../rpc/errors.ts";
import { readPageRequest } from "./page-request.ts";
import { type Row, readPage, runsFrom } from "./paging.ts";
import { filterText, optional, optionalBoolean, readQuery } from "./query.ts";
import { type ApiRecord, invocationRecord, isTimed } from "./records.ts";
import { overallStatuses, passesQuery, passesStatus } from "./row-filter.ts";

/**
 * Answers DescribeInvocations.
 * @throws ApiError for the first parameter that breaks a documented rule.
 */
export function describeInvocations(
  account: Account,
  parameters: ReadonlyMap<string, string>,
  nowMs: number,
  isHomeRegion: (regionId: string) => boolean,
): ApiRecord {
  const query = readQuery(parameters);
  const includeOutput = optionalBoolean(parameters, "IncludeOutput") ?? false;
  if (includeOutput && query.invokeId === undefined && query.instanceId === undefined) {
    throw missingParameter("InvokeId or InstanceId");
  }
  const request = readPageRequest(parameters);
  const passes = ownFilter(parameters, query.instanceId !== undefined, nowMs);
  const newest = isHomeRegion(query.regionId) ? account.size(nowMs) - 1 : -1;
  const page = readPage(
    request,
    filterText("DescribeInvocations", parameters),
    function* rows(sequence): Iterable<Row> {
      for (const run of runsFrom(account, sequence, query.invokeId, nowMs)) {
        if (!passesQuery(run, query) || !passes(run)) continue;
        yield { place: { sequence: run.sequence, repeat: 0, instance: 0 }, run };
      }
    },
    newest,
  );
  const { rows, ...paging } = page;
  const invocations = rows.map(({ run }) => {
    const shown = run.plans().filter(({ instanceId }) => (query.instanceId ?? instanceId) === instanceId);
    const states = shown.map((plan) => instanceState(run, plan, nowMs));
    const format = { plainText: query.plainText, includeOutput };
    return invocationRecord(run, overallStatuses(run, nowMs), states, format);
  });
  return { ...paging, Invocations: { Invocation: invocations } };
}

/** The filters that this action alone has; beside InstanceId the page says which of them have no effect. */
function ownFilter(
  parameters: ReadonlyMap<string, string>,
  besideInstance: boolean,
  nowMs: number,
): (run: Run) => boolean {
  const commandType = optional(parameters, "CommandType");
  const commandName = besideInstance ? undefined : optional(parameters, "CommandName");
  const repeatMode = besideInstance ? undefined : optional(parameters, "RepeatMode");
  const status = optional(parameters, "InvokeStatus");
  const invokeStatus = besideInstance && status === "PartialFailed" ? undefined : status;
  // The page gives false as the default of Timed, yet a caller without it sees every kind of run: only a
  // value that was sent filters.
  const timed = optionalBoolean(parameters, "Timed");
  return (run) => {
    if (commandType !== undefined && run.command.type !== commandType) return false;
    if (commandName !== undefined && run.command.name !== commandName) return false;
    if (repeatMode !== undefined && run.repeatMode !== repeatMode) return false;
    if (timed !== undefined && isTimedAt(run, nowMs) !== timed) return false;
    return invokeStatus === undefined || passesStatus(overallStatuses(run, nowMs), invokeStatus);
  };
}

function isTimedAt(run: Run, nowMs: number): boolean {
  if (run.schedule === undefined) return false;
  return isTimed(
    run,
    run.plans().map((plan) => instanceState(run, plan, nowMs)),
  );
}
