/** What stands where, and what a reader is told in words: faults that only someone who looks at the page finds. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fleetLink, stageOfFile } from "./console-stage.ts";

const { open } = stageOfFile();

/** 6,000 instances are sixty runs of one set, and a page holds fifty. */
const large = stageOfFile({ simulator: { rolloutInstances: 6_000 } });

const phone = { viewport: { width: 390, height: 844 } };

/** Opens the named run from the list, in the view that `query` names. */
async function openRun(
  name: string | RegExp,
  query = "",
  options?: Parameters<typeof open>[1],
): Promise<Page> {
  const { page } = await open("/", options);
  const link = page.getByRole("link", { name }).first();
  const address = await link.getAttribute("href");
  await page.goto(new URL(`${address}${query}`, page.url()).href);
  await page.locator("p.headline").waitFor();
  return page;
}

/** Opens the output of the first failure, once it is known which line decides. */
async function openFailure(page: Page): Promise<void> {
  await page.locator("invoscope-families .lines").first().waitFor();
  await page.keyboard.press("n");
  await page.locator("invoscope-output .line.now").waitFor();
}

describe("the list", () => {
  test("has a column for tags on the width of a common laptop", async () => {
    const { page } = await open("/", { viewport: { width: 1280, height: 800 } });
    await fleetLink(page).waitFor();

    expect(await page.getByRole("columnheader", { name: "Tags" }).isVisible()).toBe(true);
    const cut = await page
      .locator("a.name, .c-instances")
      .evaluateAll(
        (texts) => texts.slice(0, 10).filter((text) => text.scrollWidth > text.clientWidth).length,
      );
    expect(cut).toBe(0);
  });

  test.each([1440, 1920])("shows short tags whole at %d pixels", async (width) => {
    const { page } = await open("/", { viewport: { width, height: 900 } });
    await fleetLink(page).waitFor();
    await page.locator(".tag", { hasText: "web-gateway" }).first().waitFor();

    const cut = await page.locator(".tag").evaluateAll((tags) =>
      tags
        .filter((tag) => tag.scrollWidth > tag.clientWidth)
        .map((tag) => tag.textContent ?? "")
        .filter((text) => text.length <= 16),
    );
    expect(cut).toEqual([]);
  });

  test("says one page, and not one pages", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();
    await page.route("**/api/v1/**", () => undefined);
    await page.getByRole("button", { name: "Load more" }).click();

    await page.getByText("Reading… 1 page, 50 invocations").waitFor();
  });
});

describe("the output", () => {
  test("covers a phone's window, whatever its length", async () => {
    const page = await openRun(/web-gateway/, "", phone);
    await openFailure(page);

    expect(await page.locator(".peek").boundingBox()).toMatchObject({ y: 0, height: 844 });
  });

  test.each([390, 1000])("is closed at %d pixels by its button, which nothing covers", async (width) => {
    const page = await openRun(/web-gateway/, "", { viewport: { width, height: 844 } });
    await openFailure(page);

    await page.getByRole("button", { name: "Close the output" }).click();

    await page.locator(".peek").waitFor({ state: "detached" });
  });
});

test("no view is wider than a small phone", async () => {
  const page = await openRun(/web-gateway/, "", { viewport: { width: 360, height: 740 }, locale: "zh-CN" });

  for (const view of [1, 2, 3, 4, 5, 6]) {
    await page.keyboard.press(`${view}`);
    await page.locator(`[role=tab]:nth-child(${view})[aria-selected=true]`).waitFor();
    await page.waitForTimeout(300);

    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([view, beyond <= 0]).toEqual([view, true]);
  }
});

test("on a phone what copies the ids that were found stands beside their count", async () => {
  const page = await openRun(/web-gateway/, "?view=search", { ...phone, locale: "zh-CN" });
  await page.locator("invoscope-search input").fill("no space left");
  const count = page.locator("invoscope-search").getByRole("status").first();
  const copy = page.locator("invoscope-search invoscope-copy");
  await copy.waitFor();
  const [words, button] = await Promise.all([count.boundingBox(), copy.boundingBox()]);
  if (words === null || button === null) throw new Error("the count is not drawn");

  expect(button.y).toBeLessThan(words.y + words.height);
  expect(button.x).toBeGreaterThan(words.x);
});

describe("forced colours", () => {
  test("tell the chosen tab and the chosen line from the others", async () => {
    const page = await openRun(/web-gateway/, "", { forcedColors: "active" });
    await openFailure(page);

    const outline = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((line) => getComputedStyle(line).outlineStyle);
    const edges = await page
      .locator("[role=tab]")
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBlockEndStyle));

    expect(edges).toEqual(["solid", "none", "none", "none", "none", "none"]);
    expect([await outline(".line.now"), await outline(".line:not(.now)")]).toEqual(["solid", "none"]);
  });

  test("keep the colours of outcomes, where nothing but a colour tells them apart", async () => {
    const { page } = await open("/", { forcedColors: "active" });
    const paint = (selector: string, property: "fill" | "backgroundColor") =>
      page
        .locator(selector)
        .first()
        .evaluate((part, name) => getComputedStyle(part)[name], property);
    await fleetLink(page).waitFor();
    const failed = await paint(".bar rect.is-failed", "fill");
    const succeeded = await paint(".bar rect.is-success", "fill");
    await fleetLink(page).click();
    await page.getByRole("tab", { name: "Timeline" }).click();
    await page.locator("invoscope-timeline .chart").first().waitFor();

    expect(failed).not.toBe(succeeded);
    expect(await paint("invoscope-run-header .bar .is-failed", "backgroundColor")).toBe(failed);
    expect(await paint("invoscope-timeline rect.failed", "fill")).toBe(failed);
    expect(await paint("invoscope-timeline rect.other", "fill")).toBe(succeeded);
  });

  test("leave the words of the main button on its own ground", async () => {
    const { page } = await open("/?InstanceId=i-bp1&CommandName=deploy", { forcedColors: "active" });
    await page.getByRole("button", { name: "2 filters" }).click();
    const looks = await page.getByRole("button", { name: "Apply filters" }).evaluate((button) => {
      const { forcedColorAdjust, color, backgroundColor } = getComputedStyle(
        button,
      ) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      const probe = document.createElement("i");
      probe.style.cssText = "color: HighlightText; background-color: Highlight";
      document.body.append(probe);
      const { color: words, backgroundColor: ground } = getComputedStyle(probe);
      return { forcedColorAdjust, isPair: color === words && backgroundColor === ground };
    });

    expect(looks).toEqual({ forcedColorAdjust: "none", isPair: true });
  });
});

describe("what the successes printed", () => {
  test.each([1280, 390])("stands in columns at %d pixels, and keeps its words", async (width) => {
    const page = await openRun(/web-gateway/, "", { viewport: { width, height: 800 } });
    const groups = page.locator("invoscope-groups li");
    await groups.nth(4).waitFor();

    const places = await groups.evaluateAll((items) =>
      items.map((item) => Math.round(item.querySelector(".mono")?.getBoundingClientRect().left ?? 0)),
    );
    const cut = await groups
      .locator(".first")
      .evaluateAll((words) => words.filter((word) => word.scrollWidth > word.clientWidth).length);

    expect(new Set(places).size).toBe(1);
    expect(cut).toBe(0);
  });
});

describe("words", () => {
  test("of a run that goes on do not say that nothing failed", async () => {
    const page = await openRun("nightly-backup");

    await page.getByText("Nothing failed so far.").waitFor();
  });

  test("of the history of executions have heads", async () => {
    const page = await openRun("heartbeat", "?view=command");
    await page.getByRole("button", { name: "Read the history" }).click();
    const table = page.getByRole("region", { name: "Executions so far" });

    await expect
      .poll(() => table.getByRole("columnheader").allTextContents())
      .toEqual(["Status", "Instance", "Exit", "Started", "Run time"]);
  });

  test("of an expression that cannot be read are Chinese for a Chinese reader", async () => {
    const page = await openRun(/web-gateway/, "?view=search", { locale: "zh-CN" });
    await page.getByRole("button", { name: "正则" }).click();
    await page.locator("invoscope-search input").fill("(abc");

    expect(await page.getByRole("alert").textContent()).toMatch(/^表达式无效：/);
  });

  test("of how a run was started are the reader's, and the API's are behind them", async () => {
    const page = await openRun(/web-gateway/, "?view=command", { locale: "zh-CN" });
    const fact = (name: string) => page.locator("invoscope-command dt", { hasText: name }).locator("+ dd");

    for (const [name, value] of [
      ["停止方式", "ProcessTree"],
      ["执行方式", "Once"],
    ] as const) {
      await fact(name).waitFor();
      expect(await fact(name).getAttribute("title")).toBe(value);
      expect(await fact(name).textContent()).toMatch(/^[\p{Script=Han}]+$/u);
    }
  });

  test("name a status the same in headline, legend and table", async () => {
    const page = await openRun("nightly-backup", "?view=instances", { locale: "zh-CN" });
    const words = async (selector: string) => (await page.locator(selector).allTextContents()).join();

    for (const word of ["执行中", "等待下发"]) {
      for (const place of ["p.headline", ".legend", "invoscope-instances .status"])
        await expect.poll(() => words(place)).toContain(word);
    }
  });
});

describe("a run set that a page does not hold", () => {
  test("says that it may be longer, until its last run is read", async () => {
    const { page } = await large.open("/");
    await fleetLink(page).waitFor();
    const set = page.locator("button[data-set]").first();
    const total = page.locator(".total").first();

    expect(await set.textContent()).toMatch(/\d\d\+ runs/);
    expect(await total.textContent()).toMatch(/[45],\d00\+ instances/);
    expect(await total.getAttribute("title")).toMatch(/not read yet/);

    await page.getByRole("button", { name: "Load more" }).click();
    await expect.poll(() => set.textContent()).toMatch(/^\s*60 runs/);
    expect((await total.textContent())?.trim()).toBe("6,000 instances");
    expect(await total.getAttribute("title")).toBe(null);
  });

  test("is counted in grouped figures by its headline", async () => {
    const { page } = await large.open("/");
    await fleetLink(page).waitFor();
    await page.getByRole("button", { name: "Load more" }).click();
    await page.getByText("6,000 instances").first().waitFor();
    await fleetLink(page).click();

    expect(await page.locator(".headline").textContent()).toMatch(/^6,000 instances: 5,\d{3} /);
  });
});
