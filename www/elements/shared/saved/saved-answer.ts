import { parse } from "invoscope";
import { type CapsuleInfo, partsOf, readInfo, unpacked } from "./capsule-format.ts";
import { SavedAnswerError, type SavedFile } from "./saved-answer-error.ts";

/** What a file holds: answers, each the body of one, and of a capsule what it says of itself. */
export interface SavedAnswers {
  readonly bodies: readonly Uint8Array[];
  readonly info?: CapsuleInfo | undefined;
}

/**
 * The answers of a file: one of the API, an SDK or the command line, several as lines (NDJSON), or a capsule.
 *
 * Every answer is read once for a check, so that a file is taken whole or not at all.
 *
 * @throws {SavedAnswerError} Where one cannot be read.
 */
export async function readSaved(file: SavedFile): Promise<SavedAnswers> {
  const body = inUtf8(file.body);
  if (!startsLikeHtml(body)) return { bodies: checked({ ...file, body }) };
  const page = partsOf(new TextDecoder().decode(body));
  if (page === undefined)
    throw new SavedAnswerError(file, new Error("expected a capsule, found another page"));
  let lines: Line[];
  try {
    lines = linesOf(await unpacked(page.data));
  } catch (error) {
    throw new SavedAnswerError(file, error);
  }
  const [first, ...answers] = lines;
  const info = first === undefined ? undefined : readInfo(new TextDecoder().decode(first.body));
  if (info === undefined)
    throw new SavedAnswerError(file, new Error("expected a capsule of version 1, found another"));
  for (const { body, start } of answers) check(file, body, start);
  return { bodies: answers.map(({ body }) => body), info };
}

interface Line {
  readonly body: Uint8Array;
  /** Offset of its first byte. */
  readonly start: number;
}

function checked(file: SavedFile): Uint8Array[] {
  try {
    parse(file.body);
    return [file.body];
  } catch (error) {
    const lines = linesOf(file.body);
    if (lines.length < 2 || !lines.every(({ body }) => isObject(body)))
      throw new SavedAnswerError(file, error);
    for (const { body, start } of lines) check(file, body, start);
    return lines.map(({ body }) => body);
  }
}

function check(file: SavedFile, body: Uint8Array, start: number): void {
  try {
    parse(body);
  } catch (error) {
    throw new SavedAnswerError(file, error, start);
  }
}

const [NEWLINE, BLANK, OPENING, CLOSING, TAG] = [0x0a, 0x20, 0x7b, 0x7d, 0x3c];

/** The lines that are not blank. */
function linesOf(body: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline < 0 ? body.length : newline;
    const line = body.subarray(start, end);
    if (line.some((byte) => byte > BLANK)) lines.push({ body: line, start });
    start = end + 1;
  }
  return lines;
}

/** Whether a line begins and ends as an object; JSON that is laid out has lines that do not. */
function isObject(line: Uint8Array): boolean {
  const isInk = (byte: number): boolean => byte > BLANK;
  return line.find(isInk) === OPENING && line.findLast(isInk) === CLOSING;
}

function startsLikeHtml(body: Uint8Array): boolean {
  return body.subarray(0, 64).find((byte) => byte > BLANK && byte < 0x80) === TAG;
}

/** PowerShell writes UTF-16 when it redirects a program's output into a file. */
function inUtf8(body: Uint8Array): Uint8Array {
  const [first, second] = body;
  const charset =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  return charset === undefined ? body : new TextEncoder().encode(new TextDecoder(charset).decode(body));
}
