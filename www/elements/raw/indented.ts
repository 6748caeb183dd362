/** Breaks lines without reading values, so that a number of twenty digits stays one. */
export function indented(json: string): string {
  const parts: string[] = [];
  let depth = 0;
  const newLine = (): string => `\n${"  ".repeat(depth)}`;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    if (token === "{" || token === "[") {
      depth += 1;
      parts.push(token, newLine());
    } else if (token === "}" || token === "]") {
      depth -= 1;
      const last = parts.at(-1) ?? "";
      if (last.startsWith("\n")) parts.pop();
      const isEmpty = parts.at(-1) === "{" || parts.at(-1) === "[";
      parts.push(isEmpty ? token : newLine() + token);
    } else if (token === ",") parts.push(token, newLine());
    else if (token === ":") parts.push(": ");
    else parts.push(token);
  }
  return parts.join("");
}
