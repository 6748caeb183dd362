/** The entry of that name, and none for `constructor` and other names that every object has: names come from answers. */
export function own<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
