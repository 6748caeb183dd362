import { existsSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stack, startStack } from "./browser.ts";

const executablePath = process.env.FIREFOX_BIN ?? "/usr/bin/firefox-esr";
const consoleFolder = new URL("../../dist/console/", import.meta.url).pathname;

/** Firefox speaks WebDriver BiDi by itself: it needs no driver between. */
describe.skipIf(!existsSync(executablePath))("in Firefox", () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([
      startStack({ consoleFolder }),
      puppeteer.launch({
        browser: "firefox",
        executablePath,
        extraPrefsFirefox: { "intl.accept_languages": "en" },
      }),
    ]);
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(stack.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  }, 30_000);

  /** What matches in the document and its shadow trees, once it is there. */
  const found = (selector: string) => page.locator(selector).setTimeout(20_000).waitHandle();

  test("the main path leads from the list over the run and an output to a search", async () => {
    const fleet = await found(">>> a.name[title*='web-gateway']");
    await fleet.evaluate((link) => (link as HTMLElement).click());

    await found("::-p-text(500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated)");
    await found(">>> li.family:nth-child(3)");
    await page.keyboard.press("n");
    await found(">>> aside >>> ::-p-text(No space left on device)");
    expect(new URL(page.url()).hash).toMatch(/^#L\d+$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await found(">>> invoscope-search >>> input");
    await page.keyboard.type("No space left");

    await found("::-p-text(4 matches in 4 of 500 outputs)");
    expect(new URL(page.url()).searchParams.get("view")).toBe("search");
    expect(complaints).toEqual([]);
  }, 120_000);
});
