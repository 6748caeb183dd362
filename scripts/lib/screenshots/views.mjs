/** The run of 500 instances, in any language. */
const fleet = (page) => page.getByRole("link", { name: /web-gateway/ }).first();

const list = async (page, url) => {
  await page.goto(url);
  await fleet(page).waitFor();
};

const run = (query) => async (page, url) => {
  await list(page, url);
  const address = await fleet(page).getAttribute("href");
  await page.goto(new URL(address + query, url).href);
  await page.locator(".headline").filter({ hasText: "493" }).waitFor();
  await page.waitForLoadState("networkidle");
};

/** Answers every call in the service's place. */
const answering =
  (status, body, headers = {}) =>
  (page) =>
    page.route("**/api/v1/**", (route) =>
      route.fulfill({ status, headers: { "content-type": "application/json", ...headers }, body }),
    );

const envelope = (Code, Message) => JSON.stringify({ RequestId: "6E4F8A1C", Code, Message });

const open = (path, text) => async (page, url) => {
  await page.goto(new URL(path, url).href);
  await page.locator(text).first().waitFor();
};

/** Views and states of the console: `prepare` sets the stage, `show` leads there. */
export const views = [
  { name: "list", show: list },
  {
    name: "list-set",
    async show(page, url) {
      await list(page, url);
      await page.locator("button[data-set]").first().click();
    },
  },
  {
    name: "list-filters",
    show: open("/?InstanceId=i-bp1&CommandName=deploy&Tag.1.Key=acs:team", "invoscope-list-filter form"),
  },
  {
    name: "list-reading",
    async show(page, url) {
      await list(page, url);
      await page.locator("#all").click();
      await page.locator("#stop").click();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    },
  },
  { name: "run", show: run("") },
  {
    name: "output",
    async show(page, url) {
      await run("")(page, url);
      await page.keyboard.press("n");
      await page.locator("invoscope-output").first().waitFor();
      await page.waitForLoadState("networkidle");
    },
  },
  { name: "instances", show: run("?view=instances&filter=is:failed") },
  { name: "search", show: run("?view=search") },
  { name: "timeline", show: run("?view=timeline") },
  { name: "command", show: run("?view=command") },
  { name: "raw", show: run("?view=raw") },
  {
    name: "state-loading",
    prepare: (page) => page.route("**/api/v1/**", () => undefined),
    show: open("/", ".skeleton"),
  },
  {
    name: "state-empty",
    prepare: answering(200, '{"RequestId":"1","Invocations":{"Invocation":[]}}'),
    show: open("/", ".empty"),
  },
  {
    name: "state-proxy-down",
    prepare: (page) => page.route("**/api/v1/**", (route) => route.abort()),
    show: open("/", ".problem"),
  },
  {
    name: "state-forbidden",
    prepare: answering(
      403,
      envelope("Forbidden.RAM", "User not authorized to operate on the specified resource."),
    ),
    show: open("/", ".problem"),
  },
  {
    name: "state-throttled",
    prepare: answering(429, envelope("Throttling.User", "Request was denied due to user flow control."), {
      "retry-after": "42",
    }),
    show: open("/", ".empty, .problem"),
  },
  {
    name: "state-malformed",
    prepare: answering(200, '{"Invocations":{"Invocation":[{'),
    show: open("/", ".problem"),
  },
  { name: "state-not-found", show: open("/runs/t-hz0000000000000", ".problem") },
  {
    name: "state-no-wasm",
    prepare: (page) => page.route("**/*.wasm", (route) => route.abort()),
    show: open("/", ".problem, .toast"),
  },
];
