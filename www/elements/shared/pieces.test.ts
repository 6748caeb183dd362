import type { StyledLine } from "invoscope";
import { expect, test } from "vitest";
import { PIECE, piecesOf } from "./pieces.ts";

const plain = (text: string): StyledLine => ({ spans: [{ text }] });
const texts = (line: StyledLine): string[] =>
  piecesOf(line, []).map((piece) => piece.line.spans.map(({ text }) => text).join(""));

test("a line of an ordinary length is one piece, and itself", () => {
  const line = plain("x".repeat(PIECE));

  expect(piecesOf(line, [])).toEqual([{ line, found: [] }]);
  expect(piecesOf(line, [])[0]?.line).toBe(line);
});

test("a long line is there from its first to its last character", () => {
  expect(texts(plain(`${"a".repeat(PIECE)}${"b".repeat(PIECE)}c`))).toEqual([
    "a".repeat(PIECE),
    "b".repeat(PIECE),
    "c",
  ]);
});

test("a piece ends behind a blank that is near its end, and nowhere else for its sake", () => {
  const near = `${"a".repeat(PIECE - 10)} `;
  const far = `${"b".repeat(PIECE - 1000)} ${"c".repeat(999)}`;

  expect(texts(plain(`${near}${far}d`))).toEqual([near, far, "d"]);
});

test("no character of two units is torn", () => {
  const faces = "\u{1F600}".repeat(PIECE);

  const pieces = texts(plain(`x${faces}`));

  expect(pieces.join("")).toBe(`x${faces}`);
  for (const piece of pieces) expect(Buffer.from(piece).toString()).toBe(piece);
});

test("colours, unseen characters and matches stay where they are", () => {
  const line: StyledLine = {
    spans: [
      { text: "a".repeat(PIECE - 1) },
      { text: "bb", style: { bold: true } },
      { text: `c\u200B${"d".repeat(9)}` },
    ],
    invisible: [{ offset: PIECE + 2, codePoint: 0x200b, kind: "zero-width" }],
  };
  const found = [
    { start: 0, end: 2, isCurrent: false },
    { start: PIECE - 2, end: PIECE + 2, isCurrent: true },
  ];

  const [first, second] = piecesOf(line, found);

  expect(first).toEqual({
    line: { spans: [{ text: "a".repeat(PIECE - 1) }, { text: "b", style: { bold: true } }], invisible: [] },
    found: [
      { start: 0, end: 2, isCurrent: false },
      { start: PIECE - 2, end: PIECE + 2, isCurrent: true },
    ],
  });
  expect(second).toEqual({
    line: {
      spans: [{ text: "b", style: { bold: true } }, { text: `c\u200B${"d".repeat(9)}` }],
      invisible: [{ offset: 2, codePoint: 0x200b, kind: "zero-width" }],
    },
    found: [{ start: -2, end: 2, isCurrent: true }],
  });
});

test("a line of many colours is there as a whole", () => {
  const spans = Array.from({ length: 10_000 }, (_, index) => ({
    text: `${index} `,
    style: { foreground: index % 8 },
  }));

  const pieces = piecesOf({ spans }, []);

  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.flatMap((piece) => piece.line.spans)).toEqual(
    expect.arrayContaining([spans[0], spans[9_999]]),
  );
  expect(texts({ spans }).join("")).toBe(spans.map(({ text }) => text).join(""));
});
