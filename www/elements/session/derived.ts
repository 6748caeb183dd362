import type { Session } from "./session.ts";

interface Cache {
  revision: number;
  values: Map<string, unknown>;
}

const caches = new WeakMap<Session, Cache>();

/** Computes what follows from the records once a revision: several views ask for the same figures. */
export function derived<T>(session: Session, key: string, compute: () => T): T {
  let cache = caches.get(session);
  if (cache === undefined || cache.revision !== session.revision) {
    cache = { revision: session.revision, values: new Map() };
    caches.set(session, cache);
  }
  if (!cache.values.has(key)) cache.values.set(key, compute());
  // The key names the kind of value.
  return cache.values.get(key) as T;
}
