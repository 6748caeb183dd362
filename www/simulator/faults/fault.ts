/** One thing that goes wrong with an answer. */
export type Fault =
  | { kind: "throttle"; retryAfterMs: number | undefined }
  | { kind: "throttle-user" }
  | { kind: "500" }
  | { kind: "503" }
  | { kind: "slow"; delayMs: number }
  | { kind: "cut"; fraction: number }
  | { kind: "garbage" }
  | { kind: "html" }
  | { kind: "empty" }
  | { kind: "repeat-token" }
  | { kind: "expired-token" }
  | { kind: "overlap"; rows: number }
  | { kind: "vanish"; rows: number }
  | { kind: "skew"; skewMs: number }
  | { kind: "drip"; delayMs: number }
  | { kind: "redirect"; url: string };

/** A fault that strikes some of the calls. */
export interface FaultRule {
  fault: Fault;
  /** 0 to 1. */
  probability: number;
  /** The calls that it may strike, counted from 1, both included; absent for every call. */
  calls?: { from: number; to: number };
}

/** How a fault is written, for help texts. */
export const FAULT_SYNTAX =
  "throttle[=retry-after-ms] throttle-user 500 503 slow=ms cut=fraction garbage html empty drip[=ms] redirect=url " +
  "repeat-token expired-token overlap=runs vanish=runs skew=ms";

/** Reads one fault such as `slow=250`. @throws RangeError for a text that is none. */
export function parseFault(text: string): Fault {
  const [kind = "", ...rest] = text.trim().split("=");
  const value = rest.length === 0 ? undefined : rest.join("=");
  switch (kind) {
    case "throttle":
      return { kind, retryAfterMs: value === undefined ? undefined : numberIn(text, value, 0, 120_000) };
    case "throttle-user":
    case "500":
    case "503":
    case "garbage":
    case "html":
    case "empty":
    case "repeat-token":
    case "expired-token":
      if (value !== undefined) throw notAFault(text);
      return { kind };
    case "slow":
      return { kind, delayMs: numberIn(text, value, 0, 600_000) };
    case "drip":
      return { kind, delayMs: numberIn(text, value ?? "1", 0, 10_000) };
    case "overlap":
    case "vanish":
      return { kind, rows: wholeNumberIn(text, value, 1, 1000) };
    case "skew":
      return { kind, skewMs: numberIn(text, value, -86_400_000, 86_400_000) };
    case "cut":
      return { kind, fraction: numberIn(text, value, 0, 1) };
    case "redirect":
      if (value === undefined || !URL.canParse(value)) throw notAFault(text);
      return { kind, url: value };
    default:
      throw notAFault(text);
  }
}

/**
 * Reads a rule such as `throttle:0.1`, `500@3` or `cut=0.5@2-4`; without a probability the fault always strikes,
 * without a range it may strike every call.
 */
export function parseFaultRule(text: string): FaultRule {
  const [, rest = text, share = "1"] = /^(.+):(1|0|0?\.\d+)$/.exec(text) ?? [];
  const [, fault = rest, first, last = first] = /^(.+)@(\d{1,9})(?:-(\d{1,9}))?$/.exec(rest) ?? [];
  const rule = { fault: parseFault(fault), probability: Number(share) };
  if (first === undefined) return rule;
  const calls = { from: Number(first), to: Number(last) };
  if (calls.from < 1 || calls.to < calls.from) throw notAFault(text);
  return { ...rule, calls };
}

/** Reads the `x-simulator-fault` header. @throws RangeError when one of its faults is unknown. */
export function parseFaultHeader(header: string | null): Fault[] {
  const texts = (header ?? "").split(",").filter((text) => text.trim() !== "");
  return texts.map((text) => parseFault(text));
}

function numberIn(text: string, value: string | undefined, from: number, to: number): number {
  const number = value === undefined || value === "" ? Number.NaN : Number(value);
  if (!(number >= from && number <= to)) throw notAFault(text);
  return number;
}

function wholeNumberIn(text: string, value: string | undefined, from: number, to: number): number {
  const number = numberIn(text, value, from, to);
  if (!Number.isInteger(number)) throw notAFault(text);
  return number;
}

function notAFault(text: string): RangeError {
  return new RangeError(`found fault "${text}", expected one of: ${FAULT_SYNTAX}`);
}
