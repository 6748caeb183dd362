/** The run of 500 instances, in any language. */
export const fleet = (page) => page.getByRole("link", { name: /web-gateway/ }).first();

/** The list of runs. */
export const list = async (page, url) => {
  await page.goto(url);
  await fleet(page).waitFor();
};

/** A view of the run of 500 instances, all of it read. */
export const run = (query) => async (page, url) => {
  await list(page, url);
  const address = await fleet(page).getAttribute("href");
  await page.goto(new URL(address + query, url).href);
  await page.locator(".headline").filter({ hasText: "493" }).waitFor();
  const finished = page.locator("invoscope-refresh").getByText(/Finished|已结束/);
  await finished.waitFor();
  // A run that is read is asked for once more.
  await page.waitForLoadState("networkidle");
  await finished.waitFor();
};

const open = (path, text) => async (page, url) => {
  await page.goto(new URL(path, url).href);
  await page.locator(text).first().waitFor();
};

/** The views of the console: `show` leads there. */
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
  {
    name: "search",
    async show(page, url) {
      await run("?view=search")(page, url);
      await page.locator("invoscope-search input").fill("no space left");
      await page.locator("invoscope-search mark").first().waitFor();
    },
  },
  { name: "timeline", show: run("?view=timeline") },
  { name: "command", show: run("?view=command") },
  { name: "raw", show: run("?view=raw") },
];
