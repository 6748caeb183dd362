/** Lit's `css` as tsc writes it. */
const STYLES = /\bcss `([^`]*)`/g;

/** What is kept as it stands: strings, and what is put in. */
const KEPT = /("[^"]*"|'[^']*'|\$\{[^}]*\})/;

/** A module whose styles have no comments and no blanks but those that mean something: bundlers leave them as they are. */
export function withTightStyles(source) {
  return source.replace(STYLES, (_, styles) => `css \`${tight(styles)}\``);
}

function tight(styles) {
  return styles
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(KEPT)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, " ")
            .replace(/ ?([{};,]) ?/g, "$1")
            .replace(/: /g, ":"),
    )
    .join("")
    .replaceAll(";}", "}")
    .trim();
}
