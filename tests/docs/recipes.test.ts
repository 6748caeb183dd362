import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InvocationClient, InvocationStore, type RunRow } from "invoscope";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "../browser/browser.ts";
import { run } from "../package/support/run.ts";
import { blocksFor } from "./support/blocks.ts";
import { type DocsProject, layProject } from "./support/project.ts";
import { type Stage, startStage, TOKEN } from "./support/stage.ts";

let project: DocsProject;
let stage: Stage;
let browser: Browser;
let account: InvocationStore;

/** What every page of this project says of the account's rollout. */
const HEADLINE = "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated";

beforeAll(async () => {
  project = await layProject({ tarball: inject("tarball"), unpacked: inject("unpacked") });
  [stage, browser] = await Promise.all([startStage(join(project.folder, "out")), launchChromium()]);
  account = await firstPage();
}, 300_000);

afterAll(async () => {
  await Promise.all([browser?.close(), stage?.close()]);
});

/** The newest runs of the account. */
async function firstPage(): Promise<InvocationStore> {
  const client = new InvocationClient({
    endpoint: `${stage.url}programs`,
    regionId: "cn-hangzhou",
    token: TOKEN,
  });
  const store = new InvocationStore();
  const page = await client.page({ MaxResults: 50 });
  store.ingest(page.body, { includeOutput: false });
  return store;
}

/** The id of the first run of which that is true. */
function runThat(is: (run: RunRow) => boolean): string {
  return account.list({ ungrouped: true }).rows.find(is)?.id ?? expect.fail("the account has no such run");
}

/** The ids of the run of 500 instances. */
function rollout(): string {
  const row = account.list({}).rows.find(({ counts }) => counts.total === 500);
  return row?.id ?? expect.fail("the account has no rollout");
}

test("every block is what the compiler expects", async () => {
  const tsc = join(project.folder, "node_modules", "typescript", "bin", "tsc");
  await run(process.execPath, [tsc, "-p", ".", "--pretty", "false"], project.folder);
});

describe("Node prints what the page shows", () => {
  test.each(blocksFor("node").map(({ where, recipe }, index) => [where, recipe, index] as const))(
    "%s %s",
    async (_, __, index) => {
      const recipe = project.node[index];
      const env = { INVOSCOPE_ENDPOINT: `${stage.url}programs`, INVOSCOPE_TOKEN: TOKEN, NO_COLOR: "1" };

      const printed = await run(process.execPath, [recipe?.file ?? ""], project.folder, env);

      expect(printed).toBe(recipe?.output);
    },
  );
});

/** A recipe in Chromium: `show` the page with a query, then look. */
interface Visit {
  readonly page: Page;
  show(query?: Readonly<Record<string, string>>): Promise<void>;
}

/** The viewer is there with the run, and tells the host page where it goes. */
async function showsAndFollows({ page, show }: Visit): Promise<void> {
  await show({ run: rollout() });
  await page.locator(".headline", { hasText: HEADLINE }).waitFor();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await page.getByText("You are at: timeline").waitFor();
}

/** What has to be seen of each page, by the heading of its recipe. */
const PAGES: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  async "embed-the-viewer"({ page, show }) {
    await show();
    // The id is an example's; the simulator's are its own.
    await page
      .locator("invoscope-viewer")
      .evaluate((viewer, id) => viewer.setAttribute("invoke-id", id), rollout());
    await page.locator(".headline", { hasText: HEADLINE }).waitFor();
  },
  react: showsAndFollows,
  vue: showsAndFollows,
  async "polling-events-or-both"({ page, show }) {
    const moving = runThat(({ counts }) => counts.running > 0);
    const [instance] = account.instances(moving, { outcomes: ["running"] }).rows;
    const { commandId, commandName } = account.run(moving);
    await show({ run: moving });
    await page.waitForFunction("document.title.includes('running')");
    const data = {
      commandId,
      commandName,
      exitCode: "0",
      finishTime: new Date().toISOString(),
      instanceId: instance?.instanceId,
      invocationStatus: "Success",
    };
    stage.publish(JSON.stringify({ type: "ecs:CloudAssistant:TaskCompleted", data }));
    await page.getByText("event: updated").waitFor();

    await show({ run: runThat(({ counts }) => counts.success === counts.total) });
    await page.getByText("finished: 1").waitFor();
  },
  async "links-and-names"({ page, show }) {
    const run = rollout();
    const [failed] = account.instances(run, { outcomes: ["failed"] }).rows;
    const instance = failed?.instanceId ?? "";
    stage.inventory = { [instance]: "web-042" };
    await show({ run, view: "instances", filter: "is:failed", instance });
    await page.getByRole("tab", { name: "实例", selected: true }).waitFor();
    await page.getByText("web-042").first().waitFor();
    await page.getByRole("tab", { name: "时间线" }).click();
    await page.waitForURL(/view=timeline/);
  },
  async "saved-answers-and-offline-capsules"({ page, show }) {
    const headline = "6 instances: 3 succeeded, 3 failed in 2 ways";
    await show();
    await page.locator("input[type=file]").first().setInputFiles(join(project.folder, "answer.json"));
    await page.locator(".headline", { hasText: headline }).waitFor();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Capsule/ }).click(),
    ]);
    const capsule = join(project.folder, "capsule.html");
    await download.saveAs(capsule);

    const disk = await browser.newContext({ offline: true, locale: "en" });
    const opened = await disk.newPage();
    await opened.goto(pathToFileURL(capsule).href);
    await opened.locator(".headline", { hasText: headline }).waitFor();
    await disk.close();
  },
  async "a-page-that-opens-sooner"({ page, show }) {
    await show();
    await page.getByRole("link", { name: /web-gateway/ }).waitFor();
    const askedBy = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.name.endsWith(".wasm"))
        .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
    );
    expect(askedBy).toEqual(["link"]);
  },
  async "a-web-worker"({ page, show }) {
    await show();
    const answer = readFileSync(join(project.folder, "answer.json"), "utf8");
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "answer.json"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    }, answer);
    await page.getByText("6 instances: 3 succeeded, 3 failed in 2 ways").waitFor();
  },
};

describe("Chromium shows what the page describes", () => {
  const recipes = [...new Set(blocksFor("page").map(({ recipe }) => recipe))];

  beforeAll(() => {
    const vite = join(project.folder, "node_modules", "vite", "bin", "vite.js");
    return run(process.execPath, [vite, "build"], project.folder);
  }, 120_000);

  test("of every recipe", () => {
    expect(Object.keys(PAGES).sort()).toEqual([...recipes].sort());
  });

  test.each(recipes)("%s", async (recipe) => {
    const page = await browser.newPage({ locale: "en" });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.setDefaultTimeout(20_000);
    try {
      const show = async (query: Readonly<Record<string, string>> = {}): Promise<void> => {
        await page.goto(`${stage.url}${recipe}/?${new URLSearchParams(query)}`);
      };
      await PAGES[recipe]?.({ page, show });
      expect(complaints).toEqual([]);
    } catch (error) {
      throw new Error([String(error), ...complaints].join("\n"));
    } finally {
      if (process.env.DOCS_SCREENSHOTS !== undefined) {
        await page.screenshot({ path: join(process.env.DOCS_SCREENSHOTS, `${recipe}.png`) });
      }
      await page.close();
    }
  });
});
