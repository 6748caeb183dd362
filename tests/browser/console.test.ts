import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fleetLink, type Stage, startStage, violations } from "./console-stage.ts";

const sample = readFileSync(
  new URL("../fixtures/answers/invocations_api_page.json", import.meta.url),
  "utf8",
);

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 60_000);

afterAll(() => stage.close());

const open: Stage["open"] = (path, options) => stage.open(path, options);

/** The sentence at the top of a run. */
const headline = (page: Page, text: string | RegExp) => page.locator(".headline").filter({ hasText: text });

async function openFleet(page: Page): Promise<void> {
  await fleetLink(page).click();
  await headline(page, /500 instances/).waitFor();
  await page.getByText("3 ways to fail").waitFor();
}

describe("the list", () => {
  test("shows the run of 500 instances as one run on the first screen", async () => {
    const { page, complaints } = await open("/");

    await fleetLink(page).waitFor();
    const box = await fleetLink(page).boundingBox();

    expect(box?.y).toBeLessThan(900);
    await expect.poll(() => page.getByText("7 failed").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test("reads on to the end of the account and says so", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();

    await page
      .getByRole("button", { name: /all/i })
      .filter({ hasText: /load|read/i })
      .first()
      .click();

    await page.getByText(/1,000/).first().waitFor({ timeout: 45_000 });
    const { total, expected } = await page.evaluate(() => {
      const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
      const current = (list as unknown as { current: { list: { store: { runCount: number } } } }).current;
      return { total: current.list.store.runCount, expected: 1000 };
    });
    expect(total).toBe(expected);
  });

  test("keeps its filters in the address, and finds them there again", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();

    await page.getByRole("searchbox").first().fill("gateway");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("gateway");
    await page.reload();

    await fleetLink(page).waitFor();
    await expect.poll(() => page.getByRole("searchbox").first().inputValue()).toBe("gateway");
    expect(await page.getByText("nightly-backup").count()).toBe(0);
  });

  test("says of a filter that it has no effect beside another", async () => {
    const { page } = await open("/?InstanceId=i-bp1rvf4z967im0dkxccp&CommandName=deploy");

    const form = page.locator("invoscope-list #filters");
    if ((await form.getAttribute("aria-expanded")) !== "true") await form.click();

    await page
      .getByText(/InstanceId.*(no effect|ignored)|CommandName.*(no effect|ignored)/)
      .first()
      .waitFor();
  });
});

describe("a run", () => {
  test("says at once how many failed in how many ways, where, and what to do", async () => {
    const { page, complaints } = await open("/");
    await fleetLink(page).waitFor();

    await openFleet(page);

    await headline(
      page,
      "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated",
    ).waitFor();
    for (const title of ["Disk is full", "Agent does not respond", "Execution timed out"]) {
      const box = await page.getByText(title).first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), title).toBeLessThan(900);
    }
    expect(await page.getByText(/No space left on device/).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test("opens by its address, survives a reload, and goes back to the list", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();
    await openFleet(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/runs\/t-[^/]+,t-[^/]+$/);

    await page.reload();
    await headline(page, /7 failed in 3 ways/).waitFor();
    await page.goBack();

    await fleetLink(page).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("its failed segment shows exactly the failed instances", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();
    await openFleet(page);

    await page
      .getByRole("button", { name: /7 failed/ })
      .first()
      .click();

    const rows = page.locator("invoscope-instances [data-instance]");
    await expect.poll(() => rows.count()).toBe(7);
    expect(new URL(page.url()).searchParams.get("filter")).toBe("is:failed");
  });

  test("the keyboard alone leads to the first failure's output and its line", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();
    await openFleet(page);

    await page.keyboard.press("n");

    await page
      .getByRole("complementary")
      .getByText(/No space left on device/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get("instance")).toMatch(/^i-bp1/);
    expect(new URL(page.url()).hash).toMatch(/^#L\d+$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0);
  });

  test.each(["instances", "search", "timeline", "command", "raw"])(
    "shows its view %s without a complaint",
    async (view) => {
      const { page, complaints } = await open("/");
      await fleetLink(page).waitFor();
      const address = await fleetLink(page).getAttribute("href");

      await page.goto(new URL(`${address}?view=${view}`, stage.url).href);

      await page
        .getByRole("tab", { selected: true })
        .filter({ hasText: new RegExp(view, "i") })
        .waitFor();
      await page.getByRole("tabpanel").locator(":scope > *").first().waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test("hostile names and outputs are text", async () => {
    const { page, complaints } = await open("/");
    const link = page.getByRole("link", { name: /<img src=x/ });
    await link.waitFor();

    await link.click();
    await headline(page, /1 instance/).waitFor();
    await page.getByRole("tab", { name: "Raw" }).click();
    await page.waitForTimeout(300);

    expect(complaints).toEqual([]);
  });
});

describe("the page", () => {
  test("speaks Chinese when asked", async () => {
    const { page } = await open("/?lang=zh-CN");

    await page.getByRole("link", { name: "执行记录" }).waitFor();
    await fleetLink(page).click();

    await headline(page, "500 台实例：493 台成功，7 台失败（3 种原因）；2 个输出被截断").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("opens a saved answer that is chosen as a file", async () => {
    const { page, complaints } = await open("/");
    await fleetLink(page).waitFor();

    await page.locator("input[type=file]").setInputFiles({
      name: "answer.json",
      mimeType: "application/json",
      buffer: Buffer.from(sample),
    });

    await page.getByText("Read 1 run from answer.json.").waitFor();
    await headline(page, /1 instance: 1 succeeded/).waitFor();
    expect(complaints).toEqual([]);
  });

  test("says where a file stops being an answer", async () => {
    const { page } = await open("/");
    await fleetLink(page).waitFor();

    await page.locator("input[type=file]").setInputFiles({
      name: "cut.json",
      mimeType: "application/json",
      buffer: Buffer.from(sample.slice(0, 100)),
    });

    await page.getByText(/Could not read cut\.json: .*at byte 100/).waitFor();
  });

  const schemes = [
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
  ] as const;
  test.each(schemes)("axe finds nothing on list and run: %s, %i px wide", async (colorScheme, width) => {
    const { page } = await open("/", { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await fleetLink(page).waitFor();

    const onList = await violations(page);
    await openFleet(page);
    const onRun = await violations(page);

    expect([...onList, ...onRun]).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
