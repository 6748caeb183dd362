import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { buildStep } from "./step.mjs";

const camel = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const union = (names) => (names.length === 0 ? "never" : names.map((name) => `"${name}"`).join(" | "));

/** Each element of a manifest: its tag, its class, the properties that a page sets, and its events. */
function elementsOf({ modules }) {
  return modules
    .flatMap(({ declarations }) => declarations)
    .map(({ name, tagName, members, attributes, events }) => {
      const fields = members
        .filter(({ kind, readonly }) => kind === "field" && !readonly)
        .map((field) => field.name);
      // `region` of `regionId`: what is not the property's name in the way of attributes.
      const renamed = attributes
        .filter(
          (attribute) => fields.includes(attribute.fieldName) && !fields.includes(camel(attribute.name)),
        )
        .map((attribute) => `${camel(attribute.name)}?: ${name}["${attribute.fieldName}"] | undefined`);
      return { name, tagName, fields, renamed, events: events.map((event) => event.name) };
    })
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}

const entries = (elements, typeOf) =>
  elements
    .map((element) => {
      const { name, tagName, fields, renamed, events } = element;
      const type = `${typeOf}<${name}, ${union(fields)}, ${union(events)}>`;
      return `"${tagName}": ${type}${renamed.length === 0 ? "" : ` & { ${renamed.join("; ")} }`};`;
    })
    .join("\n    ");

const classes = (elements) => elements.map(({ name }) => name).join(", ");

/** The elements in JSX: React 19 sets what is a property of the element as one, and `on…` listens. */
function reactTypes(elements) {
  return `/** The elements in JSX of React 19 and later; \`import type {} from "invoscope/react"\` once in a project. */
import type { HTMLAttributes, RefAttributes } from "react";
import type { ${classes(elements)} } from "./index.js";

type Part<E extends HTMLElement, Field extends keyof E, Event extends keyof HTMLElementEventMap> =
  Omit<HTMLAttributes<E>, Field> & RefAttributes<E> &
  { [F in Field]?: E[F] | undefined } &
  { [N in Event as \`on\${N}\`]?: ((event: HTMLElementEventMap[N]) => void) | undefined };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
    ${entries(elements, "Part")}
    }
  }
}
`;
}

/** The elements in templates of Vue 3, as its guide to custom elements writes them. */
function vueTypes(elements) {
  return `/** The elements in templates of Vue 3; \`import type {} from "invoscope/vue"\` once in a project. */
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { ${classes(elements)} } from "./index.js";

type Part<E extends HTMLElement, Field extends keyof E, Event extends keyof HTMLElementEventMap> = new () => E & {
  /** @deprecated For the compiler of templates alone. */
  $props: HTMLAttributes & PublicProps & { [F in Field]?: E[F] | undefined };
  /** @deprecated For the compiler of templates alone. */
  $emit: EmitFn<{ [N in Event]: (event: HTMLElementEventMap[N]) => void }>;
};

declare module "vue" {
  interface GlobalComponents {
    ${entries(elements, "Part")}
  }
}
`;
}

/** dist/custom-elements.json → the types of the elements for React and Vue. */
export const frameworkTypes = buildStep({
  name: "framework types",
  after: ["manifest"],
  inputs: ["dist/custom-elements.json", "scripts/lib/build/framework-types.mjs"],
  async make() {
    const elements = elementsOf(JSON.parse(readFileSync(inRoot("dist", "custom-elements.json"), "utf8")));
    mkdirSync(inRoot("dist", "elements"), { recursive: true });
    const files = { react: reactTypes(elements), vue: vueTypes(elements) };
    return Object.entries(files).map(([name, text]) => {
      const file = `dist/elements/${name}.d.ts`;
      writeFileSync(inRoot(file), text);
      return file;
    });
  },
});
