import type { SearchQuery, TextMatches } from "invoscope";
import { outputOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";
import { plain } from "../shared/plain.ts";

/** A line with a match. */
export interface Hit {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of an output that have a match; `text` is cut out when a line is shown. */
export function hitsOf(
  session: Session,
  id: string,
  instanceId: string,
  matches: TextMatches["matches"],
): Hit[] {
  const lines = plain(outputOf(session, id, instanceId).text).split("\n");
  return matches.map(({ line, start, end }) => ({ line, start, end, text: lines[line - 1] ?? "" }));
}

/** The first match of each line, in order. */
export function firstOfEachLine(matches: TextMatches["matches"]): TextMatches["matches"] {
  return matches.filter((match, index) => matches[index - 1]?.line !== match.line);
}

/** What is located in one output; every match is counted. */
const LOCATED = 50;

export function searchRun(
  session: Session,
  id: string,
  query: SearchQuery,
): ReturnType<typeof session.store.search> {
  return session.store.search(id, { ...query, limit: LOCATED });
}
