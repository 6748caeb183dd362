import { describe, expect, test } from "vitest";
import { commandLines } from "./lines.ts";
import { fill, parameterEntries } from "./parameters.ts";

describe("parameters in a command", () => {
  test("names are found with blanks around them, whatever their case", () => {
    expect(fill("echo {{name}} {{ NAME }}", [["Name", "Jack"]])).toEqual({
      text: "echo Jack Jack",
      marks: [
        { start: 5, end: 9, kind: "filled", placeholder: "{{name}}" },
        { start: 10, end: 14, kind: "filled", placeholder: "{{ NAME }}" },
      ],
    });
  });

  test("what the agent fills in stays, even where a parameter has the same name", () => {
    const { text, marks } = fill("echo {{ACS::InstanceId}} {{oos-secret:db}}", [["acs::instanceid", "i-1"]]);

    expect(text).toBe("echo {{ACS::InstanceId}} {{oos-secret:db}}");
    expect(marks.map(({ kind }) => kind)).toEqual(["agent", "agent"]);
  });

  test("a parameter without a value stays and is marked", () => {
    expect(fill("a {{x}} b", []).marks).toEqual([
      { start: 2, end: 7, kind: "missing", placeholder: "{{x}}" },
    ]);
  });

  test("a value is not searched for placeholders again", () => {
    expect(
      fill("{{a}}", [
        ["a", "{{b}}"],
        ["b", "no"],
      ]).text,
    ).toBe("{{b}}");
  });

  test("braces without a name are text", () => {
    expect(fill("awk '{{ }} {{}}'", [])).toEqual({ text: "awk '{{ }} {{}}'", marks: [] });
  });

  test("parameters are read from JSON text and from an object", () => {
    expect(parameterEntries('{"name":"Jack"}')).toEqual([["name", "Jack"]]);
    expect(parameterEntries({ n: 3 })).toEqual([["n", "3"]]);
    expect(parameterEntries("not JSON")).toEqual([["", "not JSON"]]);
    expect(parameterEntries("")).toEqual([]);
  });
});

describe("lines of a command", () => {
  const textOf = (lines: ReturnType<typeof commandLines>): string[] =>
    lines.map((pieces) => pieces.map(({ text }) => text).join(""));

  test("a line is coloured whole and cut where a value begins and ends", () => {
    const [line] = commandLines(fill('echo "hi {{name}}!"', [["name", "Jack"]]), "RunShellScript");

    expect(line?.map(({ text, kind, mark }) => [text, kind, mark?.kind])).toEqual([
      ["echo", "keyword", undefined],
      [" ", "plain", undefined],
      ['"hi ', "string", undefined],
      ["Jack", "string", "filled"],
      ['!"', "string", undefined],
    ]);
  });

  test("a value of several lines is marked on each", () => {
    const lines = commandLines(fill("a={{v}}\r\nend\n", [["v", "1\n2"]]), "");

    expect(textOf(lines)).toEqual(["a=1", "2", "end"]);
    expect(lines[1]?.[0]?.mark?.kind).toBe("filled");
  });

  test("an empty command line stays a line, the last line's end does not", () => {
    expect(textOf(commandLines(fill("a\n\nb\n", []), "RunShellScript"))).toEqual(["a", "", "b"]);
  });
});
