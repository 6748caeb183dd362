import fc from "fast-check";
import { expect, test } from "vitest";
import { indented, indentedBlocks } from "./indented.ts";

test("JSON is laid out as JSON.stringify does it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indented(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test("brackets that close together, and empty ones, keep theirs", () => {
  const value = { a: [{ b: 1 }], c: { d: {} }, e: [[]], f: 'x"{[,:' };

  expect(indented(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
});

test("numbers of more digits than JavaScript has are not rounded", () => {
  expect(indented('{"n":12345678901234567890}')).toBe('{\n  "n": 12345678901234567890\n}');
});

test("blocks of few lines are the same text, line by line", () => {
  const json = JSON.stringify({ a: [1, { b: [] }], c: { d: {} } });

  expect([...indentedBlocks(json, 2)]).toEqual([
    '{\n  "a": [',
    "    1,\n    {",
    '      "b": []\n    }',
    '  ],\n  "c": {',
    '    "d": {}\n  }',
    "}",
  ]);
});
