const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Calls `end` once: on a signal, or when the process that started us is gone
 * (npm does not always pass a signal on, and servers must not outlive it).
 */
export function untilTold(end) {
  const parent = process.ppid;
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    clearInterval(watch);
    end();
  };
  const watch = setInterval(() => process.ppid !== parent && tell(), 500);
  watch.unref();
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, tell);
  }
}
