import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fleetLink, type Stage, stageOfFile, violations } from "./console-stage.ts";

const stage = stageOfFile();

const headline = (page: Page) => page.locator(".headline").filter({ hasText: "493" });

/** Every view, from the one before: name and the way there. */
const steps: readonly [name: string, go: (page: Page) => Promise<unknown>][] = [
  ["list", (page) => fleetLink(page).waitFor()],
  ["run set open", (page) => page.locator("button[data-set]").first().click()],
  [
    "filter form with findings",
    async (page) => {
      await page.goto(new URL("/?InstanceId=i-bp1&CommandName=deploy&Tag.1.Key=acs:team", page.url()).href);
      await page.locator("invoscope-list-filter form").waitFor();
    },
  ],
  [
    "help of the list",
    async (page) => {
      await page.goto(new URL("/", page.url()).href);
      await fleetLink(page).waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "settings",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.locator("details.menu > summary").last().click();
      await page.locator(".popup").last().waitFor();
    },
  ],
  [
    "run",
    async (page) => {
      await page.goto(new URL((await fleetLink(page).getAttribute("href")) ?? "", page.url()).href);
      await headline(page).waitFor();
      await page.locator("li.family").nth(2).waitFor();
    },
  ],
  ["output", (page) => page.keyboard.press("n").then(() => page.locator("aside invoscope-output").waitFor())],
  [
    "instances",
    (page) => page.keyboard.press("2").then(() => page.locator("[data-instance]").first().waitFor()),
  ],
  [
    "search",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.keyboard.type("No space left");
      await page.locator("invoscope-search mark").first().waitFor();
      await page.locator("invoscope-search input").first().blur();
    },
  ],
  [
    "timeline",
    (page) => page.keyboard.press("4").then(() => page.locator("invoscope-timeline svg").first().waitFor()),
  ],
  [
    "command",
    (page) => page.keyboard.press("5").then(() => page.locator("invoscope-command .code").first().waitFor()),
  ],
  [
    "raw",
    (page) => page.keyboard.press("6").then(() => page.locator("invoscope-raw [tabindex]").first().waitFor()),
  ],
  [
    "help of the run",
    (page) => page.keyboard.press("?").then(() => page.locator("invoscope-viewer dialog[open]").waitFor()),
  ],
];

const looks: readonly [string, Parameters<Stage["open"]>[1]][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["200 % zoom", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ["360 px wide, Chinese", { viewport: { width: 360, height: 800 }, locale: "zh-CN" }],
];

describe("axe finds nothing, and nothing overflows", () => {
  test.each(looks)("%s", { timeout: 180_000 }, async (_, options) => {
    const { page } = await stage.open("/", { ...options, bypassCSP: true });
    const found: string[] = [];
    for (const [name, go] of steps) {
      await go(page);
      for (const violation of await violations(page)) found.push(`${name}: ${violation}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${name}: ${overflow} px wider than the window`);
    }

    expect(found).toEqual([]);
  });
});
