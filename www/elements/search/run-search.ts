import { type SearchMatch, type SearchQuery, searchText } from "invoscope";
import { instancesOf, outputOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";
import { plain } from "../shared/plain.ts";

/** A line with a match. */
export interface Hit {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One output with matches. */
export interface Hits {
  readonly instanceId: string;
  readonly count: number;
  /** The first lines with a match. */
  readonly hits: readonly Hit[];
  readonly lines: number;
}

/** How far a search is, and what it found so far. */
export interface SearchState {
  readonly found: readonly Hits[];
  readonly count: number;
  readonly searched: number;
  readonly total: number;
}

/** Work in one go before the page may paint and take keys. */
const SLICE_MS = 12;
const LINES_AN_INSTANCE = 3;

/**
 * Searches the outputs of a run, in slices, and yields after each.
 *
 * Throws the error of an expression that cannot be read.
 */
export async function* searchRun(
  session: Session,
  id: string,
  query: SearchQuery,
): AsyncGenerator<SearchState> {
  const rows = instancesOf(session, id, { sort: "attention" }).filter((row) => row.outputBytes > 0);
  const found: Hits[] = [];
  let count = 0;
  let began = performance.now();
  for (const [index, row] of rows.entries()) {
    const instanceId = row.instanceId ?? "";
    const text = plain(outputOf(session, id, instanceId).text);
    const result = searchText(text, query);
    if (result.count > 0) {
      count += result.count;
      found.push({ instanceId, count: result.count, ...hitsOf(text, result.matches) });
    }
    if (performance.now() - began > SLICE_MS) {
      yield { found: [...found], count, searched: index + 1, total: rows.length };
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }
  yield { found, count, searched: rows.length, total: rows.length };
}

function hitsOf(text: string, matches: readonly SearchMatch[]): { hits: Hit[]; lines: number } {
  const numbers = [...new Set(matches.map((match) => match.line))];
  const shown = numbers.slice(0, LINES_AN_INSTANCE);
  const lines = text.split("\n");
  const hits = shown.map((line) => {
    const match = matches.find((candidate) => candidate.line === line);
    return { line, text: lines[line - 1] ?? "", start: match?.start ?? 0, end: match?.end ?? 0 };
  });
  return { hits, lines: numbers.length };
}
