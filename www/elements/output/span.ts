import type { InvisibleCharacter, StyledLine, TextStyle } from "invoscope";
import { html, nothing, type TemplateResult } from "lit";
import { cssVars } from "../foundation/index.ts";

/** UTF-16 range of a line that a search found. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly isCurrent: boolean;
}

/** A line's spans as text nodes, with matches marked and invisible characters drawn. */
export function lineContent(
  line: StyledLine,
  found: readonly Found[],
  invisibleName: (code: string) => string,
): unknown {
  const marks = line.invisible ?? [];
  if (found.length === 0 && marks.length === 0) {
    const [only] = line.spans;
    if (
      line.spans.length === 1 &&
      only !== undefined &&
      only.style === undefined &&
      only.link === undefined
    ) {
      return only.text;
    }
  }
  let at = 0;
  return line.spans.map((span) => {
    const start = at;
    at += span.text.length;
    const content = pieces(span.text, start, found, marks, invisibleName);
    if (span.link !== undefined) {
      return html`<a href=${span.link} target="_blank" rel="noopener noreferrer">${content}</a>`;
    }
    return span.style === undefined ? content : styled(span.style, content);
  });
}

function pieces(
  text: string,
  offset: number,
  found: readonly Found[],
  marks: readonly InvisibleCharacter[],
  invisibleName: (code: string) => string,
): unknown {
  const end = offset + text.length;
  const here = found.filter((range) => range.start < end && range.end > offset);
  const hidden = marks.filter((mark) => mark.offset >= offset && mark.offset < end);
  if (here.length === 0 && hidden.length === 0) return text;
  const cuts = new Set([offset, end]);
  for (const range of here) cuts.add(Math.max(offset, range.start)).add(Math.min(end, range.end));
  for (const { offset: at, codePoint } of hidden) cuts.add(at).add(at + (codePoint > 0xffff ? 2 : 1));
  const edges = [...cuts].sort((left, right) => left - right);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const mark = hidden.find((character) => character.offset === from);
    const part = text.slice(from - offset, to - offset);
    if (mark !== undefined) return invisible(mark, part, invisibleName);
    const range = here.find((match) => match.start <= from && match.end >= to);
    return range === undefined ? part : html`<mark class=${range.isCurrent ? "now" : nothing}>${part}</mark>`;
  });
}

/** The character itself stays, isolated, so that a copy is true; beside it stands its code. */
function invisible(
  { codePoint }: InvisibleCharacter,
  text: string,
  invisibleName: (code: string) => string,
): TemplateResult {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  return html`<span class="invisible" data-code=${code} title=${invisibleName(code)}
    ><bdi class="visually-hidden">${text}</bdi></span
  >`;
}

function styled(style: TextStyle, content: unknown): TemplateResult {
  const classes = [
    style.bold && "bold",
    style.dim && "dim",
    style.italic && "italic",
    style.underline && "underline",
    style.strike && "strike",
    style.inverse && "inverse",
    style.conceal && "conceal",
  ].filter(Boolean);
  const css: Record<string, string> = {};
  const { foreground, background } = style;
  if (foreground !== undefined) css["--fg"] = colour(foreground);
  if (background !== undefined) css["--bg"] = colour(background);
  if (foreground !== undefined) classes.push("fg");
  if (background !== undefined) classes.push("bg");
  return html`<span class=${classes.join(" ")} ${cssVars(css)}>${content}</span>`;
}

function colour(value: number | string): string {
  if (typeof value === "string") return value;
  if (value < 16) return `var(--ansi-${value})`;
  if (value >= 232) return grey(8 + (value - 232) * 10);
  const cube = value - 16;
  const level = (n: number): number => (n === 0 ? 0 : 55 + n * 40);
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}

function grey(level: number): string {
  return `rgb(${level} ${level} ${level})`;
}
