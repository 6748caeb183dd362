import { Directive, type DirectiveResult, directive } from "lit/directive.js";
import { getCommittedValue } from "lit/directive-helpers.js";
import { repeat } from "lit/directives/repeat.js";

type ChildPart = Parameters<typeof getCommittedValue>[0];

/**
 * A template for each item, whose nodes move with its key: `repeat`, but a list that changes for hours stays as small as
 * its items. `repeat` leaves the end marker of every item that it removes (lit/lit#5010).
 */
export function each<T>(
  items: Iterable<T>,
  key: (item: T) => unknown,
  template: (item: T) => unknown,
): DirectiveResult {
  return swept(repeat(items, key, template));
}

class Swept extends Directive {
  override render(list: unknown): unknown {
    return list;
  }

  override update(container: ChildPart, [list]: [unknown]): unknown {
    const parts: unknown = getCommittedValue(container);
    if (Array.isArray(parts)) sweep(container, parts as ChildPart[]);
    return list;
  }
}

const swept = directive(Swept);

/** Removes what stands between the parts of a list, and behind the last. */
function sweep(container: ChildPart, parts: readonly ChildPart[]): void {
  let node: Node | null | undefined = container.startNode?.nextSibling;
  const removeUntil = (end: Node | null): void => {
    while (node && node !== end) {
      const next: Node | null = node.nextSibling;
      node.parentNode?.removeChild(node);
      node = next;
    }
  };
  for (const { startNode, endNode } of parts) {
    removeUntil(startNode);
    node = endNode?.nextSibling;
  }
  removeUntil(container.endNode);
}
