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

/** Engines compile what runs often a second time: so long that this has happened. */
export const WARM_MS = 150;

/** How often `run` fits into `budgetMs`, once it is warm. */
function batchSize(run, budgetMs) {
  const startedMs = performance.now();
  let count = 0;
  for (let n = 0; n < 3 || performance.now() - startedMs < WARM_MS; n += 1) run(n);
  const warmMs = performance.now();
  while (count < 3 || performance.now() - warmMs < 10) run(count++);
  return Math.max(1, Math.min(2_000, Math.round((budgetMs * count) / (performance.now() - warmMs))));
}

/** Rows of samples in ms, for each side one a round; the last side is what the others are compared with. */
export const asRows = (names, samples) =>
  names.map((name, at) => ({
    name,
    ms: spread(samples[at]),
    ratio:
      at === names.length - 1
        ? undefined
        : spread(samples[at].map((ms, round) => ms / samples.at(-1)[round])),
  }));

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
  return asRows(
    sides.map(({ name }) => name),
    samples,
  );
}
