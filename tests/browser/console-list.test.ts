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

async function openList(path = "/", options?: Parameters<Stage["open"]>[1]) {
  const watched = await stage.open(path, options);
  await fleetLink(watched.page).waitFor();
  return watched;
}

/** The names of the rows on screen. */
const names = (page: Page) => page.locator("invoscope-list a.name");

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
    return list?.shadowRoot?.activeElement?.textContent?.trim();
  });

test("on a phone no part of a row stands over another", async () => {
  const { page } = await openList("/", { viewport: { width: 390, height: 844 } });
  // The first screenful is drawn at once, the rest in tasks of its own.
  await expect.poll(() => page.locator("tr.run").count()).toBeGreaterThan(20);

  const gaps = await page.locator("tr.run").evaluateAll((rows) =>
    rows.map((row) => {
      const box = (cell: string) => row.querySelector(cell)?.getBoundingClientRect() ?? new DOMRect();
      return box(".c-created").left - box(".c-instances").right;
    }),
  );

  expect(gaps.length).toBeGreaterThan(20);
  expect(Math.min(...gaps)).toBeGreaterThan(0);
});

test("rows out of sight are skipped until they are wanted", async () => {
  const { page } = await openList("/");
  await expect.poll(() => names(page).count()).toBe(46);
  const isDrawn = () =>
    names(page)
      .last()
      .evaluate((name) => name.checkVisibility({ contentVisibilityAuto: true }));

  await expect.poll(isDrawn).toBe(false);
  await page.keyboard.press("j");
  await page.keyboard.press("End");

  await expect.poll(isDrawn).toBe(true);
  expect(await focusedName(page)).toBe((await names(page).last().textContent())?.trim());
});

describe("the keyboard", () => {
  test("walks the rows, opens one, and finds it focused again on the way back", async () => {
    const { page, complaints } = await openList("/?q=gateway");
    await expect.poll(() => names(page).count()).toBeLessThan(46);

    await page.keyboard.press("j");
    const first = await focusedName(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("k");
    expect(await focusedName(page)).toBe(first);
    await page.keyboard.press("Enter");
    await page.locator(".headline").waitFor();
    await page.goBack();

    await fleetLink(page).waitFor();
    await expect.poll(() => focusedName(page)).toBe(first);
    expect(new URL(page.url()).searchParams.get("q")).toBe("gateway");
    expect(await page.getByRole("searchbox").first().inputValue()).toBe("gateway");
    expect(complaints).toEqual([]);
  });

  test("reaches the text filter and the list of keys", async () => {
    const { page } = await openList();

    await page.keyboard.press("/");
    await page.keyboard.type("spooler?");
    expect(await page.getByRole("searchbox").first().inputValue()).toBe("spooler?");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");

    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await violations(page).catch((error: unknown) => [String(error)])).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });

  test("opens a run set into its parts", async () => {
    const { page } = await openList();
    await fleetLink(page).focus();

    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.getByRole("link", { name: /Run \d of 5/ }).count()).toBe(5);
    await page.keyboard.press("ArrowLeft");

    await expect.poll(() => page.getByRole("link", { name: /Run \d of 5/ }).count()).toBe(0);
  });
});

describe("the filters", () => {
  test("typing an instance id says that the command name has no effect", async () => {
    const { page } = await openList();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByLabel("Command name").fill("deploy");
    expect(await page.getByText("CommandName has no effect").count()).toBe(0);

    await page.getByLabel("Instance id").pressSequentially("i-bp1");

    await page.getByText("InstanceId is set, so CommandName has no effect.").waitFor();
  });

  test("a filter that the service would refuse is not sent, and is marked", async () => {
    const { page } = await openList();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("button", { name: /Add tag/ }).click();
    await page.getByLabel("Key of tag 1").fill("acs:team");
    const before = page.url();

    await page.getByRole("button", { name: "Apply filters" }).click();

    await page.getByText("The service would refuse this request").first().waitFor();
    expect(page.url()).toBe(before);
    expect(await page.getByLabel("Key of tag 1").getAttribute("aria-invalid")).toBe("true");
  });

  test("the service's answer to a filter is the list, and the way back undoes it", async () => {
    const { page } = await openList();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByLabel("Command type").selectOption("RunBatScript");
    await page.getByRole("button", { name: "Apply filters" }).click();

    await expect.poll(() => new URL(page.url()).searchParams.get("CommandType")).toBe("RunBatScript");
    await page.getByRole("link", { name: "restart-spooler" }).first().waitFor();
    await expect.poll(() => page.getByRole("link", { name: "nightly-backup" }).count()).toBe(0);
    await page.goBack();

    await fleetLink(page).waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  test("status chips keep what has the status", async () => {
    const { page } = await openList();
    const chip = page.locator('button.chip[data-status="Scheduled"]');
    await chip.waitFor();
    const told = Number(await chip.locator(".n").textContent());

    await chip.click();

    await expect.poll(() => names(page).count()).toBe(told);
    expect(new URL(page.url()).searchParams.get("status")).toBe("Scheduled");
  });

  test("reading stops and goes on where it stopped", async () => {
    const { page } = await openList();
    await page.getByRole("button", { name: "Load all" }).click();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.locator("span", { hasText: /Paused after \d+ pages/ }).waitFor();

    await page.getByRole("button", { name: "Load all" }).click();

    await page.getByText("All 1,000 loaded").waitFor({ timeout: 45_000 });
  });

  test("another region is in the links, and a link brings its region", async () => {
    const inBeijing = JSON.stringify({
      RequestId: "1",
      Invocations: { Invocation: [{ InvokeId: "t-bj01" }] },
    });
    const { page } = await openList("/", {
      // The simulator's account has runs in one region.
      prepare: (page) =>
        page.route("**/api/v1/**", (route) => {
          const { RegionId } = route.request().postDataJSON() as { RegionId?: string };
          return RegionId === "cn-beijing"
            ? route.fulfill({ contentType: "application/json", body: inBeijing })
            : route.continue();
        }),
    });

    await page.getByLabel("Region").selectOption("cn-beijing");

    await expect.poll(() => new URL(page.url()).searchParams.get("region")).toBe("cn-beijing");
    await expect.poll(() => names(page).count()).toBe(1);
    const address = await names(page).getAttribute("href");
    expect(address).toBe("/runs/t-bj01?region=cn-beijing");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByLabel("Region").selectOption("cn-hangzhou");
    await fleetLink(page).waitFor();
    await page.evaluate((path) => history.pushState(undefined, "", path), address);
    await page.reload();

    await expect.poll(() => page.getByLabel("Region").inputValue()).toBe("cn-beijing");
  });
});

describe("a saved answer", () => {
  test("is dropped on the page and shown without a call", async () => {
    const { page, complaints } = await openList();
    const calls: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.startsWith("/api/")) calls.push(request.url());
    });

    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "answer.json", { type: "application/json" }));
      document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, sample);

    await page.locator(".headline").filter({ hasText: "1 instance" }).waitFor();
    await page.getByText("Saved answer: answer.json").waitFor();
    expect(calls).toEqual([]);
    await page.getByRole("button", { name: "Back to the account" }).click();
    await fleetLink(page).waitFor();
    expect(complaints).toEqual([]);
  });

  test("is pasted, and stands apart from the account's runs", async () => {
    const { page } = await openList();
    const two = JSON.stringify([
      { InvokeId: "t-one", CommandName: "first of the file", InvokeInstances: { InvokeInstance: [] } },
      { InvokeId: "t-two", CommandName: "second of the file", InvokeInstances: { InvokeInstance: [] } },
    ]);

    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, two);

    await page.getByText("Saved answer: the clipboard").waitFor();
    expect((await names(page).allTextContents()).sort()).toEqual(["first of the file", "second of the file"]);
  });

  test("an export is exactly what is filtered, and opens again", async () => {
    const { page } = await openList();
    await page.getByRole("searchbox").first().fill("gateway");
    await expect.poll(() => names(page).count()).toBeLessThan(46);
    const shown = await names(page).allTextContents();

    const csv = await exported(page, /CSV/);
    const ndjson = await exported(page, /NDJSON/);

    expect(csv.trim().split("\r\n").length - 1).toBe(shown.length);
    await page.locator("input[type=file]").setInputFiles({
      name: "runs.ndjson",
      mimeType: "application/x-ndjson",
      buffer: Buffer.from(ndjson),
    });
    await page.getByText("Saved answer: runs.ndjson").waitFor();
    if (shown.length === 1) await page.locator(".headline").waitFor();
    else expect(await names(page).allTextContents()).toEqual(shown);
  });
});

async function exported(page: Page, kind: RegExp): Promise<string> {
  await page.locator("summary").filter({ hasText: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: kind }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

describe("looks", () => {
  const looks: [string, Parameters<Stage["open"]>[1]][] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
    ["360 px", { viewport: { width: 360, height: 800 } }],
    ["Chinese", { locale: "zh-CN" }],
  ];
  test.each(looks)("axe finds nothing with the form and a run set open: %s", async (_, options) => {
    const { page } = await openList("/?InstanceId=i-bp1rvf4z967im0dkxccp&CommandName=deploy", {
      ...options,
      bypassCSP: true,
    });
    await page.locator("#filters").click();
    await page.locator("invoscope-list-filter form").waitFor();
    const withForm = await violations(page);
    await page.goto(stage.url);
    await fleetLink(page).waitFor();
    await page.locator("button[data-set]").first().click();

    expect([...withForm, ...(await violations(page))]).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe("100,000 invocations", () => {
  test("a keystroke is on screen within 100 ms", async () => {
    const { page } = await openList();
    await page.evaluate(() => {
      const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
      const { current } = list as unknown as { current: { list: { ingest(body: Uint8Array): void } } };
      const run = (n: number) => ({
        InvokeId: `t-many${n}`,
        CommandId: `c-${n % 300}`,
        CommandName: `job ${n % 300} of team ${n % 7}`,
        CreationTime: new Date(1.7e12 + n * 60_000).toISOString(),
        InvocationStatus: n % 17 === 0 ? "Failed" : "Success",
        InvokeInstances: {
          InvokeInstance: [{ InstanceId: `i-${n}`, InvocationStatus: n % 17 === 0 ? "Failed" : "Success" }],
        },
      });
      const Invocation = Array.from({ length: 100_000 }, (_, n) => run(n));
      const body = JSON.stringify({ RequestId: "many", Invocations: { Invocation } });
      current.list.ingest(new TextEncoder().encode(body));
    });
    await page
      .getByText(/of 100,0\d\d|Showing 200 of/)
      .first()
      .waitFor({ timeout: 20_000 });
    await page.waitForTimeout(1000);

    const search = page.getByRole("searchbox").first();
    await search.focus();
    await page.evaluate(() => {
      const slow: number[] = [];
      Object.assign(globalThis, { slow });
      new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries()) if (entry.name === "keydown") slow.push(entry.duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    });
    for (const key of "job 12 of team 3") {
      await page.keyboard.press(key === " " ? "Space" : key);
      await page.waitForTimeout(150);
    }

    const slow = await page.evaluate(() => (globalThis as unknown as { slow: number[] }).slow);
    const sorted = slow.sort((a, b) => a - b);
    console.info("keydown to next paint, ms:", sorted.join(" "));
    expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThan(100);
  });
});
