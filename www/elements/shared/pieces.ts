import type { StyledLine } from "invoscope";
import { css } from "lit";

/** A line up to this long is drawn as one text; in UTF-16 units, as all lengths here. */
export const PIECE = 4096;

/** How far before its end a piece looks for a blank to end behind. */
const BACK = 256;

/** How a piece is drawn: in line, so that no line break is copied where it ends. */
export const pieceStyles = css`
  .piece {
    display: inline-block;
    vertical-align: top;
    content-visibility: auto;
    contain-intrinsic-size: 4096ch 1.6em;
  }
  .wrap .piece {
    inline-size: 100%;
    contain-intrinsic-block-size: auto 72em;
  }
`;

/** A range of a line, in UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part of a line that the browser may skip while it is out of sight, and what was found in it. */
export interface Piece<R extends Range> {
  readonly line: StyledLine;
  readonly found: readonly R[];
}

/**
 * A line in pieces of at most {@link PIECE}. They end behind a blank, where there is one, as wrapped text does, and never
 * within a character of two units. What was found across an end is found in both.
 */
export function piecesOf<R extends Range>(line: StyledLine, found: readonly R[]): readonly Piece<R>[] {
  if (line.spans.reduce((sum, { text }) => sum + text.length, 0) <= PIECE) return [{ line, found }];
  const text = line.spans.map((span) => span.text).join("");
  const spans = [...line.spans].reverse();
  const marks = [...(line.invisible ?? [])].reverse();
  const pieces: Piece<R>[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = endOf(text, from);
    const within: StyledLine["spans"][number][] = [];
    for (let left = to - from; left > 0; ) {
      const span = spans.pop();
      if (span === undefined) break;
      const rest = span.text.slice(left);
      if (rest !== "") spans.push({ ...span, text: rest });
      within.push({ ...span, text: span.text.slice(0, left) });
      left -= span.text.length;
    }
    const invisible: NonNullable<StyledLine["invisible"]>[number][] = [];
    for (let mark = marks.at(-1); mark !== undefined && mark.offset < to; mark = marks.at(-1)) {
      invisible.push({ ...mark, offset: mark.offset - from });
      marks.pop();
    }
    pieces.push({ line: { spans: within, invisible }, found: foundIn(found, from, to) });
  }
  return pieces;
}

function endOf(text: string, from: number): number {
  const to = from + PIECE;
  if (to >= text.length) return text.length;
  const blank = text.slice(to - BACK, to).lastIndexOf(" ");
  if (blank >= 0) return to - BACK + blank + 1;
  return (text.codePointAt(to - 1) ?? 0) > 0xffff ? to - 1 : to;
}

function foundIn<R extends Range>(found: readonly R[], from: number, to: number): readonly R[] {
  return found
    .filter(({ start, end }) => start < to && end > from)
    .map((range) => ({ ...range, start: range.start - from, end: range.end - from }));
}
