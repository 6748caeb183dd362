import type { RunPhase } from "./run-load.ts";
import type { Session } from "./session.ts";

interface Entry {
  readonly revision: number;
  readonly value: unknown;
  readonly atMs: number;
  readonly tookMs: number;
  /** How far its run was loaded. */
  readonly phase: RunPhase | undefined;
}

interface Cache {
  readonly entries: Map<string, Entry>;
  /** What was cleared for last. */
  revision: number;
}

const caches = new WeakMap<Session, Cache>();

/** How many times longer than its computing a costly value may be out of date while more is being read. */
const PATIENCE = 10;

/**
 * How long it may be out of date while the first outputs come in: with half of them it says what no longer holds with
 * the rest, and moves what is being read.
 */
const PATIENCE_FOR_OUTPUTS_MS = 3000;

const SLOW = "slow ";

/** Computes what follows from the records once a revision: several views ask for the same figures. */
export function derived<T>(session: Session, key: string, compute: () => T): T {
  return read(session, key, compute, () => false);
}

/** Whether a run's statuses are here, and its outputs were never read to the end. */
export function awaitsOutputs(session: Session, runId: string): boolean {
  const load = session.runLoad(runId);
  return load?.phase === "partial" && load.hasOutputs !== true;
}

/**
 * The same for what takes long in a large run: while further answers come in, it keeps the last value for a while,
 * so that most of the time is left for reading, typing and painting. The last of these answers is followed by a change
 * of the session, which computes it anew.
 */
export function derivedSlowly<T>(session: Session, key: string, runId: string, compute: () => T): T {
  const phase = session.runLoad(runId)?.phase;
  const mayKeep = (entry: Entry): boolean => {
    if (!isReading(session, runId)) return false;
    const isOfStatuses = entry.phase === "partial" && awaitsOutputs(session, runId);
    const patienceMs = Math.max(entry.tookMs * PATIENCE, isOfStatuses ? PATIENCE_FOR_OUTPUTS_MS : 0);
    return performance.now() - entry.atMs < patienceMs;
  };
  return read(session, SLOW + key, compute, mayKeep, phase);
}

/** Whether more of a run comes in right away: it is being loaded, or a watch is in the middle of a refresh. */
function isReading(session: Session, runId: string): boolean {
  const phase = session.runLoad(runId)?.phase;
  if (phase === "loading" || phase === "partial") return true;
  const reason = session.watchStatus(runId)?.reason;
  return reason === "asking" || reason === "due" || reason === "spacing";
}

function read<T>(
  session: Session,
  key: string,
  compute: () => T,
  mayKeep: (entry: Entry) => boolean,
  phase?: RunPhase,
): T {
  let cache = caches.get(session);
  if (cache === undefined) {
    cache = { entries: new Map(), revision: session.revision };
    caches.set(session, cache);
  }
  const { revision } = session;
  let entry = cache.entries.get(key);
  if (entry === undefined || (entry.revision !== revision && !mayKeep(entry))) {
    forget(cache, revision);
    const atMs = performance.now();
    const value = compute();
    const endMs = performance.now();
    entry = { revision, value, atMs: endMs, tookMs: endMs - atMs, phase };
    cache.entries.set(key, entry);
  }
  // The key names the kind of value.
  return entry.value as T;
}

/** What was derived from earlier records goes, unless it may still be kept. */
function forget(cache: Cache, revision: number): void {
  if (cache.revision === revision) return;
  cache.revision = revision;
  for (const [key, entry] of cache.entries) {
    if (!key.startsWith(SLOW) && entry.revision !== revision) cache.entries.delete(key);
  }
}
