import { expect, test } from "vitest";
import { legible, legibleJson } from "./legible.ts";

test("what is not seen is written out by its code point", () => {
  expect(legible("photo\u202Egpj.exe")).toBe("photo⟨U+202E⟩gpj.exe");
  expect(legible("ad\u200Bmin\u{E0041}\u0000")).toBe("ad⟨U+200B⟩min⟨U+E0041⟩⟨U+0000⟩");
});

test("what is seen stays, in any script", () => {
  const text = "发布 web-gateway\tمرحبا\nÜ🚀 \u0430dmin";

  expect(legible(text)).toBe(text);
});

test("escapes in JSON spell the same text", () => {
  const json = JSON.stringify({ "a\u202E": "b\u{E0041}\uFEFF" });

  expect(legibleJson(json)).toBe('{"a\\u202e":"b\\udb40\\udc41\\ufeff"}');
  expect(JSON.parse(legibleJson(json))).toEqual(JSON.parse(json));
});
