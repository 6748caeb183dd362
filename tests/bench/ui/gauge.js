/**
 * Runs in the page. Of every input it takes the time from the event to the end of the task after the frame that the
 * event led to; the browser's own Event Timing, in steps of 8 ms, stands beside it as judge.
 */
(() => {
  const gauge = { inputs: [], events: [], tasks: [] };
  globalThis.gauge = gauge;
  const observe = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, ...more });
  observe("event", ({ name, duration }) => gauge.events.push({ name, ms: duration }), {
    durationThreshold: 16,
  });
  observe("longtask", ({ duration }) => gauge.tasks.push(duration));
  const painted = ({ timeStamp, type }) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => gauge.inputs.push({ name: type, ms: performance.now() - timeStamp });
      port2.postMessage(undefined);
    });
  for (const type of ["keydown", "input", "click", "change", "wheel"])
    addEventListener(type, painted, { capture: true, passive: true });
})();
