import { expect, test } from "vitest";
import { withTightTemplates } from "./templates.mjs";

const put = (code) => "$".concat("{", code, "}");

test("templates, and those within them, have single blanks", async () => {
  const inner = "html `<b>\n    x\n  </b>`";
  const source = `const a = html \`<p\n    class="b"\n  >\n    one ${put(`c\n    ? ${inner}\n    : "  "`)}\n  </p>\`;`;

  expect(await withTightTemplates(source)).toBe(
    `const a = html \`<p class="b" > one ${put('c\n    ? html `<b> x </b>`\n    : "  "')} </p>\`;`,
  );
});

test.each([
  "const a = `  x  `;",
  'const a = "html `  x  `";',
  "const a = css `a {\n  b: c }`;",
  "// html `  `",
  // Blanks that stand for themselves.
  "const a = html `10\u{a0}\u{a0}s\u{3000}\u{3000}x`;",
])("%s stays as it is", async (source) => {
  expect(await withTightTemplates(source)).toBe(source);
});
