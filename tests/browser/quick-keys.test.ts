import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fleetLink, stageOfFile } from "./console-stage.ts";

const stage = stageOfFile();

const HEADLINE = "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated";

/** Makes a page as slow as on a machine that has other things to do. */
async function slowed(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  return cdp;
}

/** Where a key's code is not its letter's. */
const CODES: Readonly<Record<string, number>> = { Enter: 13, ArrowDown: 40, ".": 190, "-": 189, "/": 191 };

/** Keys one upon the other, faster than the page draws. */
async function press(cdp: CDPSession, keys: readonly string[]): Promise<void> {
  const events = keys.flatMap((key) => {
    const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
    const event = { key, windowsVirtualKeyCode: CODES[key] ?? key.toUpperCase().charCodeAt(0) };
    return [
      { type: "keyDown" as const, ...event, ...(text !== undefined && { text }) },
      { type: "keyUp" as const, ...event },
    ];
  });
  await Promise.all(events.map((event) => cdp.send("Input.dispatchKeyEvent", event)));
}

describe("keys that come before the page has drawn", () => {
  test("the arrow and Enter act on what the typed filter leaves", async () => {
    const { page } = await stage.open("/");
    await fleetLink(page).waitFor();
    const cdp = await slowed(page);

    await press(cdp, ["/", ..."web-gateway 4.18.2", "ArrowDown", "Enter"]);

    await page.locator(".headline").filter({ hasText: HEADLINE }).waitFor();
    await page.goBack();
    await expect.poll(() => page.locator("#search").inputValue()).toBe("web-gateway 4.18.2");
  });

  test("Enter alone opens the first match", async () => {
    const { page } = await stage.open("/");
    await fleetLink(page).waitFor();
    const cdp = await slowed(page);

    await press(cdp, ["/", ..."web-gateway 4.18.2", "Enter"]);

    await page.locator(".headline").filter({ hasText: HEADLINE }).waitFor();
  });

  test("a status that is chosen in the same frame leaves the typed text in force", async () => {
    const { page } = await stage.open("/");
    await fleetLink(page).waitFor();

    await page.locator("invoscope-list").evaluate((list) => {
      const search = list.shadowRoot?.querySelector<HTMLInputElement>("#search");
      if (search) search.value = "web-gateway";
      search?.dispatchEvent(new Event("input"));
      list.shadowRoot?.querySelector<HTMLElement>('[data-status="PartialFailed"]')?.click();
    });

    await expect.poll(() => new URL(page.url()).search).toBe("?q=web-gateway&status=PartialFailed");
    expect(await page.locator("#search").inputValue()).toBe("web-gateway");
  });

  for (const { key, module, box, text } of [
    { key: "/", module: "search", box: "invoscope-search input", text: "no space" },
    { key: "f", module: "instances", box: "invoscope-instances input", text: "nodes" },
  ]) {
    test(`what is typed after ${key} reaches a box whose module is on its way`, async () => {
      const { page: list } = await stage.open("/");
      const address = (await fleetLink(list).getAttribute("href")) ?? "";
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const { page } = await stage.open(address, {
        prepare: (page) =>
          page.route(`**/assets/${module}-*.js`, (route) => held.then(() => route.continue())),
      });
      await page.locator("li.family").nth(2).waitFor();

      await page.keyboard.press(key);
      await page.keyboard.type(`${text}x`);
      await page.keyboard.press("Backspace");
      release();

      await expect.poll(() => page.locator(box).inputValue()).toBe(text);
      await page.keyboard.type(" left");
      await expect.poll(() => page.locator(box).inputValue()).toBe(`${text} left`);
      // `n` would have opened a failure, and a digit another view.
      expect(new URL(page.url()).searchParams.get("instance")).toBeNull();
    });
  }
});
