import { featuredRuns } from "../featured/index.ts";
import { buildRun, invokeIdAt, type RunSpec } from "./build.ts";
import { bulkRun } from "./bulk.ts";
import { createFleet, type Fleet } from "./fleet.ts";
import type { Run } from "./run.ts";

/** How large the account is and when its newest run began. */
export interface AccountOptions {
  seed: number;
  /** Runs that exist at `epochMs`. */
  invocations: number;
  epochMs: number;
  /** A new run appears after each such interval; 0 for none. */
  arrivalMs: number;
  /** Instances of the great rollout, which is one run for each hundred. */
  rolloutInstances?: number | undefined;
}

/** The runs of one Alibaba Cloud account in one region, made by position when they are asked for. */
export interface Account {
  readonly fleet: Fleet;
  /** How many runs exist at that time; positions below it are valid. */
  size(nowMs: number): number;
  /** @throws RangeError when no run is at that position. */
  run(sequence: number): Run;
  /** The position of a run id; undefined when the account has no such run. */
  find(invokeId: string, nowMs: number): number | undefined;
  /** Starts one more run; it appears at once, as the newest. */
  add(spec: RunSpec): Run;
  /** Deletes the run at a position; the others keep theirs. */
  remove(sequence: number): void;
  /** Whether the run at a position was deleted. */
  isRemoved(sequence: number): boolean;
}

const RETENTION_MS = 28 * 24 * 60 * 60 * 1000;

/** The account of a seed: the same options give the same runs, whatever is asked for first. */
export function createAccount(options: AccountOptions): Account {
  const { seed, invocations, epochMs, arrivalMs } = options;
  const fleet = createFleet(seed, options.rolloutInstances);
  const featured = featuredRuns(fleet, epochMs, seed).slice(0, invocations);
  const featuredFrom = invocations - featured.length;
  const oldestFeaturedMs = featured.at(-1)?.createdMs ?? epochMs;
  const spacingMs = (RETENTION_MS - (epochMs - oldestFeaturedMs)) / Math.max(1, featuredFrom);
  const added = new Map<number, RunSpec>();
  const removed = new Set<number>();
  const positions = new Map<string, number>();
  let indexed = 0;
  let nextAdded = 0;

  const arrivals = (nowMs: number) =>
    arrivalMs > 0 && nowMs > epochMs ? Math.floor((nowMs - epochMs) / arrivalMs) : 0;
  const size = (nowMs: number) => Math.max(invocations + arrivals(nowMs), nextAdded);

  const run = (sequence: number): Run => {
    if (!Number.isInteger(sequence) || sequence < 0) throw new RangeError(`no run at ${sequence}`);
    const addedSpec = added.get(sequence);
    if (addedSpec !== undefined) return buildRun(seed, sequence, addedSpec);
    const featuredSpec = featured[invocations - 1 - sequence];
    if (featuredSpec !== undefined) return buildRun(seed, sequence, featuredSpec);
    if (sequence >= invocations) {
      const arrivedMs = epochMs + (sequence - invocations + 1) * arrivalMs;
      return buildRun(seed, sequence, bulkRun(fleet, seed, sequence, arrivedMs));
    }
    const createdMs = oldestFeaturedMs - (featuredFrom - sequence) * spacingMs;
    return buildRun(seed, sequence, bulkRun(fleet, seed, sequence, createdMs));
  };

  return {
    fleet,
    size,
    run,
    find(invokeId, nowMs) {
      const known = size(nowMs);
      for (; indexed < known; indexed++) positions.set(invokeIdAt(seed, indexed), indexed);
      const position = positions.get(invokeId);
      return position !== undefined && position < known && !removed.has(position) ? position : undefined;
    },
    add(spec) {
      const sequence = size(spec.createdMs);
      added.set(sequence, spec);
      nextAdded = sequence + 1;
      return run(sequence);
    },
    remove: (sequence) => void removed.add(sequence),
    isRemoved: (sequence) => removed.has(sequence),
  };
}
