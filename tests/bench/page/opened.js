/** What a page asks for when it is opened. */
export const answerUrl = new URLSearchParams(location.search).get("answer");

/** From the navigation to the figures, in ms. */
export function shown({ invokeIds }) {
  globalThis.shown = { ms: performance.now(), runs: invokeIds.length };
}
