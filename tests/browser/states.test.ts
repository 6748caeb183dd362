import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../www/simulator/faults/fault.ts";
import { fleetLink, later, type Stage, stageOfFile, startStage, violations } from "./console-stage.ts";

const stage = stageOfFile();

/** Opens a page whose time the test can move. */
async function openTimed(path: string, prepare: Prepare, options: Parameters<Stage["open"]>[1] = {}) {
  const prepared: Prepare = async (page) => {
    await page.clock.install();
    await prepare(page);
  };
  return stage.open(path, { ...options, bypassCSP: true, prepare: prepared });
}

type Prepare = (page: Page) => Promise<unknown>;

const API = "**/api/v1/**";

/** Answers every call in the service's place. */
const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Prepare =>
  (page) =>
    page.route(API, (route) =>
      route.fulfill({ status, headers: { "content-type": "application/json", ...headers }, body }),
    );

const refusing = (status: number, Code: string, headers?: Record<string, string>): Prepare =>
  answering(status, JSON.stringify({ RequestId: "6E4F8A1C", Code, Message: "refused" }), headers);

/** Throttles the first call for 40 seconds. */
function throttlingOnce(): Prepare {
  let isFirst = true;
  return (page) =>
    page.route(API, (route) => {
      if (!isFirst) return route.continue();
      isFirst = false;
      return route.fulfill({
        status: 429,
        headers: { "content-type": "application/json", "retry-after": "40" },
        body: '{"RequestId":"1","Code":"Throttling.User","Message":"denied"}',
      });
    });
}

const unreachable: Prepare = (page) => page.route(API, (route) => route.abort());
const silent: Prepare = (page) => page.route(API, () => undefined);

const wantsOutput = (route: Route): boolean =>
  (route.request().postDataJSON() as { IncludeOutput?: boolean }).IncludeOutput === true;

/** The address of the run of 500 instances. */
async function fleetAddress(): Promise<string> {
  const { page } = await stage.open("/");
  const address = await fleetLink(page).getAttribute("href");
  return address ?? "";
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What the polite live regions of the page say. */
const spoken = (page: Page) =>
  page
    .locator('[role="status"]')
    .allTextContents()
    .then((texts) =>
      texts
        .map((text) => text.trim())
        .filter((text) => text !== "")
        .join(" "),
    );

/** States in which nothing is there, which list and run share. */
const states: readonly [name: string, prepare: Prepare, words: RegExp, action: string | undefined][] = [
  ["the proxy is down", unreachable, /proxy does not answer/, "Try again"],
  ["the account may not read", refusing(403, "Forbidden.RAM"), /"ecs:DescribeInvocations"/, "Copy policy"],
  ["the proxy wants a token", refusing(401, "TokenRequired"), /wants a token/, "Try again"],
  [
    "throttled",
    refusing(429, "Throttling.User", { "retry-after": "42" }),
    /Asking again in (4[0-2]|3\d) s/,
    undefined,
  ],
  ["the answer is cut", answering(200, '{"Invocations":{"Invocation":[{'), /offset: 31/, "Copy report"],
  [
    "the answer is a page of HTML",
    answering(502, "<html>Bad Gateway</html>", { "content-type": "text/html" }),
    /could not be read/,
    "Copy report",
  ],
];

describe("the list, when", () => {
  test.each(states)("%s", async (_, prepare, words, action) => {
    const { page } = await openTimed("/", prepare);

    await later(page, words);

    if (action !== undefined) await page.getByRole("button", { name: action, exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("nothing is there", async () => {
    const empty = '{"RequestId":"1","Invocations":{"Invocation":[]}}';
    const { page } = await stage.open("/", { prepare: answering(200, empty), bypassCSP: true });

    await page.getByRole("heading", { name: "No runs here" }).waitFor();

    await page.getByText(/about the last four weeks/).waitFor();
    await expect.poll(() => spoken(page)).toBe("No runs here");
    expect(await violations(page)).toEqual([]);
  });

  test("it is loading", async () => {
    const { page } = await stage.open("/", { prepare: silent, bypassCSP: true });

    await page.locator("invoscope-list .skeleton").first().waitFor();

    expect(await page.getByRole("table").getAttribute("aria-busy")).toBe("true");
    await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the proxy is down, it is tried again, and not said to be throttled", async () => {
    const { page } = await openTimed("/", unreachable);

    await page.getByText(/Trying again in \d+ s/).waitFor();

    expect(await page.getByText(/[Tt]hrottl/).count()).toBe(0);
    expect(await spoken(page)).toBe("The proxy does not answer.");
  });

  test("a run that is asked for has expired", async () => {
    const { page } = await stage.open("/?InvokeId=t-hz0expired00000");

    await page.getByText(/no such run .* about four weeks/).waitFor();
  });

  test("a later page fails: what was loaded stays, and reading goes on", async () => {
    const { page } = await openTimed("/", () => Promise.resolve());
    await fleetLink(page).waitFor();
    await unreachable(page);
    await page.getByRole("button", { name: "Load more" }).click();
    await later(page, /Reading stopped/);
    expect(await fleetLink(page).count()).toBe(1);
    expect(await spoken(page)).toContain("50 invocations stay loaded");

    await page.unroute(API);
    await page.getByRole("button", { name: "Continue" }).click();

    await page.getByText("100 invocations loaded").first().waitFor();
  });

  test("it could not be refreshed: what was read stays, with its time, until it can", async () => {
    const { page } = await openTimed("/", () => Promise.resolve());
    await fleetLink(page).waitFor();
    await unreachable(page);
    await page.getByRole("button", { name: "Read the list again from its first page" }).click();
    await later(page, /^Refresh failed$/);
    await page
      .getByText(/What is shown was read at \d/)
      .first()
      .waitFor();
    expect(await fleetLink(page).count()).toBe(1);

    await page.unroute(API);
    await page.getByRole("button", { name: "Try again" }).click();

    await page.getByText("Refresh failed", { exact: true }).waitFor({ state: "detached" });
    await page.getByText("50 invocations loaded", { exact: true }).waitFor();
  });

  test("it is throttled, it counts down, says so once, and goes on by itself", async () => {
    const { page } = await openTimed("/", throttlingOnce());
    await page
      .getByText(/Asking again in \d+ s/)
      .first()
      .waitFor();
    const first = await spoken(page);
    await page.clock.fastForward(20_000);
    await page
      .getByText(/Asking again in (1\d|20) s/)
      .first()
      .waitFor();

    expect(first).toMatch(/^Throttled\. Asking again at \d/);
    expect(await spoken(page)).toBe(first);
    await page.clock.fastForward(22_000);
    await fleetLink(page).waitFor();
    await expect.poll(() => spoken(page)).toBe("50 invocations loaded.");
  });
});

describe("a run, when", () => {
  test.each(states)("%s", async (_, prepare, words, action) => {
    const { page } = await openTimed("/runs/t-hz00000000000", prepare);

    await later(page, words);

    if (action !== undefined) await page.getByRole("button", { name: action, exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("it is loading", async () => {
    const { page } = await stage.open("/runs/t-hz00000000000", { prepare: silent, bypassCSP: true });

    await page.locator("invoscope-skeleton").waitFor();

    expect(await spoken(page)).toBe("Loading…");
    expect(await violations(page)).toEqual([]);
  });

  test("the proxy is down, it is tried again, and not said to be throttled", async () => {
    const { page } = await openTimed("/runs/t-hz00000000000", unreachable);

    await page.getByText(/Trying again in \d+ s/).waitFor();

    expect(await page.getByText(/[Tt]hrottl/).count()).toBe(0);
    expect(await spoken(page)).toBe("The proxy does not answer.");
  });

  test("it has expired", async () => {
    const { page } = await stage.open("/runs/t-hz0expired00000", { bypassCSP: true });

    await page.getByText(/kept for about four weeks/).waitFor();

    expect(await violations(page)).toEqual([]);
  });

  test("a part of its set has expired, the rest can be opened", async () => {
    const address = await fleetAddress();
    const { page } = await stage.open(`${address},t-hz0expired00000`);
    await page.getByRole("heading", { name: "1 of the 6 runs is not there" }).waitFor();
    await page.getByText("t-hz0expired00000", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Open the 5 runs that are there" }).click();

    await page.locator(".headline").filter({ hasText: "7 failed in 3 ways" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  test("its outputs are still on their way", async () => {
    const prepare: Prepare = (page) =>
      page.route(API, (route) => (wantsOutput(route) ? undefined : route.continue()));
    const { page } = await stage.open(await fleetAddress(), { prepare, bypassCSP: true });

    await page.locator(".headline").filter({ hasText: "500 instances: 493 succeeded, 7 failed" }).waitFor();

    await page.getByText(/Reading outputs, 5 of 10 parts…/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("only its statuses could be read, it says that outputs are missing and how to get them", async () => {
    const { page } = await openTimed("/", () => Promise.resolve());
    await fleetLink(page).waitFor();
    await page.route(API, (route) => (wantsOutput(route) ? route.abort() : route.continue()));
    await fleetLink(page).click();
    await page
      .getByText(/outputs could not be read/)
      .first()
      .waitFor({ timeout: 30_000 });
    expect(await violations(page)).toEqual([]);
    await page.unroute(API);

    await page.getByRole("button", { name: "Try again" }).click();

    await page.locator(".headline").filter({ hasText: "7 failed in 3 ways" }).waitFor();
    expect(await page.locator(".notice.stale").count()).toBe(0);
  });

  test("it could not be read again, what is shown stays with its time and a report", async () => {
    const { page } = await openTimed(await fleetAddress(), () => Promise.resolve(), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.locator(".headline").filter({ hasText: "7 failed in 3 ways" }).waitFor();
    await later(page, /^Finished$/);
    await answering(200, '{"Invocations":{"Invocation":[{')(page);

    await page.getByRole("button", { name: "Refresh now" }).click();

    await later(page, /What is shown was read at \d/);
    await page.getByText("7 failed in 3 ways").first().waitFor();
    expect(await spoken(page)).toMatch(/The answer could not be read\. What is shown was read at \d/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Copy report" }).click();
    await expect.poll(() => copied(page)).toMatch(/^offset: 31$/m);
  });

  test("it is throttled, it counts down and goes on by itself", async () => {
    const [part = ""] = (await fleetAddress()).split(",");
    const { page } = await openTimed(part, throttlingOnce());

    await page
      .getByText(/Asking again in \d+ s/)
      .first()
      .waitFor();
    expect(await spoken(page)).toMatch(/^Throttled\. Asking again at \d/);
    await page.clock.fastForward(20_000);
    await page
      .getByText(/Asking again in (1\d|20) s/)
      .first()
      .waitFor();
    await page.clock.fastForward(22_000);

    await page.locator(".headline").filter({ hasText: "instances" }).waitFor();
  });
});

describe("the policy to ask for", () => {
  test("is copied whole, as JSON that allows both actions and nothing else", async () => {
    const { page } = await stage.open("/", {
      prepare: refusing(403, "Forbidden.RAM"),
      permissions: ["clipboard-read", "clipboard-write"],
    });

    await page.getByRole("button", { name: "Copy policy" }).click();

    await expect.poll(() => copied(page)).toMatch(/^\{/);
    const policy = JSON.parse(await copied(page)) as {
      Statement: { Effect: string; Action: string[] }[];
    };
    expect(policy.Statement.map(({ Effect, Action }) => [Effect, Action])).toEqual([
      ["Allow", ["ecs:DescribeInvocations", "ecs:DescribeInvocationResults"]],
    ]);
  });
});

describe("no WebAssembly", () => {
  const causes: readonly [string, Prepare][] = [
    ["the module cannot be loaded", (page) => page.route("**/*.wasm", (route) => route.abort())],
    [
      "the browser has none",
      (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
    ],
    [
      "the module is another file",
      (page) =>
        page.route("**/*.wasm", (route) => route.fulfill({ body: "<html>", contentType: "text/html" })),
    ],
  ];
  test.each(causes)("%s: the page says what to do", async (_, prepare) => {
    const { page } = await stage.open("/", { prepare, bypassCSP: true });

    await page.getByRole("heading", { name: "invoscope could not start" }).waitFor();

    await page.getByText(/Use a current browser/).waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe("through simulator and proxy", () => {
  const faults: readonly [Fault, RegExp][] = [
    [{ kind: "throttle-user" }, /Asking again in \d+ s/],
    [{ kind: "503" }, /ServiceUnavailable/],
    [{ kind: "garbage" }, /could not be read/],
    [{ kind: "html" }, /answer is not JSON/],
    [{ kind: "cut", fraction: 0.5 }, /does not answer|could not be read/],
  ];
  test.each(faults)("%o is told apart", async (fault, words) => {
    const faulty = await startStage({ simulator: { faults: [{ fault, probability: 1 }] } });
    try {
      const { page } = await faulty.open("/", { prepare: (page) => page.clock.install() });

      await later(page, words);
    } finally {
      await faulty.close();
    }
  });
});
