/** Lit's tags of markup. */
const TAGS = new Set(["html", "svg"]);

/**
 * A module whose templates have one blank where they had a line break and an indentation: bundlers leave them as they
 * are. Text that is to keep its blanks does not stand in a template but is put in.
 */
export async function withTightTemplates(source) {
  // Not above: npm's packages come only when set-up has run.
  const { parseAst } = await import("vite");
  let [tight, at] = ["", 0];
  for (const { start, end } of markup(parseAst(source)).sort((a, b) => a.start - b.start)) {
    tight += source.slice(at, start) + source.slice(start, end).replace(/[ \t\r\n]+/g, " ");
    at = end;
  }
  return tight + source.slice(at);
}

/** What stands in the templates between what is put in. */
function markup(node) {
  if (typeof node !== "object" || node === null) return [];
  const own = node.type === "TaggedTemplateExpression" && TAGS.has(node.tag.name) ? node.quasi.quasis : [];
  return [...own, ...Object.values(node).flatMap(markup)];
}
