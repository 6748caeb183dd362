import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fleetLink, stageOfFile } from "./console-stage.ts";

/** Google's "good" ends at 0.1; what is read must not move under the eye at all. */
const LARGEST = 0.02;

const stage = stageOfFile();

/** Collects what moves without being asked to, and lets outputs come in one by one, as over a slow line. */
async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    let sum = 0;
    Object.assign(globalThis, { layoutShift: () => ({ sum, shifts }) });
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        sum += value;
        const moves = sources.map((one) => `${one.previousRect.y} → ${one.currentRect.y}`);
        shifts.push(`${value.toFixed(4)}: ${moves.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  let outputs = 0;
  await page.route("**/api/v1/**", async (route) => {
    const { IncludeOutput } = route.request().postDataJSON() as { IncludeOutput?: boolean };
    if (IncludeOutput === true) {
      outputs += 1;
      await new Promise((resolve) => setTimeout(resolve, outputs * 150));
    }
    await route.continue();
  });
}

interface LayoutShift {
  readonly sum: number;
  readonly shifts: readonly string[];
}

const layoutShift = (page: Page): Promise<LayoutShift> =>
  page.evaluate(() => (globalThis as unknown as { layoutShift(): LayoutShift }).layoutShift());

async function expectCalm(page: Page): Promise<void> {
  // Shifts are told with the frame after them.
  await page.waitForTimeout(300);
  const { sum, shifts } = await layoutShift(page);
  expect(sum, shifts.join("\n")).toBeLessThan(LARGEST);
}

test.each([
  { width: 1440, height: 900 },
  { width: 1350, height: 940 },
  { width: 412, height: 823 },
])("failures stay where they are while outputs come in, %o", async (viewport) => {
  const list = await stage.open("/");
  const address = (await fleetLink(list.page).getAttribute("href")) ?? "";

  const { page } = await stage.open(address, { viewport, prepare });
  await page.getByText(/Reading outputs/).waitFor();
  await page.getByText(/Disk is full/).waitFor();
  await page
    .locator("invoscope-refresh")
    .getByText(/Live|Finished/)
    .waitFor();

  expect(await page.locator("li.family").count()).toBe(3);
  await expectCalm(page);
});

test.each([
  { width: 1440, height: 900 },
  { width: 1000, height: 800 },
  { width: 412, height: 823 },
])("a run stays where it is when the set that it belongs to is found, %o", async (viewport) => {
  const list = await stage.open("/");
  const address = (await fleetLink(list.page).getAttribute("href")) ?? "";
  const single = address.replace(/,[^?/]*|%2C[^?/]*/i, "");
  expect(single).not.toBe(address);

  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page } = await stage.open(single, {
    viewport,
    prepare: async (opened) => {
      await prepare(opened);
      await opened.route("**/api/v1/**", async (route) => {
        const { CommandName } = route.request().postDataJSON() as { CommandName?: string };
        if (CommandName !== undefined) await held;
        await route.fallback();
      });
    },
  });
  await page.getByText(/Disk is full/).waitFor();
  await page.locator("invoscope-refresh").getByText("Finished").waitFor();
  await page.waitForTimeout(300);
  const before = await layoutShift(page);
  release();
  await page.getByRole("button", { name: /as one/ }).waitFor();
  await page.waitForTimeout(300);

  const { sum, shifts } = await layoutShift(page);
  expect(sum - before.sum, shifts.slice(before.shifts.length).join("\n")).toBeLessThan(0.001);
});

test.each([
  { width: 1440, height: 900 },
  { width: 412, height: 823 },
])("one run stays where it is while its modules and outputs come in, %o", async (viewport) => {
  const list = await stage.open("/");
  const address = (await fleetLink(list.page).getAttribute("href")) ?? "";
  const { page } = await stage.open(address.replace(/,[^?/]*|%2C[^?/]*/i, ""), {
    viewport,
    prepare: async (opened) => {
      await prepare(opened);
      // What the first screen can do without comes last.
      await opened.route("**/assets/export-*.js", async (route) => {
        await opened.locator("li.family").first().waitFor();
        await route.continue();
      });
    },
  });
  await page.getByText(/Disk is full/).waitFor();
  await page.locator("invoscope-export button").first().waitFor();
  await page.locator("invoscope-refresh").getByText("Finished").waitFor();

  await expectCalm(page);
});

test("the list stays where it is when its first page comes", async () => {
  const { page } = await stage.open("/", { prepare });
  await fleetLink(page).waitFor();

  await expectCalm(page);
});

test("outputs that are not read yet are not called empty", async () => {
  const list = await stage.open("/");
  const address = (await fleetLink(list.page).getAttribute("href")) ?? "";
  const { page } = await stage.open(address, {
    prepare: (opened) =>
      opened.route("**/api/v1/**", (route) =>
        route.request().postDataJSON().IncludeOutput === true ? undefined : route.continue(),
      ),
  });
  await page.locator("li.family").first().waitFor();

  expect(await page.locator("invoscope-groups").getByText("no output").count()).toBe(0);
});
