/** How much of an answer is looked at for an error code; error envelopes are far smaller. */
export const PEEK_BYTES = 4096;

/**
 * Tells whether the beginning of an answer is an error envelope whose code starts with `Throttling`.
 *
 * Some products answer throttling with status 200, so the status alone does not settle it. In a page of results
 * the text could occur inside an output; there a quote is escaped, so the pattern with bare quotes cannot match.
 */
export function saysThrottling(status: number, head: string): boolean {
  return status === 429 || /(?<!\\)"Code"\s*:\s*"Throttling/.test(head);
}
