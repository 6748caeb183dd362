/** Interleaved rounds: every side once a round, in another order each, memory collected before each. */

const quantile = (sorted, share) => {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
};

export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** How often `run` fits into `budgetMs`. */
function batchSize(run, budgetMs) {
  run(0);
  run(1);
  const startedMs = performance.now();
  run(2);
  return Math.max(1, Math.min(2_000, Math.round(budgetMs / Math.max(0.002, performance.now() - startedMs))));
}

/**
 * Times each side's `run(n)`, `n` counting up so that it can take another body each time.
 *
 * @returns {{ name: string, ms: { median: number, low: number, high: number } }[]} and, for all sides but the last,
 *   `ratio`: how many times as long as the last one it took in the same round.
 */
export function compare(sides, { rounds, budgetMs }) {
  const batches = sides.map((side) => batchSize(side.run, budgetMs));
  const samples = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const at = (turn + round) % sides.length;
      const { run } = sides[at];
      globalThis.gc?.();
      const startedMs = performance.now();
      for (let n = 0; n < batches[at]; n += 1) run(n);
      samples[at].push((performance.now() - startedMs) / batches[at]);
    }
  }
  const ours = samples.at(-1);
  return sides.map(({ name }, at) => ({
    name,
    ms: spread(samples[at]),
    ratio: at === sides.length - 1 ? undefined : spread(samples[at].map((ms, round) => ms / ours[round])),
  }));
}
