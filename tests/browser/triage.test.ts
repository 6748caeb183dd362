import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fleetLink, stageOfFile } from "./console-stage.ts";

const stage = stageOfFile();

const HEADLINE = "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated";

/** What the polite live regions say, all of them together. */
const spoken = (page: Page) =>
  page
    .locator('[role="status"]')
    .allTextContents()
    .then((texts) =>
      texts
        .map((text) => text.trim())
        .join(" ")
        .trim(),
    );

const instance = (page: Page): string | null => new URL(page.url()).searchParams.get("instance");

describe("triage by keyboard alone", () => {
  test("list, run, failure after failure with its output, search, copy ids, and back", async () => {
    const { page, complaints } = await stage.open("/", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await fleetLink(page).waitFor();

    await page.keyboard.press("/");
    await page.keyboard.type("web-gateway 4.18.2");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".headline").filter({ hasText: HEADLINE }).waitFor();
    await page.locator("li.family").nth(2).waitFor();

    const seen: (string | null)[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      const before = instance(page);
      await page.keyboard.press("n");
      await expect.poll(() => instance(page)).not.toBe(before);
      await page.getByRole("complementary").waitFor();
      seen.push(instance(page));
    }
    expect(new Set(seen).size).toBe(7);
    await page.keyboard.press("n");
    await expect.poll(() => instance(page)).toBe(seen[0] ?? "");
    await page.getByRole("complementary").getByText("No space left on device").first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0);

    await page.keyboard.press("/");
    await page.keyboard.type("no space left");
    await page.getByText("4 matches in 4 of 500 outputs").waitFor();
    const copy = page.getByRole("button", { name: "Copy the ids of instances with a match" });
    for (let tabs = 0; tabs < 6 && !(await isFocused(copy)); tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const copied = () =>
      page.evaluate(() => navigator.clipboard.readText()).then((text) => text.trim().split("\n"));
    await expect.poll(async () => (await copied()).length).toBe(4);
    expect(seen).toEqual(expect.arrayContaining(await copied()));

    while (new URL(page.url()).pathname !== "/") {
      const before = page.url();
      // The browser's own key, which a page without a window round it does not have.
      await page.goBack();
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await fleetLink(page).waitFor();
    await expect.poll(() => isFocused(fleetLink(page))).toBe(true);
    expect(complaints).toEqual([]);
  });
});

const isFocused = (locator: ReturnType<Page["locator"]>): Promise<boolean> =>
  locator.evaluate((element) => {
    const root = element.getRootNode();
    return (
      root instanceof ShadowRoot && (root.activeElement === element || element.contains(root.activeElement))
    );
  });

describe("a screen reader hears", () => {
  test("how many runs the list has, when it is read and when it grows", async () => {
    const { page } = await stage.open("/");

    await expect.poll(() => spoken(page)).toBe("50 invocations loaded.");
    await page.getByRole("button", { name: "Load more" }).click();

    await expect.poll(() => spoken(page)).toBe("100 invocations loaded.");
  });

  test("that a run is loading, and then its headline", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page: list } = await stage.open("/");
    const address = (await fleetLink(list).getAttribute("href")) ?? "";
    const { page } = await stage.open(address, {
      prepare: (page) => page.route("**/api/v1/**", (route) => held.then(() => route.continue())),
    });
    await expect.poll(() => spoken(page)).toBe("Loading…");

    release();

    await expect.poll(() => spoken(page)).toContain(HEADLINE);
  });
});

describe("the ten-second path", () => {
  test("the address of the run alone shows failures, machines, lines and advice: no click, no scroll", async () => {
    const { page: list } = await stage.open("/");
    const address = (await fleetLink(list).getAttribute("href")) ?? "";
    await stage.leave();
    const startMs = performance.now();

    const { page } = await stage.open(address, { viewport: { width: 1440, height: 900 } });

    await page.locator(".headline").filter({ hasText: HEADLINE }).waitFor();
    const texts = [
      "3 ways to fail",
      "Disk is full",
      "Cannot write: No space left on device",
      "Clear logs and caches",
      "Agent does not respond",
      "The aliyun service in the instance does not response",
      "Execution timed out",
      "waiting for /var/lock/deploy.lock held by pid 20417",
      "Raise Timeout",
    ];
    expect(await isInWindow(page, page.locator(".headline"))).toBe(true);
    for (const text of texts) {
      const shown = page.locator("invoscope-families").getByText(text).first();
      await shown.waitFor();
      expect(await isInWindow(page, shown), text).toBe(true);
    }
    const machines = await page
      .locator("li.family button.chip code, li.family button.chip")
      .allTextContents();
    console.info(`address to answer, ms: ${Math.round(performance.now() - startMs)}`);
    expect(machines.join(" ").match(/i-bp1[0-9a-z]{17}/g)?.length).toBe(7);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(performance.now() - startMs).toBeLessThan(10_000);
  });
});

async function isInWindow(page: Page, locator: ReturnType<Page["locator"]>): Promise<boolean> {
  const box = await locator.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return false;
  return box.y >= 0 && box.x >= 0 && box.y + box.height <= size.height && box.x < size.width;
}
