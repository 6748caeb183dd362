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
const WARM_MS = 150;

/** How often `run` fits into `budgetMs`, once it is warm. */
function batchSize(run, budgetMs) {
  const startedMs = performance.now();
  let count = 0;
  for (let n = 0; n < 3 || performance.now() - startedMs < WARM_MS; n += 1) run(n);
  const warmMs = performance.now();
  while (count < 3 || performance.now() - warmMs < 10) run(count++);
  return Math.max(1, Math.min(2_000, Math.round((budgetMs * count) / (performance.now() - warmMs))));
}

const asRows = (sides, samples) =>
  sides.map(({ name }, at) => ({
    name,
    ms: spread(samples[at]),
    ratio:
      at === sides.length - 1
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
  return asRows(sides, samples);
}

/**
 * Times what each side does but once with each input, as reading into a store: `inputOf(round)` is made outside of the
 * time, until `isDone()`. Moving what a side keeps out of the young generation is part of its time; else the side that
 * allocates next would pay. The rounds in which a side's code is not yet compiled for good count for nothing.
 *
 * @returns As {@link compare}.
 */
export function compareOnce(sides, inputOf, isDone) {
  const samples = sides.map(() => []);
  const spentMs = sides.map(() => 0);
  for (let round = 0; !isDone(); round += 1) {
    const input = inputOf(round);
    const isWarm = spentMs.every((ms) => ms >= WARM_MS);
    for (let turn = 0; turn < sides.length; turn += 1) {
      const at = (turn + round) % sides.length;
      globalThis.gc?.();
      const startedMs = performance.now();
      sides[at].run(input);
      globalThis.gc?.({ type: "minor" });
      const ms = performance.now() - startedMs;
      spentMs[at] += ms;
      if (isWarm) samples[at].push(ms);
    }
  }
  return asRows(sides, samples);
}
