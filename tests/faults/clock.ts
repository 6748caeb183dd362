/** Time that runs fast for service, proxy and browser alike, so that a wait for the next minute takes a second. */
import type { Browser, Page } from "playwright-core";

/** How many times as fast as the machine's. */
export const SPEED = 60;

/** A clock that every part of a scene shares. */
export interface WorldClock {
  readonly startMs: number;
  now(): number;
}

/** Starts at the present time of the machine. */
export function worldClock(): WorldClock {
  const startMs = Date.now();
  return { startMs, now: () => startMs + (Date.now() - startMs) * SPEED };
}

/** Opens a page whose `Date` and timers follow the clock; `skewMs` is how far its `Date` is ahead. */
export async function openFast(
  browser: Browser,
  url: string,
  { startMs }: WorldClock,
  skewMs: number,
): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.addInitScript(
    ({ startMs, skewMs, speed }) => {
      const machine = globalThis.Date;
      const now = (): number => Math.floor(startMs + (machine.now() - startMs) * speed + skewMs);
      globalThis.Date = class extends machine {
        constructor(...args: number[]) {
          super(...((args.length === 0 ? [now()] : args) as [number]));
        }
        static override now = now;
      } as DateConstructor;
      const { setTimeout: machineTimeout, setInterval: machineInterval } = globalThis;
      const fast = (set: typeof machineTimeout) =>
        ((run: () => void, ms = 0, ...rest: unknown[]) =>
          set(run, ms / speed, ...rest)) as typeof machineTimeout;
      globalThis.setTimeout = fast(machineTimeout);
      globalThis.setInterval = fast(machineInterval as typeof machineTimeout) as typeof machineInterval;
    },
    { startMs, skewMs, speed: SPEED },
  );
  await page.goto(url);
  return { page, close: () => context.close() };
}
