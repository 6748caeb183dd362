import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { fleetLink, stageOfFile } from "./console-stage.ts";

const INVOCATIONS = 10_000;
const KEYS = [..."gateway", ...Array<string>(7).fill("Backspace")];

const stage = stageOfFile({ simulator: { invocations: INVOCATIONS } });

/** What the page has said of its pace since it was asked last, in ms. */
interface Pace {
  readonly paints: number[];
  readonly tasks: number[];
}

/** Notes the way from each key to the end of the frame that it led to, and tasks of more than 50 ms. */
async function timed(page: Page): Promise<() => Promise<Pace>> {
  await page.evaluate(() => {
    const pace: Pace = { paints: [], tasks: [] };
    Object.assign(globalThis, { pace });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) pace.tasks.push(duration);
    }).observe({ type: "longtask" });
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => pace.paints.push(performance.now() - timeStamp);
          port2.postMessage(undefined);
        });
      },
      { capture: true },
    );
  });
  return () =>
    page.evaluate(() => {
      const { pace } = globalThis as unknown as { pace: Pace };
      return { paints: pace.paints.splice(0), tasks: pace.tasks.splice(0) };
    });
}

/** How many pages the list says that it has read. */
const pagesRead = async (page: Page): Promise<number> => {
  const [told = ""] = await page.locator(".progress .told").allTextContents();
  return Number(/(\d+) pages/.exec(told)?.[1] ?? 0);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

test("typing keeps its pace while pages are read", async () => {
  const { page } = await stage.open("/");
  await fleetLink(page).waitFor();
  const pace = await timed(page);
  await page.getByRole("button", { name: "Load all" }).click();
  await page.getByText(/Reading… \d\d pages/).waitFor();
  await page.keyboard.press("/");

  // A machine that is busy with other things can only slow a round down: one that was not disturbed is proof.
  const rounds: Pace[] = [];
  for (let round = 0; round < 4; round += 1) {
    await pace();
    // As fast as anybody types.
    for (const key of KEYS) await page.keyboard.press(key, { delay: 50 });
    await page.waitForFunction(
      (count) => (globalThis as unknown as { pace: Pace }).pace.paints.length >= count,
      KEYS.length,
    );
    const told = await pace();
    if (await page.getByText(/Reading… /).isVisible()) rounds.push(told);
  }

  console.info("key to paint, ms:", rounds.map(({ paints }) => Math.round(median(paints))).join(" "));
  expect(rounds.length).toBeGreaterThan(0);
  expect(Math.min(...rounds.map(({ paints }) => median(paints)))).toBeLessThan(100);
  expect(Math.min(...rounds.map(({ tasks }) => Math.max(0, ...tasks)))).toBeLessThan(200);
});

test("reading that is stopped again and again has every run once in the end", {
  timeout: 120_000,
}, async () => {
  const tokens: (string | undefined)[] = [];
  const { page } = await stage.open("/", {
    prepare: async (page) => {
      page.on("response", (response) => {
        if (!response.url().endsWith("/describe-invocations")) return;
        tokens.push((response.request().postDataJSON() as { NextToken?: string }).NextToken);
      });
    },
  });
  await fleetLink(page).waitFor();

  const loadAll = page.getByRole("button", { name: "Load all" });
  for (const pages of [5, 12, 20]) {
    await loadAll.click();
    await expect.poll(() => pagesRead(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(pages);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page
      .locator(".progress .told")
      .getByText(/Paused after \d+ pages/)
      .waitFor();
  }
  await loadAll.click();
  await page.getByText("All 10,000 loaded").waitFor({ timeout: 90_000 });

  await page.locator("summary").filter({ hasText: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /CSV/ }).click(),
  ]);
  const csv = readFileSync(await download.path(), "utf8");
  const { account } = createSimulator({ invocations: INVOCATIONS });
  const all = Array.from({ length: INVOCATIONS }, (_, sequence) => account.run(sequence).invokeId);
  expect((csv.match(/t-hz0[0-9a-z]{11}/g) ?? []).sort()).toEqual(all.sort());
  // What was answered is not asked for again, but for the pages that were under way when it was stopped.
  expect(tokens.length - new Set(tokens).size).toBeLessThanOrEqual(3);
});
