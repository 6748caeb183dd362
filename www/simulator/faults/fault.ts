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
  | { kind: "drip"; delayMs: number }
  | { kind: "redirect"; url: string };

/** A fault that strikes some of the calls. */
export interface FaultRule {
  fault: Fault;
  /** 0 to 1. */
  probability: number;
}

/** How a fault is written, for help texts. */
export const FAULT_SYNTAX =
  "throttle[=retry-after-ms] throttle-user 500 503 slow=ms cut=fraction garbage html empty repeat-token drip[=ms] redirect=url";

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
      if (value !== undefined) throw notAFault(text);
      return { kind };
    case "slow":
      return { kind, delayMs: numberIn(text, value, 0, 600_000) };
    case "drip":
      return { kind, delayMs: numberIn(text, value ?? "1", 0, 10_000) };
    case "cut":
      return { kind, fraction: numberIn(text, value, 0, 1) };
    case "redirect":
      if (value === undefined || !URL.canParse(value)) throw notAFault(text);
      return { kind, url: value };
    default:
      throw notAFault(text);
  }
}

/** Reads a rule such as `throttle:0.1`; without a probability the fault always strikes. */
export function parseFaultRule(text: string): FaultRule {
  const match = /^(.+):(1|0|0?\.\d+)$/.exec(text);
  if (match?.[1] === undefined) return { fault: parseFault(text), probability: 1 };
  return { fault: parseFault(match[1]), probability: Number(match[2]) };
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

function notAFault(text: string): RangeError {
  return new RangeError(`found fault "${text}", expected one of: ${FAULT_SYNTAX}`);
}
