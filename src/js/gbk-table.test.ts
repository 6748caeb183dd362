import { expect, test } from "vitest";
import { buildGbkTable } from "./gbk-table.ts";

test("characters of the code page stand with their bytes, ascending", () => {
  const table = buildGbkTable();

  // GBK has 中 at D6 D0 and 一 at D2 BB.
  expect(table).toContain((0x4e2d << 16) | 0xd6d0);
  expect(table).toContain((0x4e00 << 16) | 0xd2bb);
  expect(table.length).toBe(23_940);
  expect(table.every((entry, index) => index === 0 || entry >= (table[index - 1] ?? 0))).toBe(true);
});
