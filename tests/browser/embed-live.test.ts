/** A run in progress, seen from several tabs, and told of by events. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type FileServer, serveFolder } from "../package/support/serve.ts";
import { buildPage, launchChromium } from "./browser.ts";

/** The event of the ECS user guide, with the ids of the run below. */
const EVENT = {
  source: "acs.ecs",
  type: "ecs:CloudAssistant:TaskCompleted",
  data: {
    commandId: "c-1",
    exitCode: "0",
    finishTime: "2026-11-24T07:39:48Z",
    instanceId: "i-1",
    invocationStatus: "Success",
  },
};

let browser: Browser;
let server: FileServer;
let built: Awaited<ReturnType<typeof buildPage>>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  built = await buildPage(new URL("./embed/", import.meta.url));
  [browser, server] = await Promise.all([launchChromium(), serveFolder(built.folder)]);
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  built?.remove();
});

/** The API page's answer, changed to a run of an instance for each status. */
function answer(statuses: readonly string[], wanted?: unknown): string {
  const page = JSON.parse(
    readFileSync(new URL("../fixtures/answers/invocations_api_page.json", import.meta.url), "utf8"),
  );
  const [run] = page.Invocations.Invocation;
  const [instance] = run.InvokeInstances.InvokeInstance;
  const isOver = statuses.every((status) => status === "Success");
  const overall = isOver ? "Success" : "Running";
  const invocation = {
    ...run,
    InvokeId: "t-1",
    CommandId: "c-1",
    InvocationStatus: overall,
    InvokeStatus: isOver ? "Finished" : "Running",
    RepeatMode: "Once",
    Frequency: "",
    InvokeInstances: {
      InvokeInstance: statuses
        .map((status, index) => ({
          ...instance,
          InstanceId: `i-${index + 1}`,
          InvocationStatus: status,
          InstanceInvokeStatus: status === "Running" ? "Running" : "Finished",
          UpdateTime: status === "Running" ? "2026-11-24T07:39:40Z" : "2026-11-24T07:39:48Z",
        }))
        .filter(({ InstanceId }) => wanted === undefined || wanted === InstanceId),
    },
  };
  return JSON.stringify({ ...page, NextToken: "", TotalCount: 1, Invocations: { Invocation: [invocation] } });
}

interface Account {
  readonly context: BrowserContext;
  /** What is asked, by the tab that asks. */
  readonly calls: { readonly page: Page; readonly body: Record<string, unknown> }[];
  statuses: readonly string[];
}

async function account(): Promise<Account> {
  const context = await browser.newContext({ locale: "en-US" });
  contexts.push(context);
  const own: Account = { context, calls: [], statuses: ["Running", "Running"] };
  await context.route("**/api/v1/**", (route) => {
    const body = route.request().postDataJSON();
    own.calls.push({ page: route.request().frame().page(), body });
    return route.fulfill({ body: answer(own.statuses, body.InstanceId), contentType: "application/json" });
  });
  return own;
}

async function tab({ context }: Account): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const query = { endpoint: "/api/v1", region: "cn-hangzhou", "invoke-id": "t-1" };
  await page.goto(`${server.url}?${new URLSearchParams(query)}`);
  await page.getByText(/next refresh|refreshing/).waitFor();
  return page;
}

const feed = (page: Page, event: unknown): Promise<unknown> =>
  page.evaluate((fed) => {
    const { element } = globalThis as unknown as { element: { feed(event: unknown): unknown } };
    try {
      return element.feed(fed);
    } catch (error) {
      return (error as { code?: string }).code;
    }
  }, event);

describe("a task event", () => {
  test("asks for its instance at once, and for nothing else", async () => {
    const own = await account();
    const page = await tab(own);
    await page.getByText(/next refresh in ([4-9]|\d\d) s/).waitFor();
    const before = own.calls.length;
    own.statuses = ["Success", "Running"];

    expect(await feed(page, EVENT)).toBe("updated");

    await page.getByText("2 instances: 1 succeeded, 1 running").first().waitFor({ timeout: 2000 });
    expect(own.calls.slice(before).map(({ body }) => [body.InvokeId, body.InstanceId])).toEqual([
      ["t-1", "i-1"],
    ]);
  });

  test("a burst asks for no more than it names", async () => {
    const own = await account();
    own.statuses = ["Running", "Running", "Running"];
    const page = await tab(own);
    await page.getByText(/next refresh in ([4-9]|\d\d) s/).waitFor();
    const before = own.calls.length;
    own.statuses = ["Success", "Success", "Running"];

    const other = { ...EVENT, data: { ...EVENT.data, instanceId: "i-2" } };
    await page.evaluate(
      ([one, two]) => {
        const { element } = globalThis as unknown as { element: { feed(event: unknown): unknown } };
        element.feed(one);
        element.feed(two);
      },
      [JSON.stringify(EVENT), other] as const,
    );

    await page.getByText("3 instances: 2 succeeded, 1 running").first().waitFor({ timeout: 3500 });
    const read = own.calls.slice(before).map(({ body }) => body.InstanceId);
    expect(read.sort()).toEqual(["i-1", "i-2"]);
  });

  test("of another run is not taken, what is no event is refused", async () => {
    const page = await tab(await account());

    expect(await feed(page, { ...EVENT, data: { ...EVENT.data, instanceId: "i-9" } })).toBe("not-watched");
    expect(await feed(page, "{}")).toBe("invalid-value");
  });
});

/** Whether a page says of itself that it is hidden: headless Chromium hides none. */
function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("a hidden tab", () => {
  test("asks for nothing, and goes on when it is seen again", async () => {
    const own = await account();
    const page = await tab(own);

    await page.evaluate(setHidden, true);
    await page.getByText("Paused").waitFor();
    own.statuses = ["Success", "Running"];
    const before = own.calls.length;
    // Longer than a tab that is seen waits.
    await page.waitForTimeout(8_000);
    expect(own.calls.length).toBe(before);

    await page.evaluate(setHidden, false);
    await page.getByText("2 instances: 1 succeeded, 1 running").first().waitFor();
  });

  test("that its reader has paused stays so", async () => {
    const own = await account();
    const page = await tab(own);
    await page.getByRole("button", { name: "Pause refreshing" }).click();

    await page.evaluate(setHidden, true);
    await page.evaluate(setHidden, false);

    await page.waitForTimeout(500);
    expect(await page.getByText("Paused").count()).toBe(1);
  });

  test("lets the other ask", async () => {
    const own = await account();
    const first = await tab(own);
    const second = await tab(own);
    await second.getByText("another tab asks").waitFor();

    await first.evaluate(setHidden, true);

    await second.getByText(/calls left this minute/).waitFor();
  });

  test("that was never seen reads its run, and keeps it fresh once it is seen", async () => {
    const own = await account();
    const page = await own.context.newPage();
    page.setDefaultTimeout(20_000);
    await page.addInitScript(() => {
      Object.defineProperty(document, "hidden", { configurable: true, value: true });
    });
    const query = { endpoint: "/api/v1", region: "cn-hangzhou", "invoke-id": "t-1" };
    await page.goto(`${server.url}?${new URLSearchParams(query)}`);
    await page.getByText("2 instances: 2 running").first().waitFor();
    await page.waitForTimeout(1_500);
    expect(await page.locator("invoscope-refresh").getByText("Finished").count()).toBe(0);

    await page.evaluate(setHidden, false);

    await page.getByText(/next refresh|refreshing/).waitFor();
  });
});

describe("tabs of one browser", () => {
  const follows = (page: Page) => page.getByText("another tab asks");

  test("one asks, the other takes what it was given, and asks when the first is gone", async () => {
    const own = await account();
    const first = await tab(own);
    const second = await tab(own);
    await follows(second).waitFor();
    const before = own.calls.length;

    own.statuses = ["Success", "Running"];
    await second.getByText("2 instances: 1 succeeded, 1 running").first().waitFor();
    expect(new Set(own.calls.slice(before).map(({ page }) => page))).toEqual(new Set([first]));

    await first.close();
    own.statuses = ["Success", "Success"];
    await second.getByText("2 instances: 2 succeeded").first().waitFor();
    expect(own.calls.at(-1)?.page).toBe(second);
  });

  test("a tab that is paused lets the other ask", async () => {
    const own = await account();
    const first = await tab(own);
    const second = await tab(own);
    await follows(second).waitFor();

    await first.getByRole("button", { name: "Pause refreshing" }).click();

    await second.getByText(/calls left this minute/).waitFor();
    await first.getByText("Paused").waitFor();
  });

  test("without locks each asks by itself", async () => {
    const own = await account();
    await own.context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
    const first = await tab(own);
    const second = await tab(own);

    await first.getByText(/calls left this minute/).waitFor();
    await second.getByText(/calls left this minute/).waitFor();
  });
});
