/**
 * Answers as fast-check makes them: the documented ones, the inputs on which a check once failed and the JSON cases,
 * each with a few edits.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";

const inTests = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function filesOf(folder: string): Uint8Array[] {
  const entries = readdirSync(inTests(folder), { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`);
  return files.sort().map((file) => new Uint8Array(readFileSync(file)));
}

const encoder = new TextEncoder();

/** A value as the member of a run that nobody documents. */
export function wrapped(value: Uint8Array): Uint8Array {
  const [head, tail] = ['{"Invocations":[{"InvokeId":"t-1","Unknown":', "}]}"].map((part) =>
    encoder.encode(part),
  );
  return Uint8Array.from([...(head ?? []), ...value, ...(tail ?? [])]);
}

type Case = { name: string; text?: string; hex?: string };

function jsonCases(): Uint8Array[] {
  const cases: Case[] = JSON.parse(readFileSync(inTests("fixtures/json/cases.json"), "utf8"));
  return cases.map(({ text, hex }) =>
    text === undefined ? new Uint8Array(Buffer.from(hex ?? "", "hex")) : encoder.encode(text),
  );
}

export const ANSWERS = filesOf("fixtures/answers");
export const CRASHERS = filesOf("crashers");
export const JSON_CASES = jsonCases();

/** Every input that is kept, as it is. */
export const SEEDS = [...ANSWERS, ...CRASHERS, ...JSON_CASES, ...JSON_CASES.map(wrapped)];

const bytesOf = (texts: readonly string[]) => texts.map((text) => encoder.encode(text));

/** What changes no verdict inside a string, and little outside. */
const HARMLESS = bytesOf([
  " ",
  "\n",
  "a",
  "7",
  "云",
  "😀",
  "\u2028",
  "\x7f",
  "\\u0000",
  "\\ud800",
  "\\ud83d\\ude00",
  "[]",
]);

/** What decides in JSON and in answers. */
const DECISIVE = bytesOf([
  ...[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "\\",
    "\0",
    "\x1f",
    "null",
    "true",
    "-",
    "0",
    ".",
    "-0",
    "00",
    "1e999",
    "1E+",
  ],
  ...[
    '"a":',
    "{}",
    '""',
    "\\u12",
    "\\x",
    "\uFEFF",
    '"Invocations":',
    '"InvokeId":"t-1",',
    '"ExitCode":"0x7f",',
    '"body":[',
  ],
]);

/** No UTF-8, at the lengths where a decoder decides. */
const BROKEN = [
  [0xff],
  [0x80],
  [0xc0, 0x80],
  [0xe4, 0xba],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f, 0x98],
  [0xf5, 0x80],
].map((bytes) => Uint8Array.from(bytes));

/** Some bytes at a place, which is a share of the length, are replaced by a piece. */
type Edit = { at: number; cut: number; piece: Uint8Array };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 40 }) }),
  piece: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...HARMLESS) },
    { weight: 2, arbitrary: fc.constantFrom(...DECISIVE) },
    { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }) },
    // Shifts what follows against the sixteen bytes that are read at a time.
    { weight: 2, arbitrary: fc.nat({ max: 40 }).map((length) => new Uint8Array(length).fill(0x61)) },
  ),
});

function edited(seed: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let bytes = seed;
  for (const { at, cut, piece } of edits) {
    const from = Math.floor(at * bytes.length);
    const next = new Uint8Array(from + piece.length + Math.max(0, bytes.length - from - cut));
    next.set(bytes.subarray(0, from));
    next.set(piece, from);
    next.set(bytes.subarray(from + cut), from + piece.length);
    bytes = next;
  }
  return bytes;
}

const seed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS, ...CRASHERS) },
  { weight: 2, arbitrary: fc.constantFrom(...SEEDS) },
);

/** A kept input after no edit or a few. */
export const mutated: fc.Arbitrary<Uint8Array> = fc
  .tuple(seed, fc.array(edit, { maxLength: 3 }))
  .map(([bytes, edits]) => edited(bytes, edits));
