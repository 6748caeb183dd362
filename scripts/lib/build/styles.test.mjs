import { expect, test } from "vitest";
import { withTightStyles } from "./styles.mjs";

test("styles lose what means nothing", () => {
  const source = [
    "export const a = css `",
    "  /* why: because */",
    "  .row > a:hover,",
    "  .row :focus {",
    "    margin: 0 auto;",
    "    inline-size: calc(100% - 2 * var(--s-1));",
    "  }",
    "  @media (min-width: 40rem) and (hover) {",
    "    .b { color: red; }",
    "  }",
    "`;",
  ].join("\n");

  expect(withTightStyles(source)).toBe(
    "export const a = css `.row > a:hover,.row :focus{margin:0 auto;inline-size:calc(100% - 2 * var(--s-1))}" +
      "@media (min-width:40rem) and (hover){.b{color:red}}`;",
  );
});

test("strings and what is put in stay as they are", () => {
  const put = "$".concat("{rest({ a:  1, b })}");
  const strings = ['content: ", : ;  }"', "font: 'a  b'"];

  expect(withTightStyles(`css \`a::before { ${strings.join("; ")}; ${put} }\``)).toBe(
    `css \`a::before{content:", : ;  }";font:'a  b';${put}}\``,
  );
});

test("what is no style is left alone", () => {
  const source = "const a = html `<p>  x  </p>`; const b = { c:  1 };";

  expect(withTightStyles(source)).toBe(source);
});
