import type { Account } from "../account/account.ts";
import { type RowPlace, readToken, writeToken } from "../actions/next-token.ts";
import { filterText } from "../actions/query.ts";
import type { Fault } from "./fault.ts";

/** How far the service's time is from the caller's, in milliseconds. */
export function skewOf(faults: readonly Fault[]): number {
  return faults.reduce((sum, fault) => sum + (fault.kind === "skew" ? fault.skewMs : 0), 0);
}

/**
 * `overlap`: the parameters with a token that points some runs back, so that the page begins with runs that the one
 * before ended with, as happens where a list shifts under its reader.
 */
export function stepBack(
  size: number,
  action: string,
  parameters: ReadonlyMap<string, string>,
  faults: readonly Fault[],
): ReadonlyMap<string, string> {
  const rows = rowsOf("overlap", faults);
  const place = placeOf(action, parameters);
  if (rows === 0 || place === undefined) return parameters;
  const sequence = Math.min(place.sequence + rows, size - 1);
  const token = writeToken({ ...place, sequence }, filterText(action, parameters));
  return new Map([...parameters, ["NextToken", token]]);
}

/** `vanish`: deletes as many runs before the token's place, which were read, as after it, which were not. */
export function deleteAround(
  account: Account,
  action: string,
  parameters: ReadonlyMap<string, string>,
  faults: readonly Fault[],
): void {
  const rows = rowsOf("vanish", faults);
  const place = placeOf(action, parameters);
  if (rows === 0 || place === undefined) return;
  for (let distance = 0; distance < rows; distance++) {
    account.remove(place.sequence + distance);
    account.remove(place.sequence - 1 - distance);
  }
}

function rowsOf(kind: "overlap" | "vanish", faults: readonly Fault[]): number {
  const fault = faults.find((fault) => fault.kind === kind);
  return fault !== undefined && "rows" in fault ? fault.rows : 0;
}

function placeOf(action: string, parameters: ReadonlyMap<string, string>): RowPlace | undefined {
  const token = parameters.get("NextToken");
  return token === undefined ? undefined : readToken(token, filterText(action, parameters));
}
