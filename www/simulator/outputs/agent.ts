/** What Cloud Assistant keeps of an output: the bytes, and how many were lost. */
export interface AgentOutput {
  bytes: Uint8Array;
  dropped: number;
}

/** The most that is kept of one output. */
export const OUTPUT_QUOTA_BYTES = 24_576;

const LIVE_READ_BYTES = 2048;
const LIVE_STOP_BYTES = 6000;

/** Nothing was printed. */
export const NO_OUTPUT: AgentOutput = { bytes: new Uint8Array(), dropped: 0 };

/** An output short enough to be kept whole. */
export function wholeOutput(text: string): AgentOutput {
  return { bytes: new TextEncoder().encode(text), dropped: 0 };
}

/**
 * What the agent has reported of an output: while the command runs it posts reads of 2048 bytes until more
 * than 6000 were sent, then nothing; at the end it posts the last bytes that the quota leaves room for. So a
 * long output keeps its head and its tail, glued without a mark.
 */
export function agentOutput(full: Uint8Array, progress: number): AgentOutput {
  const printed = Math.floor(full.length * Math.min(1, progress));
  const readsUntilQuiet = (Math.floor(LIVE_STOP_BYTES / LIVE_READ_BYTES) + 1) * LIVE_READ_BYTES;
  const live = Math.min(Math.floor(printed / LIVE_READ_BYTES) * LIVE_READ_BYTES, readsUntilQuiet);
  if (progress < 1) return { bytes: full.subarray(0, live), dropped: 0 };
  const rest = full.subarray(live);
  const dropped = Math.max(0, rest.length - (OUTPUT_QUOTA_BYTES - live));
  const bytes = new Uint8Array(live + rest.length - dropped);
  bytes.set(full.subarray(0, live));
  bytes.set(rest.subarray(dropped), live);
  return { bytes, dropped };
}
