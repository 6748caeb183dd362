/** Throws where the two sides of a comparison do not have the same result. */
export function mustBeSame(expected, found, where) {
  const difference = firstDifference(expected, found, "");
  if (difference) throw new Error(`${where}: ${difference}`);
}

function firstDifference(expected, found, path) {
  if (Object.is(expected, found)) return undefined;
  const isBoth = typeof expected === "object" && typeof found === "object" && expected && found;
  if (!isBoth) return `${path || "result"}: expected ${String(expected)}, found ${String(found)}`;
  const keys = Object.keys(expected);
  const others = Object.keys(found);
  if (keys.length !== others.length) return `${path}: ${keys.length} members, found ${others.length}`;
  for (const key of keys) {
    const difference = firstDifference(expected[key], found[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}
