import { highlight, type Token } from "./highlight.ts";
import type { Filled, Mark } from "./parameters.ts";

/** A run of a line of a command, of one colour and in one mark or none. */
export interface Piece {
  readonly text: string;
  readonly kind: Token["kind"];
  readonly mark: Mark | undefined;
}

/** The lines of a command: coloured as whole lines, then cut where a mark begins or ends. */
export function commandLines({ text, marks }: Filled, commandType: string): Piece[][] {
  const lines: Piece[][] = [];
  const end = text.replace(/\r?\n$/, "").length;
  let at = 0;
  while (at <= end) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 || next > end ? end : next;
    const line = text.slice(at, stop).replace(/\r$/, "");
    const pieces: Piece[] = [];
    let from = at;
    for (const token of highlight(line, commandType)) {
      pieces.push(...cut(token, from, marks));
      from += token.text.length;
    }
    lines.push(pieces);
    at = stop + 1;
  }
  return lines;
}

/** A token that begins at an offset, cut at the marks that it meets. */
function cut({ text, kind }: Token, from: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  const to = from + text.length;
  let at = from;
  const add = (until: number, mark: Mark | undefined): void => {
    if (until > at) pieces.push({ text: text.slice(at - from, until - from), kind, mark });
    at = Math.max(at, until);
  };
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= to) continue;
    add(Math.max(mark.start, at), undefined);
    add(Math.min(mark.end, to), mark);
  }
  add(to, undefined);
  return pieces;
}
