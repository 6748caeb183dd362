import type { OutputHits, SearchQuery, TextMatches } from "invoscope";
import { outputOf } from "../session/run-data.ts";
import { invokeIdsOf } from "../session/run-load.ts";
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

/** What is located in all outputs together, so that a letter does not fill the memory. */
const LOCATED_IN_ALL = 5000;

/** Searches the outputs of a run, or run after run of a set: a step each, so that others may come between. */
export function* searchRun(
  session: Session,
  id: string,
  query: SearchQuery,
): Generator<undefined, OutputHits> {
  const outputs: OutputHits["outputs"][number][] = [];
  let [searched, count, located, isTruncated] = [0, 0, 0, false];
  for (const invokeId of invokeIdsOf(id)) {
    const limit = located < LOCATED_IN_ALL ? LOCATED : 0;
    const part = session.store.search(invokeId, { ...query, limit });
    outputs.push(...part.outputs);
    searched += part.searched;
    count += part.count;
    located += part.outputs.reduce((sum, { matches }) => sum + matches.length, 0);
    isTruncated ||= part.truncated;
    yield;
  }
  return { outputs, searched, count, truncated: isTruncated };
}
