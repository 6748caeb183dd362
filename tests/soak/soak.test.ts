import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../browser/browser.ts";
import { counts, type Gauge, gauge } from "./gauge.ts";
import { openWorld, type World } from "./world.ts";

/** `npm run soak` runs it whole, `npm test` for as long as it takes to see a leak. */
const isWhole = process.env.INVOSCOPE_SOAK === "all";
const REFRESHES = isWhole ? 10_000 : 300;
const CYCLES = isWhole ? 200 : 20;
/** Caches, compiled code and interned texts reach their size first. */
const WARM_REFRESHES = 100;
const WARM_CYCLES = 10;
/** As fast as a page can take answers over, and fast with time left for clicks. */
const HASTE = 400;
const BRISK = 60;
/** Runs that the run set consists of. */
const PARTS = 5;
const KIB = 1024;
/**
 * The store keeps texts that are gone until they outgrow those that are there: with 500 instances the module's memory
 * grows to about 6 MiB within 2,000 changes, and stays there. Each change that was kept would add 500 bytes.
 */
const LARGEST_MODULE_BYTES = 8 * 1024 * KIB;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

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

/** Nothing is kept for each refresh or opening: not a listener, node or timer, and memory but for noise. */
function expectFlat(before: Gauge, after: Gauge): void {
  console.table({ before, after });
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.timers).toBeLessThanOrEqual(before.timers);
  expect(after.nodes - before.nodes).toBeLessThan(100);
  expect(after.heapBytes - before.heapBytes).toBeLessThan(1024 * KIB);
  expect(after.wasmBytes).toBeLessThanOrEqual(LARGEST_MODULE_BYTES);
}

test(`${REFRESHES} refreshes of a changing run of 500 instances leave nothing behind`, async () => {
  const world = await openWorld(browser, HASTE);
  try {
    await openRun(world);
    await refreshed(world, WARM_REFRESHES);
    const before = await gauge(world);

    await refreshed(world, REFRESHES);

    expectFlat(before, await gauge(world));
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
    const before = await gauge(world);

    await cycles(CYCLES);

    expectFlat(before, await gauge(world));
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
