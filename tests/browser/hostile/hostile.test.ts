import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage, type Watched } from "../console-stage.ts";
import {
  ADDRESS,
  BIDI,
  COMMAND,
  HOMOGLYPH,
  hostileAnswer,
  hostileRefusal,
  INHERITED_ID,
  INSTANCE_ID,
  INVOKE_ID,
  LONG_ID,
  LONG_LINE,
  MARKUP,
  ZERO_WIDTH,
} from "./answers.ts";
import { lookThrough } from "./look.ts";

/** Far above what it takes on a busy machine, far below what anything takes that grows with the line's square. */
const LONGEST_TASK_MS = 5_000;

const VIEWS = ["overview", "instances", "search", "timeline", "command", "raw"];

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage.close());

const opened: Page[] = [];
// A page that is left open goes on asking.
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});

/** Opens a path where every call is answered with attacks. */
async function open(path: string, locale = "en"): Promise<Watched> {
  return stage.open(path, {
    locale,
    permissions: ["clipboard-read", "clipboard-write"],
    prepare: async (page: Page) => {
      opened.push(page);
      page.setDefaultTimeout(20_000);
      // The name that every attack calls.
      await page.addInitScript(() => {
        Object.assign(globalThis, { executed: [] as string[], longTasks: [] as number[] });
        const { executed, longTasks } = globalThis as unknown as { executed: string[]; longTasks: number[] };
        Object.assign(globalThis, { canary: (from: string) => executed.push(from) });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longTasks.push(duration);
        }).observe({ entryTypes: ["longtask"] });
      });
      await page.route("**/api/v1/**", (route) => {
        const request = route.request().postDataJSON() as Record<string, unknown>;
        return route.fulfill({ contentType: "application/json", body: hostileAnswer(request) });
      });
    },
  });
}

async function openRun(query = "", locale = "en"): Promise<Watched> {
  const watched = await open(`/runs/${INVOKE_ID}${query}`, locale);
  await watched.page.locator("invoscope-run-header .headline").waitFor();
  await watched.page
    .locator("invoscope-refresh")
    .getByText(/Live|Finished|实时|已结束/)
    .waitFor();
  return watched;
}

async function expectHarmless({ page, complaints }: Watched): Promise<void> {
  const executed = await page.evaluate(() => (globalThis as unknown as { executed: string[] }).executed);
  expect(executed).toEqual([]);
  // Policy violations, those of Trusted Types among them, errors and dialogs.
  expect(complaints).toEqual([]);
  expect(await lookThrough(page)).toEqual({ markup: [], hidden: [] });
}

test("the look finds what it looks for", async () => {
  const { page } = await stage.open("/", { bypassCSP: true });
  await page.evaluate((bidi) => {
    const image = document.createElement("img");
    image.setAttribute("onerror", "1");
    const link = document.createElement("a");
    link.setAttribute("href", "javascript:1");
    link.title = bidi;
    link.textContent = bidi;
    document.body.append(image, link);
  }, BIDI);

  const { markup, hidden } = await lookThrough(page);

  expect(markup).toHaveLength(3);
  expect(hidden).toHaveLength(2);
});

describe("nothing is executed and nothing hides", () => {
  test.each(["en", "zh-CN"])("in the list, %s", async (locale) => {
    const watched = await open("/", locale);
    await watched.page.locator("invoscope-list a.name").first().waitFor();

    await watched.page.locator("#search").fill("admin");
    await watched.page.locator("#search").fill("");
    await expectHarmless(watched);
  });

  test.each(VIEWS)("in the view %s", async (view) => {
    const watched = await openRun(`?view=${view}`);
    const { page } = watched;
    await page.locator("[role=tabpanel]").waitFor();
    for (const summary of await page.locator("invoscope-viewer details > summary").all()) {
      await summary.click({ timeout: 1_000 }).catch(() => undefined);
    }
    if (view === "search") {
      await page.locator("invoscope-search input").fill("canary");
      await page.locator("invoscope-search mark").first().waitFor();
    }
    if (view === "overview") {
      await page
        .getByRole("button", { name: /Compare/ })
        .first()
        .click();
    }

    await expectHarmless(watched);
  });

  test("in an output and the fields beside it", async () => {
    const watched = await openRun(`?instance=${INSTANCE_ID}`);
    await watched.page.locator("aside invoscope-output .line").first().waitFor();
    await watched.page.locator("aside details > summary").first().click();

    await expectHarmless(watched);
    // What is drawn for it is there.
    const codes = await watched.page
      .locator("aside invoscope-output .invisible")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-code")));
    expect(codes).toEqual(
      expect.arrayContaining(["U+202E", "U+202C", "U+200B", "U+FEFF", "U+3164", "U+E0041"]),
    );
  });

  test("in a refusal, of the list and of a run", async () => {
    for (const path of ["/", "/runs/t-other"]) {
      const watched = await stage.open(path, {
        prepare: (page) =>
          page.route("**/api/v1/**", (route) =>
            route.fulfill({ status: 403, contentType: "application/json", body: hostileRefusal() }),
          ),
      });
      await watched.page.getByRole("alert").first().waitFor();

      const { complaints } = watched;
      expect(complaints.filter((text) => !/status of 403/.test(text))).toEqual([]);
      expect(await lookThrough(watched.page)).toEqual({ markup: [], hidden: [] });
    }
  });

  test("in a hostile address", async () => {
    const id = encodeURIComponent(`t-${MARKUP}${BIDI}`);
    const path = `/runs/${id}?view=${encodeURIComponent(ADDRESS)}&filter=${id}&instance=${id}`;
    // The server answers no such path; a link within the page is one all the same.
    const watched = await open("/");
    await watched.page.locator("invoscope-list a.name").first().waitFor();
    await watched.page.evaluate((address) => {
      history.pushState(undefined, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await watched.page.getByRole("alert").first().waitFor();

    await expectHarmless(watched);
  });

  test.each(VIEWS)("in the view %s of a run named as every object's members are", async (view) => {
    const watched = await open(`/runs/${INHERITED_ID}?view=${view}`);
    await watched.page.locator("invoscope-run-header .headline").waitFor();
    await watched.page.getByText("__proto__").first().waitFor();

    await expectHarmless(watched);
    await watched.page.locator("invoscope-run-header").getByText("constructor").first().waitFor();
  });
});

describe("what leaves the page is the text itself", () => {
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("a copied command", async () => {
    const { page } = await openRun("?view=command");

    await page.locator("invoscope-command invoscope-copy button").first().click();

    await expect.poll(() => clipboard(page)).toBe(COMMAND);
  });

  test("an exported output, and a table that no spreadsheet runs", async () => {
    const { page } = await openRun(`?filter=${INSTANCE_ID}&view=instances`);
    const saved = async (name: RegExp): Promise<string> => {
      const opener = page.locator("invoscope-export button").first();
      if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("invoscope-export").getByRole("button", { name }).click(),
      ]);
      return readFileSync(await download.path(), "utf8");
    };

    const ndjson = await saved(/NDJSON/);
    const csv = await saved(/CSV/);

    const [run] = JSON.parse(ndjson.split("\n")[0] ?? "").Invocations.Invocation;
    const [instance] = run.InvokeInstances.InvokeInstance;
    expect(instance).toMatchObject({
      InstanceId: INSTANCE_ID,
      ErrorCode: expect.stringContaining(`${BIDI} ${ZERO_WIDTH} ${MARKUP}`),
    });
    expect(Buffer.from(instance.Output, "base64").toString()).toContain(HOMOGLYPH);
    expect(csv).toContain(BIDI);
    for (const cell of csv.match(/(?<=^|,)"?[=+\-@]/gm) ?? []) expect(cell).toBe("");
  });
});

test("what control characters erased can be shown", async () => {
  const { page } = await openRun(`?instance=${INSTANCE_ID}`);
  const first = page.locator("aside invoscope-output .line .text").first();
  await first.waitFor();

  await page.locator("aside invoscope-output #controls").click();

  await expect.poll(() => first.textContent()).toContain("⟨U+001B⟩]8;;javascript:canary('osc')⟨U+0007⟩click");
  expect(await lookThrough(page)).toEqual({ markup: [], hidden: [] });
});

test("a line of a mebibyte leaves the page fluent", async () => {
  const { page } = await openRun();
  await page.goto(new URL(`/runs/${INVOKE_ID}?instance=${LONG_ID}`, stage.url).href);
  const line = page.locator("aside invoscope-output .line .text").first();
  await line.waitFor();
  await page.waitForTimeout(500);
  expect((await line.textContent())?.length).toBe(LONG_LINE.length);
  const opening = await longTasks(page);
  /** From a key or a click to what it changes on screen. */
  const untilPainted = (act: () => Promise<void>): Promise<number> => timed(page, act);
  const wrap = page.locator("aside invoscope-output").getByRole("button", { name: "Wrap long lines" });

  const unwrapping = await untilPainted(() => wrap.click());
  const wrapping = await untilPainted(() => wrap.click());
  const scrolling = await untilPainted(() => page.keyboard.press("End"));
  const searching = await untilPainted(() => page.keyboard.press("n"));

  console.info("a line of 1 MiB, ms:", { opening, unwrapping, wrapping, scrolling, searching });
  expect(Math.max(...opening, unwrapping, wrapping, scrolling, searching)).toBeLessThan(LONGEST_TASK_MS);
});

describe("of a line of a mebibyte", () => {
  async function openLong(): Promise<Page> {
    const { page } = await openRun(`?view=command&instance=${LONG_ID}`);
    await page.locator("aside invoscope-output .piece").first().waitFor();
    return page;
  }

  const boxes = (page: Page) =>
    page.locator("aside invoscope-output .piece").evaluateAll((pieces) =>
      pieces.map((piece) => ({
        height: piece.getBoundingClientRect().height,
        supposed: Number.parseFloat(getComputedStyle(piece).containIntrinsicHeight.replace("auto ", "")),
      })),
    );

  test("only what is in sight is laid out", async () => {
    const page = await openLong();

    // What is skipped has the height that is supposed of it.
    const laidOut = (await boxes(page)).filter(({ height, supposed }) => Math.abs(height - supposed) > 1);

    expect(await page.locator("aside invoscope-output .piece").count()).toBe(257);
    expect(laidOut.length).toBeGreaterThan(0);
    expect(laidOut.length).toBeLessThan(12);
  });

  test("unwrapped it is as high as any line", async () => {
    const page = await openLong();

    await page.getByRole("button", { name: "Wrap long lines" }).click();

    const line = page.locator("aside invoscope-output .line").first();
    await expect.poll(() => line.evaluate((element) => element.clientHeight)).toBeLessThan(30);
  });

  test("a match at its end is found and shown, and what is selected has no line breaks", async () => {
    const page = await openLong();

    await page.locator("aside invoscope-output input").fill("canary('script')");

    const match = page.locator("aside invoscope-output mark.now");
    await expect.poll(() => match.evaluate((mark) => mark.getBoundingClientRect().height)).toBeGreaterThan(0);
    await expect
      .poll(() => match.evaluate((mark) => mark.checkVisibility({ contentVisibilityAuto: true })))
      .toBe(true);
    const selected = await page.locator("aside invoscope-output .text").evaluate((line) => {
      getSelection()?.selectAllChildren(line);
      return getSelection()?.toString();
    });
    expect(selected).toBe(LONG_LINE);
  });

  test("a comparison lays out what is in sight alone", async () => {
    const { page } = await openRun();
    const family = page.locator("li.family").filter({ hasText: LONG_ID });
    await page.waitForTimeout(500);
    await longTasks(page);

    await family.getByRole("button", { name: "Compare with a success" }).click();
    const line = family.locator("invoscope-diff .line.added").filter({ hasText: LONG_LINE }).first();
    await line.waitFor();
    await page.waitForTimeout(500);

    console.info("a comparison with a line of 1 MiB, ms:", await longTasks(page));
    const pieces = await line.locator(".piece").evaluateAll((all) =>
      all.map((piece) => ({
        height: piece.getBoundingClientRect().height,
        supposed: Number.parseFloat(getComputedStyle(piece).containIntrinsicHeight.replace("auto ", "")),
      })),
    );
    const laidOut = pieces.filter(({ height, supposed }) => Math.abs(height - supposed) > 1);
    expect(pieces.length).toBe(257);
    expect(laidOut.length).toBeLessThan(12);
  });

  test("the overview and a search show where it is, not all of it", async () => {
    const { page } = await openRun("?view=search");
    await page.locator("invoscope-search input").fill("canary('script')");

    const hit = page.locator("invoscope-search .hit").filter({ hasText: "…" }).first();
    await hit.waitFor();

    expect(await hit.locator("mark").textContent()).toBe("canary('script')");
    expect((await hit.textContent())?.length).toBeLessThan(3_000);
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Overview" }).click();
    const line = page.locator("invoscope-families .decisive").filter({ hasText: "0123456789abcdef" }).first();
    expect((await line.textContent())?.length).toBeLessThan(3_000);
  });
});

/** Takes the durations of tasks that blocked the page. */
function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0).map(Math.round),
  );
}

/** How long an act takes until the frame behind it is painted. */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  return Math.round(performance.now() - start);
}
