import { expect, test } from "vitest";
import { hasControls, withControls } from "./controls.ts";

test.each([
  ["plain text\r\nof two lines\r\n", false],
  ["\u001B[1;31mred\u001B[0m\n", false],
  ["10%\r20%\rdone\n", true],
  ["evil\u001B[2K\rgood\n", true],
  ["\u001B]0;title\u0007", true],
  ["ab\u0008c", true],
])("%j has controls beside colours: %s", (text, expected) => {
  expect(hasControls(text)).toBe(expected);
});

test("controls are written out, and what they erased is there", () => {
  expect(withControls("evil\u001B[2K\rgood\r\n")).toBe("evil⟨U+001B⟩[2K⟨U+000D⟩good\r\n");
});
