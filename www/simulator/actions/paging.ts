import type { Account } from "../account/account.ts";
import type { Run } from "../account/run.ts";
import { ApiError } from "../rpc/errors.ts";
import { comparePlaces, type RowPlace, readToken, writeToken } from "./next-token.ts";
import type { PageRequest } from "./page-request.ts";

/** A row of a list, before it is written out. */
export interface Row {
  place: RowPlace;
  run: Run;
}

/** One page of rows and its paging fields. */
export interface Page<T extends Row> {
  rows: T[];
  PageNumber: number;
  PageSize: number;
  TotalCount: number;
  NextToken: string;
}

/**
 * The page that was asked for. With tokens, TotalCount is 0: the SDK's documentation calls it meaningless
 * there, and counting would walk the whole account for each page.
 * @throws ApiError `InvalidParameter.NextToken` for a token that no page of this query has returned.
 */
export function readPage<T extends Row>(
  request: PageRequest,
  filterText: string,
  rowsFrom: (sequence: number) => Iterable<T>,
  newest: number,
): Page<T> {
  if (request.style === "number") {
    const rows = [...rowsFrom(newest)];
    const start = (request.pageNumber - 1) * request.pageSize;
    return {
      rows: rows.slice(start, start + request.pageSize),
      PageNumber: request.pageNumber,
      PageSize: request.pageSize,
      TotalCount: rows.length,
      NextToken: "",
    };
  }
  const after = request.nextToken === undefined ? undefined : readToken(request.nextToken, filterText);
  if (request.nextToken !== undefined && (after === undefined || after.sequence > newest)) {
    throw new ApiError("InvalidParameter.NextToken");
  }
  const rows: T[] = [];
  let count = 0;
  for (const row of rowsFrom(after?.sequence ?? newest)) {
    if (after !== undefined && comparePlaces(row.place, after) <= 0) continue;
    count++;
    if (rows.length < request.maxResults) rows.push(row);
    else if (!request.pageIsCounted) break;
  }
  const last = rows.at(-1);
  return {
    rows,
    PageNumber: 1,
    PageSize: request.maxResults,
    TotalCount: request.pageIsCounted ? count : 0,
    NextToken: last !== undefined && count > rows.length ? writeToken(last.place, filterText) : "",
  };
}

/** The account's runs from a position down to the oldest; a run id leads straight to its run. */
export function* runsFrom(
  account: Account,
  sequence: number,
  invokeId: string | undefined,
  nowMs: number,
): Iterable<Run> {
  if (invokeId !== undefined) {
    const position = account.find(invokeId, nowMs);
    if (position !== undefined && position <= sequence) yield account.run(position);
    return;
  }
  for (let position = sequence; position >= 0; position--) {
    if (!account.isRemoved(position)) yield account.run(position);
  }
}
