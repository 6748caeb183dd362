const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** Breaks lines without reading values, so that a number of twenty digits stays one. */
export function indented(json: string): string {
  return [...indentedBlocks(json, Number.POSITIVE_INFINITY)].join("\n");
}

/** The same in blocks of so many lines, each laid out when it is wanted. */
export function* indentedBlocks(json: string, linesInBlock: number): Generator<string, undefined> {
  let parts: string[] = [];
  let lines = 1;
  let depth = 0;
  let isEmpty = false;
  let isLineDue = false;
  for (const [token] of json.matchAll(TOKEN)) {
    const isOpening = token === "{" || token === "[";
    if (token === "}" || token === "]") {
      depth -= 1;
      isLineDue = !isEmpty;
    }
    if (isLineDue && lines === linesInBlock) {
      yield parts.join("");
      parts = [];
      lines = 1;
    } else if (isLineDue) {
      parts.push("\n");
      lines += 1;
    }
    if (isLineDue) parts.push("  ".repeat(depth));
    parts.push(token === ":" ? ": " : token);
    if (isOpening) depth += 1;
    isEmpty = isOpening;
    isLineDue = isOpening || token === ",";
  }
  yield parts.join("");
  return undefined;
}
