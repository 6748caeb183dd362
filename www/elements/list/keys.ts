/** What a key asks of the list. */
export type ListKey = "next" | "previous" | "first" | "last" | "expand" | "collapse" | "search";

const KEYS: Readonly<Record<string, ListKey>> = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
  ArrowRight: "expand",
  ArrowLeft: "collapse",
  "/": "search",
};

/** Reads a key press; one with a modifier, or that is meant for a field or a menu, asks for nothing. */
export function listKey(event: KeyboardEvent): ListKey | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return undefined;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.matches("input, textarea, select, [contenteditable]"))
    return undefined;
  return KEYS[event.key];
}
