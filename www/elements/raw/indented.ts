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
      // Behind an opening bracket a line was begun that nothing came to stand on.
      if (parts.at(-1)?.startsWith("\n")) parts.pop();
      else parts.push(newLine());
      parts.push(token);
    } else if (token === ",") parts.push(token, newLine());
    else if (token === ":") parts.push(": ");
    else parts.push(token);
  }
  return parts.join("");
}
