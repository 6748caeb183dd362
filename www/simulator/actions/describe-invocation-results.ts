import type { Account } from "../account/account.ts";
import { type InstanceState, instanceHistory, instanceState } from "../account/instance-state.ts";
import type { Run } from "../account/run.ts";
import { ApiError, missingParameter } from "../rpc/errors.ts";
import { readPageRequest } from "./page-request.ts";
import { type Row, readPage, runsFrom } from "./paging.ts";
import { filterText, optional, optionalBoolean, type Query, readQuery } from "./query.ts";
import { type ApiRecord, resultRecord } from "./records.ts";
import { type OverallStatuses, overallStatuses, passesQuery } from "./row-filter.ts";

interface ResultRow extends Row {
  state: InstanceState;
  overall: OverallStatuses;
}

const HAS_HISTORY = new Set(["Period", "EveryReboot"]);

/**
 * Answers DescribeInvocationResults: one row per instance, or per past start with IncludeHistory.
 * @throws ApiError for the first parameter that breaks a documented rule.
 */
export function describeInvocationResults(
  account: Account,
  parameters: ReadonlyMap<string, string>,
  nowMs: number,
  isHomeRegion: (regionId: string) => boolean,
): ApiRecord {
  const query = readQuery(parameters);
  const request = readPageRequest(parameters);
  const withHistory = optionalBoolean(parameters, "IncludeHistory") ?? false;
  const recordStatus = optional(parameters, "InvokeRecordStatus");
  const isHome = isHomeRegion(query.regionId);
  if (withHistory) checkHistory(account, query, nowMs);
  const page = readPage(
    request,
    filterText("DescribeInvocationResults", parameters),
    function* rows(sequence): Iterable<ResultRow> {
      for (const run of runsFrom(account, sequence, query.invokeId, nowMs)) {
        if (!passesQuery(run, query)) continue;
        const overall = overallStatuses(run, nowMs);
        for (const row of rowsOf(run, query, withHistory, nowMs, overall)) {
          if (recordStatus === undefined || passesRecordStatus(row, recordStatus)) yield row;
        }
      }
    },
    isHome ? account.size(nowMs) - 1 : -1,
  );
  const { rows, ...paging } = page;
  const results = rows.map(({ run, state, overall }) => resultRecord(run, overall, state, query.plainText));
  return { Invocation: { ...paging, InvocationResults: { InvocationResult: results } } };
}

function checkHistory(account: Account, query: Query, nowMs: number): void {
  if (query.invokeId === undefined) throw missingParameter("InvokeId");
  const position = account.find(query.invokeId, nowMs);
  if (position === undefined || HAS_HISTORY.has(account.run(position).repeatMode)) return;
  throw new ApiError("Operation.Forbidden");
}

/** Rows in the order of their places: newest repeat first, then the instances as the run names them. */
function rowsOf(
  run: Run,
  query: Query,
  withHistory: boolean,
  nowMs: number,
  overall: OverallStatuses,
): ResultRow[] {
  const rows: ResultRow[] = [];
  for (const [instance, plan] of run.plans().entries()) {
    if (query.instanceId !== undefined && plan.instanceId !== query.instanceId) continue;
    const states = withHistory ? instanceHistory(run, plan, nowMs) : [instanceState(run, plan, nowMs)];
    for (const state of states) {
      // A repeat that is queued has no row yet; without history each instance has exactly one.
      if (withHistory && state.status === "Pending") continue;
      const repeat = withHistory ? state.repeats : 0;
      rows.push({ place: { sequence: run.sequence, repeat, instance }, run, state, overall });
    }
  }
  return rows.sort(
    (left, right) => right.place.repeat - left.place.repeat || left.place.instance - right.place.instance,
  );
}

function passesRecordStatus(row: ResultRow, wanted: string): boolean {
  return wanted === "Success" ? row.state.status === "Success" : row.overall.invokeStatus === wanted;
}
