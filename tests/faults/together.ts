/** All faults at once, at random; the simulator's seed makes it the same chance each time. */

/** A reading of a whole account. */
export interface Ordeal {
  readonly name: string;
  readonly invocations: number;
  readonly callsPerMinute: number;
  readonly faults: readonly string[];
}

/** The share of the calls that each fault strikes, in thousandths. */
const PER_MILLE: Readonly<Record<string, number>> = {
  throttle: 4,
  "throttle-user": 2,
  "throttle=2000": 2,
  "500": 8,
  "503": 8,
  garbage: 5,
  html: 5,
  empty: 5,
  "redirect=http://127.0.0.1:9/": 2,
  "slow=50": 10,
  "drip=0": 1,
  "repeat-token": 1,
  "skew=-1200000": 1,
  "overlap=9": 20,
  "vanish=2": 5,
};
const CUT_PER_MILLE = 2;

function rules(density: number): string[] {
  const share = (perMille: number): string => String((perMille * density) / 1000);
  return [
    ...Object.entries(PER_MILLE).map(([fault, perMille]) => `${fault}:${share(perMille)}`),
    ...Array.from({ length: 10 }, (_, tenth) => `cut=${tenth / 10}:${share(CUT_PER_MILLE)}`),
  ];
}

/** Long enough for some of everything, short enough for `npm test`. */
export const BRIEF: Ordeal = {
  name: "every fault, five times as often",
  invocations: 1_500,
  callsPerMinute: 12,
  faults: [...rules(5), "expired-token@20"],
};

/** The whole account. */
export const WHOLE: Ordeal = {
  name: "every fault",
  invocations: 100_000,
  callsPerMinute: 12,
  faults: [...rules(1), "expired-token@300"],
};

/** What the reader is told in both. */
export const SAID_TOGETHER: readonly string[] = [
  "Throttled. Asking again in # s.",
  "The answer could not be read. Asking again.",
  "The service did not answer the proxy. Asking again.",
  "Reading stopped",
  "NextToken is invalid. What was loaded stays. Continue reads from the first page again.",
  "# calls failed and were repeated.",
];
