/** The longest delay that `setTimeout` keeps; a longer one fires at once. */
export const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Resolves after that time, rejects with the signal's reason when it is aborted. Either way no timer and no
 * listener is left behind.
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      },
      Math.min(ms, LONGEST_DELAY_MS),
    );
    function abort(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", abort, { once: true });
  });
}
