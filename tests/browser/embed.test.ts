import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPage, launchChromium, runIds, type Stack, startStack } from "./browser.ts";

const ROLLOUT = "发布 web-gateway 4.18.2";
/** The answer of the API page. */
const ANSWER = readFileSync(
  new URL("../fixtures/answers/invocations_api_page.json", import.meta.url),
  "utf8",
);
const ANSWER_RUN = "t-hz0jdfwd9f****";

/** A run set takes two rounds of calls. */
const PATIENTLY = { timeout: 10_000 };

let browser: Browser;
let stack: Stack;
let built: Awaited<ReturnType<typeof buildPage>>;
let rollout = "";
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  built = await buildPage(new URL("./embed/", import.meta.url));
  [browser, stack] = await Promise.all([launchChromium(), startStack({ consoleFolder: built.folder })]);
  rollout = (await runIds(stack)).get(ROLLOUT) ?? "";
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await stack.close();
  built.remove();
});

interface Fired {
  readonly name: string;
  readonly [member: string]: unknown;
}

interface Embedded {
  readonly page: Page;
  /** Errors and policy violations. */
  readonly complaints: string[];
  /** Headers of each call to the proxy. */
  readonly calls: Record<string, string>[];
  /** The element's events of a name, in order. */
  fired(name: string): Promise<Fired[]>;
}

/** The host page with one element. */
async function embed(
  tag: string,
  attributes: Record<string, string> = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Embedded> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const calls: Record<string, string>[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of \d|ERR_FAILED/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/")) calls.push(request.headers());
  });
  await prepare?.(page);
  await page.goto(`${stack.url}?${new URLSearchParams({ tag, ...attributes })}`);
  const fired = (name: string): Promise<Fired[]> =>
    page.evaluate((wanted) => {
      const { events } = globalThis as unknown as { events: Fired[] };
      return events.filter((event) => event.name === wanted);
    }, name);
  return { page, complaints, calls, fired };
}

const online = (): Record<string, string> => ({
  endpoint: "/api/v1",
  region: "cn-hangzhou",
  "invoke-id": rollout,
});

/** Sets a property of the element, made from a saved answer in the page. */
function setAnswers(page: Page, kind: "text" | "bytes" | "object" | "list"): Promise<void> {
  return page.evaluate(
    ([text, as]) => {
      const forms: Record<string, () => unknown> = {
        text: () => text,
        bytes: () => new TextEncoder().encode(text),
        object: () => JSON.parse(text),
        list: () => [text],
      };
      const { element } = globalThis as unknown as { element: { answers: unknown } };
      element.answers = forms[as]?.();
    },
    [ANSWER, kind] as const,
  );
}

describe("each part alone, with three attributes", () => {
  const failing = "i-bp1rvf4z967im0dkxccp";
  const parts: readonly [tag: string, attributes: Record<string, string>, text: string | RegExp][] = [
    ["viewer", {}, "500 instances: 493 succeeded, 7 failed in 3 ways"],
    ["run-header", {}, "500 instances: 493 succeeded, 7 failed in 3 ways"],
    ["families", {}, "Disk is full"],
    ["groups", {}, "majority"],
    ["instances", { filter: "is:failed" }, "7 of 500 instances"],
    ["search", { query: "No space left" }, /matches in 4 of 500 outputs/],
    ["timeline", {}, "Percentiles"],
    ["command", {}, "How it ran"],
    ["raw", {}, '"Invocations"'],
    ["output", { instance: failing }, "No space left on device"],
    ["diff", { instance: failing }, "No space left on device"],
    ["refresh", {}, "Finished"],
    ["export", {}, "Export"],
  ];

  test.each(parts)("invoscope-%s", async (name, attributes, text) => {
    const { page, complaints, fired } = await embed(`invoscope-${name}`, { ...online(), ...attributes });

    await page.getByText(text).first().waitFor();
    await expect.poll(() => fired("loaded"), PATIENTLY).toEqual([{ name: "loaded", runId: rollout }]);
    expect(complaints).toEqual([]);
  });

  test("invoscope-list", async () => {
    const { page, complaints } = await embed("invoscope-list", online());

    await page.getByText(ROLLOUT).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test("invoscope-list tells the page once why it cannot be read, and again after the next try", async () => {
    const refusal = { RequestId: "1", HostId: "ecs", Code: "Forbidden.RAM", Message: "no", Recommend: "" };
    const { page, fired } = await embed("invoscope-list", online(), (opened) =>
      opened.route("**/api/v1/**", (route) => route.fulfill({ status: 403, json: refusal })),
    );
    const told = { name: "error", runId: "", error: "Forbidden.RAM" };

    await page.getByRole("heading", { name: "The account may not read this" }).waitFor();
    expect(await fired("error")).toEqual([told]);
    await page.getByRole("button", { name: "Try again" }).click();

    await expect.poll(() => fired("error")).toEqual([told, told]);
  });

  test("parts within an invoscope-session ask once for all", async () => {
    const alone = await embed("invoscope-families", online());
    await expect.poll(() => alone.fired("loaded"), PATIENTLY).toHaveLength(1);
    const { page, calls, fired } = await embed("invoscope-session", {
      endpoint: "/api/v1",
      region: "cn-hangzhou",
    });

    await page.evaluate((id) => {
      const { element } = globalThis as unknown as { element: HTMLElement };
      for (const tag of ["invoscope-run-header", "invoscope-families", "invoscope-instances"]) {
        const part = document.createElement(tag);
        part.setAttribute("invoke-id", id);
        element.append(part);
      }
    }, rollout);

    await page.getByText("Disk is full").waitFor();
    await page.getByText("500 instances", { exact: true }).waitFor();
    await expect.poll(() => fired("loaded"), PATIENTLY).toHaveLength(1);
    expect(calls.length).toBe(alone.calls.length);
  });

  test("says why a run cannot be shown, and tells the page", async () => {
    const { page, fired } = await embed("invoscope-families", { ...online(), "invoke-id": "t-none" });

    await page.getByRole("heading", { name: "No such run" }).waitFor();
    expect(await fired("error")).toEqual([{ name: "error", runId: "t-none", error: "run-not-found" }]);
    expect(await fired("loaded")).toEqual([]);
  });
});

describe("saved answers", () => {
  test.each(["text", "bytes", "object", "list"] as const)(
    "a run is shown from %s, without a call",
    async (kind) => {
      const { page, calls, fired, complaints } = await embed("invoscope-viewer");

      await setAnswers(page, kind);

      await page.getByText("1 instance: 1 succeeded").first().waitFor();
      expect(await fired("loaded")).toEqual([{ name: "loaded", runId: ANSWER_RUN }]);
      expect([calls.length, complaints]).toEqual([0, []]);
    },
  );

  test("the command tells whether it will run again", async () => {
    const { page } = await embed("invoscope-command");

    await setAnswers(page, "text");

    // `Timed` of the API page's answer.
    await page.getByRole("term").filter({ hasText: "Will run again" }).waitFor();
    expect(
      await page
        .locator("dt", { hasText: "Will run again" })
        .locator("xpath=following-sibling::dd[1]")
        .textContent(),
    ).toBe("no");
  });

  test("a part shows them too, and the language follows", async () => {
    const { page } = await embed("invoscope-run-header", { locale: "zh-CN" });

    await setAnswers(page, "text");
    await page.getByText("1 台实例：1 台成功").waitFor();
    await page.evaluate(() => {
      (globalThis as unknown as { element: HTMLElement }).element.setAttribute("locale", "en");
    });

    await page.getByText("1 instance: 1 succeeded").waitFor();
  });

  test("what is no answer is told with its place, and the next one is shown", async () => {
    const { page, fired } = await embed("invoscope-viewer");

    await page.evaluate(() => {
      (globalThis as unknown as { element: { answers: unknown } }).element.answers = '{"Invocations":{"Invo';
    });

    await page.getByRole("heading", { name: "The answer could not be read" }).waitFor();
    expect(await fired("error")).toEqual([{ name: "error", runId: "", error: "json-syntax" }]);
    await setAnswers(page, "text");
    await page.getByText("1 instance: 1 succeeded").first().waitFor();
  });
});

describe("what a host adds", () => {
  test("labels that are no JSON name nothing and break nothing", async () => {
    const { page, complaints } = await embed("invoscope-families", { ...online(), labels: "{broken" });

    await page.getByText("Disk is full").waitFor();
    expect(complaints).toEqual([]);
  });

  test("labels set later stand wherever an instance is named, and are found", async () => {
    const { page } = await embed("invoscope-viewer", { ...online(), view: "instances" });
    await page.getByText("500 instances", { exact: true }).waitFor();

    await page.evaluate(() => {
      const { element } = globalThis as unknown as { element: { labels: unknown } };
      element.labels = { "i-bp1rvf4z967im0dkxccp": "gateway-eu-7" };
    });
    await page.getByLabel("Filter the instances").fill("GATEWAY-eu");

    await page.getByText("1 of 500 instances").waitFor();
    await page.locator("invoscope-instances").getByText("gateway-eu-7").click();
    await page.getByRole("heading", { name: "gateway-eu-7" }).waitFor();
  });

  test("its headers go with every call, its fetch is asked in place of the page's", async () => {
    const { page, calls } = await embed("invoscope-viewer", { region: "cn-hangzhou", "invoke-id": rollout });

    await page.evaluate(() => {
      const { element } = globalThis as unknown as { element: Record<string, unknown> };
      const asked: string[] = [];
      element.requestHeaders = { "x-trace": "7" };
      element.fetch = (input: RequestInfo, init: RequestInit) => {
        asked.push(String(input));
        return fetch(input, init);
      };
      element.endpoint = "/api/v1";
      Object.assign(globalThis, { asked });
    });

    await page.getByText("500 instances: 493 succeeded").first().waitFor();
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked.length).toBe(calls.length);
    expect(new Set(calls.map((headers) => headers["x-trace"]))).toEqual(new Set(["7"]));
  });

  test("a chosen instance is told", async () => {
    const { page, fired } = await embed("invoscope-viewer", online());

    await page.locator("li.family .chip.instance").first().click();
    await page.keyboard.press("n");

    const selected = await fired("select");
    expect(selected[0]).toEqual({
      name: "select",
      runId: rollout,
      instanceId: "i-bp1rvf4z967im0dkxccp",
    });
    expect(selected.length).toBe(2);
  });
});

describe("modules", () => {
  test("a view whose module cannot be loaded says so", async () => {
    const { page } = await embed("invoscope-viewer", { ...online(), view: "timeline" }, (opened) =>
      opened.route("**/assets/timeline-*.js", (route) => route.abort()),
    );

    await page.getByText("A part of the viewer could not be loaded.").waitFor();
    await page.getByRole("tab", { name: "Overview" }).click();
    await page.getByText("Disk is full").waitFor();
  });
});
