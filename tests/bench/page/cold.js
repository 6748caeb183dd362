/** What a fresh page pays: from the first byte of code to the second summary. */
import { best } from "../peers.js";

async function measure(kind, bodyUrl) {
  const body = new Uint8Array(await (await fetch(bodyUrl)).arrayBuffer());
  const startedMs = performance.now();
  let summarize = best.summary;
  if (kind === "invoscope") {
    const module = await import("invoscope");
    await module.default();
    summarize = module.summarize;
  }
  const readyMs = performance.now();
  summarize(body);
  const firstMs = performance.now();
  summarize(body);
  const secondMs = performance.now();
  return { ready: readyMs - startedMs, first: firstMs - readyMs, second: secondMs - firstMs };
}

globalThis.measureCold = measure;
