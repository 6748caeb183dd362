import { clicks, keys, turns } from "./inputs.mjs";
import { measure } from "./measure.mjs";

/** Reads the whole list as a user would, typing meanwhile; gives the row of the typing, and how long it took. */
export async function loadAll(page, invocations) {
  const startMs = performance.now();
  await page.locator("#all").click();
  await page.locator("#search").focus();
  // The list is long already when the typing begins.
  await page.getByText(/Reading… (\d,)?[2-9]\d\d pages/).waitFor({ timeout: 300_000 });
  const typed = [..."gateway", ...Array(7).fill("Backspace")];
  const row = await measure(page, "list: type while pages are read", keys(page, [...typed, ...typed]));
  await page.getByText(`All ${invocations.toLocaleString("en")} loaded`).waitFor({ timeout: 900_000 });
  return { row, seconds: (performance.now() - startMs) / 1000 };
}

/** Inputs to a list that is read to its end. */
export async function listJobs(page) {
  const list = page.locator("invoscope-list");
  const rows = [];
  const job = async (name, inputs) => rows.push(await measure(page, `list: ${name}`, inputs));

  await page.locator("#search").focus();
  await job(
    "type a filter, and take it back",
    keys(page, [..."deploy gate", ...Array(11).fill("Backspace")]),
  );
  await page.keyboard.press("Escape");
  await job("arrow keys", keys(page, [...Array(20).fill("ArrowDown"), ...Array(10).fill("ArrowUp")]));
  const heads = await list.locator("th button.sort").all();
  await job(
    "sort by each column, both ways",
    clicks(
      page,
      heads.flatMap((head) => [head, head]),
    ),
  );
  const chips = list.locator(".statuses button.chip");
  await job(
    "a status, and all again",
    clicks(
      page,
      [1, 2, 3, 0].map((n) => chips.nth(n)),
    ),
  );
  await job("scroll", turns(page, 20, 400));
  await job("show 200 more", clicks(page, Array(5).fill(page.locator("#show-more"))));
  return rows;
}
