import { ApiError } from "../rpc/errors.ts";

/** Which rows the caller wants: after a token, or the page of a number. */
export type PageRequest =
  | { style: "token"; maxResults: number; nextToken: string | undefined; pageIsCounted: boolean }
  | { style: "number"; pageNumber: number; pageSize: number };

const DEFAULT_ROWS = 10;
const MAX_ROWS = 50;

/**
 * Reads both paging styles. `NextToken` or `MaxResults` decides for tokens; without any paging parameter the
 * first ten rows are answered with a token.
 * @throws ApiError with the documented code of the parameter that is out of range.
 */
export function readPageRequest(parameters: ReadonlyMap<string, string>): PageRequest {
  const nextToken = parameters.get("NextToken") || undefined;
  const maxResultsText = parameters.get("MaxResults");
  const pageNumberText = parameters.get("PageNumber");
  const pageSizeText = parameters.get("PageSize");
  const maxResults = wholeNumber(maxResultsText, DEFAULT_ROWS);
  if (!(maxResults >= 1 && maxResults <= MAX_ROWS)) throw new ApiError("InvalidParameter.MaxResults");
  const pageNumber = wholeNumber(pageNumberText, 1);
  if (!(pageNumber >= 1)) throw new ApiError("InvalidParam.PageNumber");
  const pageSize = wholeNumber(pageSizeText, DEFAULT_ROWS);
  if (!(pageSize >= 1 && pageSize <= MAX_ROWS)) throw new ApiError("InvalidParam.PageSize");
  const asksForTokens = nextToken !== undefined || maxResultsText !== undefined;
  const asksForNumbers = pageNumberText !== undefined || pageSizeText !== undefined;
  if (asksForNumbers && !asksForTokens) return { style: "number", pageNumber, pageSize };
  return { style: "token", maxResults, nextToken, pageIsCounted: !asksForTokens };
}

function wholeNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
