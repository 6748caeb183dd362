/** Each fault by itself, on an account that takes a few pages. */
import type { SceneOptions } from "./stage.ts";

/** A fault, and what a reader of the list has of it. */
export interface FaultCase {
  /** In the words of who meets it. */
  readonly name: string;
  readonly scene: Omit<SceneOptions, "invocations"> & { readonly invocations?: number };
  /** How often reading stops, and is continued by hand. */
  readonly stops: number;
  /** Said on the page at some time; figures are `#`. */
  readonly told: readonly string[];
  /** Runs that were read before they were deleted; they stay in the list. */
  readonly gone?: number;
  /** One of those that `npm test` runs too. */
  readonly isBrief?: boolean;
}

const RETRIED = "# calls failed and were repeated.";
const THROTTLED = "Throttled. Asking again in # s.";
const STOPPED = "Reading stopped";
const NO_ANSWER = "The service did not answer the proxy. Asking again.";
const STAYS = "What was loaded stays.";
const CUTS = Array.from({ length: 10 }, (_, tenth) => `cut=${tenth / 10}@${2 + 2 * tenth}`);

export const FAULT_CASES: readonly FaultCase[] = [
  { name: "none", scene: {}, stops: 0, told: [] },
  {
    name: "throttled three times in a row",
    scene: { faults: ["throttle@2-4"] },
    stops: 0,
    told: [THROTTLED, RETRIED],
  },
  {
    name: "throttled by user, told when to come back",
    scene: { faults: ["throttle-user@3", "throttle=5000@5"] },
    stops: 0,
    told: [THROTTLED, RETRIED],
  },
  {
    name: "a throttling storm longer than the tries",
    scene: { faults: ["throttle@2-6"] },
    stops: 1,
    told: [THROTTLED, STOPPED, STAYS],
  },
  {
    name: "the proxy's budget is a fraction of what is wanted",
    isBrief: true,
    scene: { callsPerMinute: 1 },
    stops: 0,
    told: [THROTTLED, "This minute's calls are used up. Asking again.", RETRIED],
  },
  { name: "500 twice", scene: { faults: ["500@2-3"] }, stops: 0, told: [RETRIED] },
  { name: "503 twice", scene: { faults: ["503@3-4"] }, stops: 0, told: [RETRIED] },
  {
    name: "503 longer than the tries",
    isBrief: true,
    scene: { faults: ["503@2-6"] },
    stops: 1,
    told: [STOPPED, STAYS, "Service unavailable"],
  },
  {
    name: "the connection cut at each tenth of a body",
    isBrief: true,
    scene: { faults: CUTS, invocations: 600 },
    stops: 0,
    told: [RETRIED],
  },
  { name: "garbage for a body", isBrief: true, scene: { faults: ["garbage@2"] }, stops: 0, told: [RETRIED] },
  {
    name: "garbage longer than the tries",
    scene: { faults: ["garbage@2-5"] },
    stops: 1,
    told: [STOPPED, STAYS, "The answer could not be read"],
  },
  { name: "a gateway's HTML page", scene: { faults: ["html@2"] }, stops: 0, told: [NO_ANSWER, RETRIED] },
  { name: "an empty body", scene: { faults: ["empty@2"] }, stops: 0, told: [RETRIED] },
  {
    name: "a redirect to another host",
    scene: { faults: ["redirect=http://127.0.0.1:9/@2"] },
    stops: 0,
    told: [RETRIED],
  },
  { name: "a body that drips", scene: { faults: ["drip=1@4"] }, stops: 0, told: [] },
  {
    name: "an answer later than the proxy waits",
    scene: { faults: ["slow=2000@2"], proxy: { limits: { upstreamMs: 500 } } },
    stops: 0,
    told: [RETRIED],
  },
  {
    name: "the token of a page again",
    isBrief: true,
    scene: { faults: ["repeat-token@3"] },
    stops: 1,
    told: [STOPPED, STAYS, "The service repeated a page"],
  },
  {
    name: "the token expired",
    isBrief: true,
    scene: { faults: ["expired-token@4"] },
    stops: 1,
    told: [STOPPED, "NextToken is invalid", "Continue reads from the first page again"],
  },
  {
    name: "the service's clock is 20 minutes ahead for a while",
    isBrief: true,
    scene: { faults: ["skew=1200000@3"] },
    stops: 1,
    told: [STOPPED, STAYS, "Request time is invalid or expired"],
  },
  {
    name: "the browser's clock is two hours ahead",
    scene: { faults: ["throttle@3"], browserSkewMs: 7_200_000 },
    stops: 0,
    told: [THROTTLED, RETRIED],
  },
  {
    name: "the browser's clock is a day and 20 seconds behind",
    scene: { faults: ["throttle@3"], browserSkewMs: -86_420_000 },
    stops: 0,
    told: [THROTTLED, RETRIED],
  },
  {
    name: "records of a page come again on the next",
    scene: { faults: ["overlap=10@3"] },
    stops: 0,
    told: [],
  },
  {
    name: "records change, and come again",
    scene: { faults: ["overlap=49@2"], stepPerCallMs: 20_000 },
    stops: 0,
    told: [],
  },
  {
    name: "records appear while pages are read",
    scene: { stepPerCallMs: 20_000, arrivalMs: 2_000 },
    stops: 0,
    told: [],
  },
  {
    name: "records vanish, read ones and unread ones",
    isBrief: true,
    scene: { faults: ["vanish=5@3"] },
    stops: 0,
    told: [],
    gone: 5,
  },
];
