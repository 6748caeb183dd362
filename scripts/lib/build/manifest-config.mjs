/** What the analyzer makes of the elements' sources: their public side, under the paths of the package. */

const PREFIX = "Invoscope";

/** Lit's own, which no page calls. */
const LIFECYCLE = new Set([
  "connectedCallback",
  "disconnectedCallback",
  "render",
  "shouldUpdate",
  "update",
  "updated",
  "willUpdate",
]);

/** `InvoscopeRunHeader` → `invoscope-run-header`. */
const tagOf = (name) => name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase();

const inPackage = (path) => path.replace(/^\/?www\//, "dist/").replace(/\.ts$/, ".js");

/** Names of the properties of a class that Lit keeps as state: `name: { state: true }`. */
function statesOf(ts, node) {
  const properties = node.members.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText() === "properties",
  )?.initializer;
  if (properties === undefined || !ts.isObjectLiteralExpression(properties)) return [];
  return properties.properties
    .filter((entry) => ts.isPropertyAssignment(entry) && ts.isObjectLiteralExpression(entry.initializer))
    .filter((entry) => entry.initializer.properties.some((option) => option.name?.getText() === "state"))
    .map((entry) => entry.name.getText());
}

function publicSide(declaration, states) {
  const { superclass, mixins, ...rest } = declaration;
  const own = ({ inheritedFrom, parameters, return: result, ...member }) => member;
  const isPublic = ({ name, privacy, static: isStatic }) =>
    privacy !== "private" && privacy !== "protected" && !isStatic && !/^[#_]/.test(name) && !states.has(name);
  return {
    ...rest,
    tagName: tagOf(declaration.name),
    customElement: true,
    attributes: (declaration.attributes ?? []).filter(({ fieldName }) => !states.has(fieldName)).map(own),
    members: (declaration.members ?? [])
      .filter((member) => isPublic(member) && !LIFECYCLE.has(member.name))
      .map(own),
    // The analyzer takes the argument of a dispatch for an event, too.
    events: (declaration.events ?? []).filter(({ name }) => name?.startsWith("invoscope-")).map(own),
    slots: (declaration.slots ?? []).map(own),
    cssParts: (declaration.cssParts ?? []).map(own),
    cssProperties: (declaration.cssProperties ?? []).map(own),
  };
}

function elements() {
  const states = new Set();
  return {
    name: "elements",
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      for (const name of statesOf(ts, node)) states.add(`${node.name?.getText()}.${name}`);
    },
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.flatMap(({ path, declarations }) => {
        const found = declarations.filter(({ kind, name }) => kind === "class" && name.startsWith(PREFIX));
        if (found.length === 0) return [];
        const ofClass = (name) =>
          new Set([...states].filter((id) => id.startsWith(`${name}.`)).map((id) => id.split(".")[1]));
        const module = inPackage(path);
        return {
          kind: "javascript-module",
          path: module,
          declarations: found.map((declaration) => publicSide(declaration, ofClass(declaration.name))),
          exports: found.flatMap(({ name }) => {
            const declaration = { name, module };
            return [
              { kind: "js", name, declaration },
              { kind: "custom-element-definition", name: tagOf(name), declaration },
            ];
          }),
        };
      });
    },
  };
}

export default {
  globs: ["www/elements/**/*.ts"],
  exclude: ["www/elements/**/*.test.ts"],
  outdir: "dist",
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [elements()],
};
