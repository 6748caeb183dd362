/** What a page holds, read when nothing is left to collect. */
import type { Soak, World } from "./world.ts";

/** Figures that must not grow. */
export interface Gauge {
  readonly heapBytes: number;
  readonly wasmBytes: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly timers: number;
}

/** The page goes on meanwhile: the least of so many readings has the least of what is under way. */
const READINGS = 8;
/** Tables are drawn in steps, each behind a timer of its own: one of so many frames has none under way. */
const FRAMES = 16;

/** Collects garbage until it stays, then reads. */
export async function gauge(world: World): Promise<Gauge> {
  let least = await read(world);
  for (let reading = 1; reading < READINGS; reading++) {
    const next = await read(world);
    least = {
      heapBytes: Math.min(least.heapBytes, next.heapBytes),
      wasmBytes: next.wasmBytes,
      listeners: Math.min(least.listeners, next.listeners),
      nodes: Math.min(least.nodes, next.nodes),
      timers: Math.min(least.timers, next.timers),
    };
  }
  return least;
}

async function read({ page, devtools }: World): Promise<Gauge> {
  for (let round = 0; round < 3; round++) {
    await devtools.send("HeapProfiler.collectGarbage");
    // What a finalizer frees is freed in a task of its own.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metric = (name: string): number => metrics.find((entry) => entry.name === name)?.value ?? Number.NaN;
  const own = await page.evaluate(async (frames) => {
    const { soak } = globalThis as unknown as { soak: Soak };
    let { timers } = soak;
    for (let frame = 0; frame < frames; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      timers = Math.min(timers, soak.timers);
    }
    return { wasmBytes: soak.wasmBytes(), timers };
  }, FRAMES);
  return {
    heapBytes: metric("JSHeapUsedSize"),
    listeners: metric("JSEventListeners"),
    nodes: metric("Nodes"),
    ...own,
  };
}

/** What a page has counted so far. */
export function counts({ page }: Pick<World, "page">): Promise<{ parts: number; calls: number }> {
  return page.evaluate(() => {
    const { parts, calls } = (globalThis as unknown as { soak: Soak }).soak;
    return { parts, calls };
  });
}
