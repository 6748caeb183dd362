import type { InvocationStore, RunRow } from "invoscope";

const caches = new WeakMap<InvocationStore, Map<string, number | undefined>>();

/** Seconds from the first start to the last end of a run that has ended; `undefined` where that is not known. */
export function durationOf(store: InvocationStore, row: RunRow): number | undefined {
  const { total, success, failed, stopped } = row.counts;
  if (total === 0 || success + failed + stopped < total) return undefined;
  let cache = caches.get(store);
  if (cache === undefined) {
    cache = new Map();
    caches.set(store, cache);
  }
  const key = `${row.id} ${total} ${success} ${failed}`;
  if (!cache.has(key)) cache.set(key, secondsOf(store, row.id));
  return cache.get(key);
}

function secondsOf(store: InvocationStore, id: string): number | undefined {
  const { firstStart, lastFinish } = store.summary(id);
  const seconds = (Date.parse(lastFinish ?? "") - Date.parse(firstStart ?? "")) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
