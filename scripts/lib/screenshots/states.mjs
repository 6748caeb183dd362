import { fleet, list, run } from "./views.mjs";

const API = "**/api/v1/**";

/** Answers every call in the service's place. */
const answering =
  (status, body, headers = {}) =>
  (page) =>
    page.route(API, (route) =>
      route.fulfill({ status, headers: { "content-type": "application/json", ...headers }, body }),
    );

const envelope = (Code, Message) => JSON.stringify({ RequestId: "6E4F8A1C", Code, Message });

const CUT = '{"Invocations":{"Invocation":[{';
const proxyDown = (page) => page.route(API, (route) => route.abort());
const forbidden = answering(
  403,
  envelope("Forbidden.RAM", "User not authorized to operate on the specified resource."),
);
const throttled = answering(
  429,
  envelope("Throttling.User", "Request was denied due to user flow control."),
  { "retry-after": "42" },
);

/** Lets the time between tries go by at once. */
async function later(page, shown) {
  const locator = page.locator(shown).first();
  for (let tries = 0; tries < 60 && !(await locator.isVisible()); tries += 1) {
    await page.waitForTimeout(100);
    await page.clock.fastForward(1_000);
  }
  await locator.waitFor();
}

/** What is tried again by hand alone. */
const GIVEN_UP = ".problem .btn";

const open = (path, shown) => async (page, url) => {
  await page.goto(new URL(path, url).href);
  await later(page, shown);
};

/** Answers so many calls, and leaves the others without an answer. */
const answeringOnly = (calls) => (page) => {
  let left = calls;
  return page.route(API, (route) => {
    left -= 1;
    return left < 0 ? undefined : route.continue();
  });
};

/** A run that is read, and then cannot be read again. */
const stale = (prepare) => async (page, url) => {
  await run("")(page, url);
  await later(
    page,
    "invoscope-refresh [aria-label='Refresh now'], invoscope-refresh [aria-label='立即刷新']",
  );
  await prepare(page);
  await page.locator("invoscope-refresh button").click();
  await later(page, ".notice.stale");
};

const RUN = "/runs/t-hz00000000000";

/** The states of list and run: `prepare` sets the stage, `show` leads there. */
export const states = [
  {
    name: "loading-list",
    prepare: (page) => page.route(API, () => undefined),
    show: open("/", ".skeleton:visible"),
  },
  {
    name: "loading-run",
    prepare: (page) => page.route(API, () => undefined),
    show: open(RUN, "invoscope-skeleton"),
  },
  {
    name: "partial-list",
    prepare: answeringOnly(4),
    async show(page, url) {
      await list(page, url);
      await page.locator("#all").click();
      await page.locator("#stop").click();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    },
  },
  {
    name: "partial-run",
    prepare: (page) =>
      page.route(API, (route) =>
        route.request().postDataJSON().IncludeOutput ? undefined : route.continue(),
      ),
    async show(page, url) {
      await list(page, url);
      await fleet(page).click();
      await page.locator(".headline").filter({ hasText: "493" }).waitFor();
    },
  },
  {
    name: "stale-list",
    async show(page, url) {
      await list(page, url);
      await proxyDown(page);
      await page.locator("#refresh").click();
      await later(page, "#again");
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    },
  },
  { name: "stale-run", show: stale(answering(200, CUT)) },
  {
    name: "empty-list",
    prepare: answering(200, '{"RequestId":"1","Invocations":{"Invocation":[]}}'),
    show: open("/", ".empty"),
  },
  { name: "proxy-down-list", prepare: proxyDown, show: open("/", GIVEN_UP) },
  { name: "proxy-down-run", prepare: proxyDown, show: open(RUN, GIVEN_UP) },
  { name: "forbidden-list", prepare: forbidden, show: open("/", ".problem") },
  { name: "forbidden-run", prepare: forbidden, show: open(RUN, ".problem") },
  { name: "throttled-list", prepare: throttled, show: open("/", ".problem") },
  { name: "throttled-run", prepare: throttled, show: open(RUN, ".problem") },
  { name: "malformed-list", prepare: answering(200, CUT), show: open("/", GIVEN_UP) },
  { name: "malformed-run", prepare: answering(200, CUT), show: open(RUN, GIVEN_UP) },
  { name: "expired-list", show: open("/?InvokeId=t-hz0expired00000", ".empty") },
  { name: "expired-run", show: open("/runs/t-hz0expired00000", ".problem") },
  {
    name: "expired-part-of-set",
    async show(page, url) {
      await list(page, url);
      const address = await fleet(page).getAttribute("href");
      await open(`${address},t-hz0expired00000`, ".problem")(page, url);
    },
  },
  {
    name: "no-wasm",
    prepare: (page) => page.route("**/*.wasm", (route) => route.abort()),
    show: open("/", ".problem"),
  },
].map((state) => ({ ...state, name: `state-${state.name}` }));
