import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPage, launchChromium, runIds, type Stack, startStack } from "./browser.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ROLLOUT = "发布 web-gateway 4.18.2";
const VIEWS = ["overview", "instances", "search", "timeline", "command", "raw"];

let browser: Browser;
let stack: Stack;
let built: Awaited<ReturnType<typeof buildPage>>;
let ids: ReadonlyMap<string, string>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  built = await buildPage(new URL("./elements/page/", import.meta.url));
  [browser, stack] = await Promise.all([launchChromium(), startStack({ consoleFolder: built.folder })]);
  ids = await runIds(stack);
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await stack.close();
  built.remove();
});

interface Opened {
  readonly page: Page;
  /** Errors, policy violations and dialogs. */
  readonly complaints: string[];
}

/** A page with a viewer on the named run, its attributes from `query`. */
async function open(
  name: string,
  query: Record<string, string> = {},
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The page has no icon; refused calls are what some tests are about.
    if (message.type() === "error" && !/status of \d/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await prepare?.(page);
  const search = new URLSearchParams({ "invoke-id": ids.get(name) ?? name, ...query });
  await page.goto(`${stack.url}?${search}`);
  return { page, complaints };
}

/** Opens the run and waits until its outputs are read. */
async function openRead(...args: Parameters<typeof open>): Promise<Opened> {
  const opened = await open(...args);
  await opened.page
    .locator("invoscope-refresh")
    .getByText(/Finished|已结束|Live|实时/)
    .waitFor();
  return opened;
}

const rows = (page: Page): Locator => page.locator("invoscope-instances .row.body");
const output = (page: Page): Locator => page.locator("aside invoscope-output");

/** What axe finds, shortened to what a reader of the failure needs. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // The page is a frame for the element: landmarks and headings are those of its host page.
    const { violations } = await (
      globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: AxeViolation[] }> } }
    ).axe.run({ rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(" ")} ${node.html.slice(0, 120)}`),
    );
  });
}

interface AxeViolation {
  id: string;
  nodes: { target: (string | string[])[]; html: string }[];
}

describe("the first screen", () => {
  test("says how many failed, in how many ways, where, why and what to do, without a click or a scroll", async () => {
    const { page, complaints } = await openRead(ROLLOUT);

    const headline = page.getByText(
      "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated",
    );
    await expect.poll(() => headline.first().isVisible()).toBe(true);
    const families = page.locator("li.family");
    expect(await families.count()).toBe(3);
    expect(await families.locator("h3").allTextContents()).toEqual([
      "Disk is full",
      "Agent does not respond",
      "Execution timed out",
    ]);
    expect(await families.nth(0).locator(".chip.instance").count()).toBe(4);
    expect(await families.nth(0).locator(".decisive").textContent()).toContain("No space left on device");
    expect(await families.nth(0).locator(".fix").textContent()).toContain(
      "Clear logs and caches or grow the disk",
    );
    const last = await families.nth(2).locator(".fix").boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(900);
    expect(complaints).toEqual([]);
  });

  test("shows the largest family on a phone, in Chinese, and needs no sideways scroll", async () => {
    const { page } = await openRead(ROLLOUT, { locale: "zh-CN" }, { viewport: { width: 390, height: 844 } });

    await page.getByText("7 台失败（3 种原因）").first().waitFor();
    const fix = await page.locator("li.family .fix").first().boundingBox();
    expect((fix?.y ?? 0) + (fix?.height ?? 0)).toBeLessThan(844);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("shows a disagreement between the reported and the derived status", async () => {
    const { page } = await openRead("CommandTestName");

    expect(await page.locator("invoscope-run-header .notice").textContent()).toContain(
      "reports “Running”, but its instances say “Success”",
    );
  });

  test("prints a status that is not documented unchanged, and never as a success", async () => {
    const { page } = await openRead("scan-host");

    await page.getByText("Quarantined").first().waitFor();
    expect(await page.locator("invoscope-run-header .is-success").count()).toBe(0);
  });

  test("proposes the set that a single run belongs to, and opens it", async () => {
    const set = ids.get(ROLLOUT) ?? "";
    const { page } = await open(set.split(",")[0] ?? "");

    const whole = page.getByRole("button", { name: "Open all 5 as one" });
    expect(await whole.getAttribute("title")).toBe("This run is one of 5 that were started together.");
    await whole.click();
    await page.getByText("500 instances: 493 succeeded").first().waitFor();
    const places = await page.evaluate(() => (globalThis as unknown as { places: unknown[] }).places);
    expect(places).toEqual([{ runId: set }]);
  });
});

describe("instances", () => {
  test("the failed part of the bar leads to exactly the seven", async () => {
    const { page } = await openRead(ROLLOUT);

    await page.locator("invoscope-run-header .bar button[data-outcome=failed]").click();

    await expect.poll(() => rows(page).count()).toBe(7);
    expect(await page.getByLabel("Filter the instances").inputValue()).toBe("is:failed");
    const places = await page.evaluate(() => (globalThis as unknown as { places: unknown[] }).places);
    expect(places).toEqual([{ view: "instances", filter: "is:failed" }]);
  });

  test("all five hundred are in the page, so that the browser's own search finds them", async () => {
    const { page } = await openRead(ROLLOUT, { view: "instances" });

    await expect.poll(() => rows(page).count()).toBe(500);
    await page.getByLabel("Filter the instances").fill("timeout");
    await expect.poll(() => rows(page).count()).toBe(1);
  });

  test("of another order no row of the one before is seen", async () => {
    const { page } = await openRead(ROLLOUT, { view: "instances" });
    await expect.poll(() => rows(page).count()).toBe(500);

    await page.locator("invoscope-instances .row.head button").nth(1).click();

    const shown = await page
      .locator("invoscope-instances")
      .evaluate((table) =>
        [...(table.shadowRoot?.querySelectorAll(".row.body") ?? [])]
          .filter((row) => row.checkVisibility())
          .map((row) => row.getAttribute("data-instance") ?? ""),
      );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toEqual([...shown].sort());
    await expect.poll(() => rows(page).filter({ visible: true }).count(), { timeout: 5_000 }).toBe(500);
  });

  test("a list that is narrowed and widened again is as small as it was", async () => {
    const { page } = await openRead(ROLLOUT, { view: "instances" });
    const filter = page.getByLabel("Filter the instances");
    const nodes = () =>
      page
        .locator("invoscope-instances [role=rowgroup]")
        .evaluateAll((groups) => groups.reduce((sum, { childNodes }) => sum + childNodes.length, 0));
    const narrowAndWiden = async (): Promise<void> => {
      await filter.fill("is:failed");
      await expect.poll(() => rows(page).count()).toBe(7);
      await filter.fill("");
      await expect.poll(() => rows(page).count()).toBe(500);
    };
    await narrowAndWiden();
    const before = await nodes();

    for (let times = 0; times < 3; times++) await narrowAndWiden();

    expect(await nodes()).toBe(before);
  });

  test("an output unfolds in place, and the host's names stand beside the ids", async () => {
    const labels = JSON.stringify({ "i-bp1rvf4z967im0dkxccp": "web-01" });
    const { page } = await openRead(ROLLOUT, { view: "instances", filter: "is:failed", labels });

    await page.getByRole("button", { name: "Show the output of web-01" }).click();

    const text = page.locator("invoscope-instances invoscope-output .lines");
    await expect.poll(() => text.textContent()).toContain("No space left on device");
  });
});

describe("outputs", () => {
  test("a deciding line opens at its place", async () => {
    const { page } = await openRead(ROLLOUT);

    await page.locator("li.family .lines").nth(1).click();

    await expect.poll(() => output(page).locator(".line.now .text").textContent()).toContain("(57 s)");
    const line = page.locator("aside .line.now");
    await expect.poll(async () => (await line.boundingBox())?.y ?? 0).toBeLessThan(900);
  });

  test("the hole of a truncated output is drawn where bytes are missing", async () => {
    const { page } = await openRead(ROLLOUT, { view: "instances", filter: "is:truncated" });

    await rows(page).locator("button.id").first().click();

    const hole = output(page).locator(".hole");
    await hole.waitFor();
    // How much is missing is said once.
    expect(await hole.textContent()).toMatch(
      /^\s*about \d+ KB missing in the middle, behind about the first 6 to 8 KB; the end is complete\s*$/,
    );
    expect(await hole.evaluate((node) => node.nextElementSibling?.className)).toContain("line");
    expect(await output(page).locator(".line").count()).toBeGreaterThan(300);
  });

  test("mojibake is offered for repair, and repaired only then", async () => {
    const { page } = await openRead("安装系统补丁", { view: "instances" });
    await rows(page).locator("button.id").first().click();
    const text = output(page).locator(".lines");
    const before = await text.textContent();

    await output(page).getByRole("button", { name: "Show repaired" }).click();

    await expect.poll(() => text.textContent()).toContain("安装成功");
    expect(before).not.toContain("安装成功");
  });

  test("hostile names and outputs are text", async () => {
    const { page, complaints } = await openRead("<img src=x onerror=alert(1)>", { view: "instances" });

    await rows(page).locator("button.id").first().click();

    await expect.poll(() => output(page).locator(".lines").textContent()).toContain("<script>alert");
    expect(await page.locator("invoscope-run-header h1").textContent()).toBe("<img src=x onerror=alert(1)>");
    expect(await output(page).locator(".invisible").first().getAttribute("data-code")).toBe("U+202E");
    expect(await page.locator("img, script:not([type=module])").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("a search over all outputs counts, and leads to the line", async () => {
    const { page } = await openRead(ROLLOUT, { view: "search" });

    await page.getByLabel("Search in all outputs").fill("rolled back to [0-9.]+");
    await page.getByText("No output has a match.").waitFor();
    await page.getByRole("button", { name: "Expression" }).click();
    await page.getByText("4 matches in 4 of 500 outputs").waitFor();
    await page.locator("invoscope-search .hit").first().click();

    await expect.poll(() => output(page).locator(".line.now .text").textContent()).toContain("rolled back");
  });
});

describe("keys", () => {
  test("n and p go through the failures, Escape closes, ? helps, / searches", async () => {
    const { page } = await openRead(ROLLOUT);
    const name = page.locator("aside h2");

    await page.keyboard.press("n");
    await expect.poll(() => name.textContent()).toBe("i-bp1rvf4z967im0dkxccp");
    await page.keyboard.press("n");
    await expect.poll(() => name.textContent()).toBe("i-bp1s2fg07vzs6s293hjl");
    await page.keyboard.press("p");
    await expect.poll(() => name.textContent()).toBe("i-bp1rvf4z967im0dkxccp");
    await page.keyboard.press("Escape");
    await expect.poll(() => name.count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await expect
      .poll(() => page.getByLabel("Search in all outputs").evaluate((box) => box.matches(":focus")))
      .toBe(true);
    await page.keyboard.type("n/p");
    expect(await page.getByLabel("Search in all outputs").inputValue()).toBe("n/p");
  });

  test("the way from the headline to a failing line needs no mouse", async () => {
    const { page } = await openRead(ROLLOUT);
    const bar = page.locator("invoscope-run-header .bar button").first();

    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      if (await bar.evaluate((button) => button.matches(":focus-visible"))) break;
    }
    await page.keyboard.press("Enter");
    await expect.poll(() => rows(page).count()).toBe(7);
    await rows(page).locator("button.expand").first().focus();
    await page.keyboard.press("Enter");

    const text = page.locator("invoscope-instances invoscope-output .lines");
    await expect.poll(() => text.textContent()).toContain("No space left on device");
  });
});

describe("states", () => {
  const refuse =
    (status: number, body: string, headers: Record<string, string> = {}) =>
    (page: Page) =>
      page.route("**/api/v1/**", (route) =>
        route.fulfill({ status, body, headers: { "content-type": "application/json", ...headers } }),
      );

  test("a run that is not there says what may have happened", async () => {
    const { page } = await open("t-hz0nosuchrun");

    await page.getByRole("heading", { name: "No such run" }).waitFor();
    await page.getByText("kept for about four weeks").waitFor();
  });

  test("a missing permission shows the policy to ask for", async () => {
    const body = JSON.stringify({ Code: "Forbidden.RAM", Message: "User not authorized", RequestId: "R" });
    const { page } = await open(ROLLOUT, {}, {}, refuse(403, body));

    await page.getByText("ecs:DescribeInvocationResults").waitFor();
  });

  test("a malformed answer shows its place in a report that can be copied", async () => {
    const { page } = await open(ROLLOUT, {}, {}, async (opened) => {
      await opened.route("**/api/v1/**", (route) =>
        route.fulfill({ status: 400, body: '{"Invocations":{"Invo' }),
      );
    });

    await page.getByRole("heading", { name: "The answer could not be read" }).waitFor({ timeout: 30_000 });
    expect(await page.locator(".problem pre").textContent()).toMatch(/code: json-syntax[\s\S]*offset: \d+/);
  });

  test("a browser without the module says so", async () => {
    const { page } = await open(ROLLOUT, {}, {}, (opened) =>
      opened.route("**/*.wasm", (route) => route.abort()),
    );

    await page.getByRole("heading", { name: "This browser cannot run the viewer" }).waitFor();
  });

  test("a live run shows when it is asked next, and pauses", async () => {
    const { page } = await open("nightly-backup");

    await page.getByText(/next refresh in \d+ s|refreshing/).waitFor();
    await page.getByText(/\d+ calls left this minute/).waitFor();
    await page.getByRole("button", { name: "Pause refreshing" }).click();
    await page.getByText("Paused").waitFor();
  });
});

describe("accessibility", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on any view, ${colorScheme}`, { timeout: 120_000 }, async () => {
      const found: string[] = [];
      for (const view of VIEWS) {
        const { page } = await openRead(ROLLOUT, { view }, { colorScheme, bypassCSP: true });
        found.push(...(await axe(page)).map((text) => `${view} ${text}`));
      }
      const { page } = await openRead(
        ROLLOUT,
        { instance: "i-bp1rvf4z967im0dkxccp", line: "4" },
        { colorScheme, bypassCSP: true },
      );
      found.push(...(await axe(page)).map((text) => `instance ${text}`));

      expect(found).toEqual([]);
    });
  }

  test("a screen reader is told the headline once", async () => {
    const { page } = await openRead(ROLLOUT);

    const live = page.locator("invoscope-viewer > [aria-live=polite], invoscope-viewer [aria-live=polite]");
    expect(await live.count()).toBe(1);
    expect(await live.textContent()).toContain("7 failed in 3 ways");
  });
});
