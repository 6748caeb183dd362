import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const home = inject("unpacked");
const text = (file: string): string => readFileSync(join(home, file), "utf8");
const { customElements } = JSON.parse(text("package.json"));
const { modules }: { modules: { path: string; declarations: Declaration[] }[] } = JSON.parse(
  text(customElements),
);

/** An element's module and those beside it that are no elements. */
function sourceOf(path: string): string {
  const beside = readdirSync(join(home, dirname(path))).map((file) => join(dirname(path), file));
  const others = new Set(modules.map((module) => module.path));
  return beside
    .filter((file) => file.endsWith(".js") && (file === path || !others.has(file)))
    .map(text)
    .join("\n");
}

const elements = modules.flatMap(({ path, declarations }) =>
  declarations.map((declaration) => ({ ...declaration, source: sourceOf(path) })),
);

/** Every script of the elements as it is packed. */
const scripts = readdirSync(join(home, "dist/elements"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js"))
  .map((file) => text(join("dist/elements", file)));

const found = (pattern: RegExp, sources: readonly string[]): string[] => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ""))),
];

const names = (entries: readonly Named[]): string[] => entries.map(({ name }) => name).sort();

test("the manifest has every tag that is registered", () => {
  const registered = found(/"(invoscope-[a-z-]+)": async/g, [text("dist/elements/register.js")]);

  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(registered.sort());
  expect(registered).toContain("invoscope-viewer");
});

test("the viewer's attributes are those that the README promises", () => {
  const viewer = elements.find(({ tagName }) => tagName === "invoscope-viewer");

  expect(names(viewer?.attributes ?? [])).toEqual(
    ["endpoint", "filter", "instance", "invoke-id", "labels", "line", "locale", "region", "view"].sort(),
  );
});

test("attributes are lower case, and everything public says what it is", () => {
  const strange = elements.flatMap(({ attributes, tagName }) =>
    names(attributes)
      .filter((name) => !/^[a-z-]+$/.test(name))
      .map((name) => `${tagName} ${name}`),
  );
  const silent = elements.flatMap(({ tagName, members, events, slots, cssParts, cssProperties }) =>
    [...members, ...events, ...slots, ...cssParts, ...cssProperties]
      .filter(({ description }) => description === undefined || description === "")
      .map(({ name }) => `${tagName} ${name}`),
  );

  expect([strange, silent]).toEqual([[], []]);
});

test("an event that is documented is fired, and one that is fired is documented", () => {
  const fired = found(/super\("(invoscope-[a-z-]+)"/g, scripts);
  const documented = new Set(elements.flatMap(({ events }) => names(events)));

  expect([...documented].sort()).toEqual(fired.sort());
});

test.each(elements.map((element) => [element.tagName, element] as const))(
  "the slots and parts of %s are those of its template",
  (_, { source, slots, cssParts }) => {
    const drawn = found(/<slot(?: name="([a-z-]*)")?[ >]/g, [source]);
    const parts = found(/\spart="([a-z-]+)"/g, [source]);
    const handedOn = found(/exportparts="([a-z, -]+)"/g, [source]).flatMap((list) => list.split(/,\s*/));

    expect(names(slots)).toEqual(drawn.sort());
    expect(names(cssParts)).toEqual([...new Set([...parts, ...handedOn])].sort());
  },
);

test("every custom property that a page may set is documented", () => {
  const used = found(/var\((--iv-[a-z0-9-]+)/g, scripts);
  const documented = new Set(elements.flatMap(({ cssProperties }) => names(cssProperties)));

  expect([...documented].sort()).toEqual(used.sort());
});
