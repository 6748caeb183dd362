import { writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/browser.ts";
import { counts, gauge } from "./gauge.ts";
import { type Measurement, pageText, tableText } from "./table.ts";
import { openWorld, type World } from "./world.ts";

/** `npm run soak` runs it whole and writes the page of figures, `npm test` for as long as it takes to see a leak. */
const isWhole = process.env.INVOSCOPE_SOAK === "all";
const REFRESHES = isWhole ? 10_000 : 300;
const CYCLES = isWhole ? 200 : 20;
/** Caches, compiled code and interned texts reach their size first. */
const WARM_REFRESHES = 100;
const WARM_CYCLES = 10;
/** As fast as a page can take answers over, and fast with time left for clicks. */
const HASTE = 800;
const BRISK = 60;
/** Runs that the run set consists of. */
const PARTS = 5;
const KIB = 1024;
const PAGE = new URL("../soak.md", import.meta.url);
/**
 * The store keeps texts that are gone until they outgrow those that are there: with 500 instances the module's memory
 * grows to about 6 MiB within 2,000 changes, and stays there. Each change that was kept would add 500 bytes.
 */
const LARGEST_MODULE_BYTES = 8 * 1024 * KIB;

let browser: Browser;
const tables: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  if (isWhole && tables.length === 2) writeFileSync(PAGE, pageText(tables));
});

const set = (page: Page) => page.getByRole("link", { name: "soak" }).first();

async function openRun({ page }: World): Promise<void> {
  await set(page).click();
  await page.locator(".headline").first().waitFor();
}

async function closeRun({ page }: World): Promise<void> {
  await page.goBack();
  await set(page).waitFor();
}

/** Waits for so many further refreshes of the whole run. */
async function refreshed(world: World, refreshes: number): Promise<void> {
  const { parts } = await counts(world);
  await world.page.waitForFunction(
    (wanted) => (globalThis as unknown as { soak: { parts: number } }).soak.parts >= wanted,
    parts + refreshes * PARTS,
    { timeout: 60_000 + refreshes * 1_000, polling: 20 },
  );
}

/** Listeners of calls that are under way and of what is drawn at the moment. */
const LISTENERS_NOISE = 15;

/** Does so many rounds, and measures before, in the middle and behind. */
async function measure(
  world: World,
  noun: string,
  rounds: number,
  doRounds: (count: number) => Promise<void>,
): Promise<Measurement[]> {
  const measurements = [{ after: "warming up", gauge: await gauge(world) }];
  for (const part of [1, 2]) {
    await doRounds(rounds / 2);
    const done = ((rounds / 2) * part).toLocaleString("en");
    measurements.push({ after: `${done} ${noun}`, gauge: await gauge(world) });
  }
  return measurements;
}

/** Nothing is kept for each refresh or opening: not a listener, node or timer, and memory but for noise. */
function expectFlat(title: string, measurements: readonly Measurement[]): void {
  const table = tableText(title, measurements);
  console.info(table);
  tables.push(table);
  const [before, ...later] = measurements.map((measurement) => measurement.gauge);
  for (const after of later) {
    if (before === undefined) break;
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(LISTENERS_NOISE);
    expect(after.timers).toBeLessThanOrEqual(before.timers);
    expect(after.nodes - before.nodes).toBeLessThan(100);
    expect(after.heapBytes - before.heapBytes).toBeLessThan(1024 * KIB);
    expect(after.wasmBytes).toBeLessThanOrEqual(LARGEST_MODULE_BYTES);
  }
}

test(`${REFRESHES} refreshes of a changing run of 500 instances leave nothing behind`, async () => {
  const world = await openWorld(browser, HASTE);
  try {
    await openRun(world);
    await refreshed(world, WARM_REFRESHES);

    const refreshes = (count: number) => refreshed(world, count);
    const measurements = await measure(world, "refreshes", REFRESHES, refreshes);

    expectFlat("Refreshing", measurements);
    expect(await world.page.locator(".headline").first().textContent()).toContain("500 instances");
    expect(world.complaints).toEqual([]);
  } finally {
    await world.close();
  }
}, 3_600_000);

test(`opening and closing a run ${CYCLES} times leaves nothing behind`, async () => {
  const world = await openWorld(browser, BRISK);
  try {
    const cycles = async (count: number): Promise<void> => {
      for (let cycle = 0; cycle < count; cycle++) {
        await openRun(world);
        await closeRun(world);
      }
    };
    await cycles(WARM_CYCLES);

    expectFlat("Opening and closing", await measure(world, "openings", CYCLES, cycles));
    expect(world.complaints).toEqual([]);
  } finally {
    await world.close();
  }
}, 1_200_000);

test("a run that is left is asked for no more, and is watched again when it is opened again", async () => {
  const world = await openWorld(browser, BRISK);
  try {
    await openRun(world);
    await refreshed(world, 3);
    await closeRun(world);
    // A call that was under way may still come in.
    await world.page.waitForTimeout(100);
    const left = await counts(world);
    // Two minutes of the page's time.
    await world.page.waitForTimeout(2_000);
    expect(await counts(world)).toEqual(left);

    await openRun(world);

    await refreshed(world, 3);
  } finally {
    await world.close();
  }
});
