import { clicks, keys, turns } from "./inputs.mjs";
import { measure } from "./measure.mjs";

/** Inputs to a run set that is read whole. */
export async function runJobs(page) {
  const rows = [];
  const job = async (name, inputs) => rows.push(await measure(page, `run: ${name}`, inputs));

  await job("next and previous failure", keys(page, [..."n".repeat(20), ..."p".repeat(10)]));
  await page.keyboard.press("Escape");
  for (const [index, view] of ["overview", "instances", "search", "timeline", "command", "raw"].entries()) {
    const digit = String(index + 1);
    const other = index === 0 ? "5" : "1";
    await job(`show ${view}, and another view`, keys(page, [digit, other, digit, other]));
  }

  const table = page.locator("invoscope-instances");
  await page.keyboard.press("f");
  await job(
    "filter instances, and take it back",
    keys(page, [..."exit:1 i-bp", ...Array(11).fill("Backspace")]),
  );
  const heads = await table.locator(".row.head button").all();
  await job(
    "sort instances by each column, both ways",
    clicks(
      page,
      heads.flatMap((head) => [head, head]),
    ),
  );
  const ids = table.locator(".row.body button.id");
  await job(
    "open an instance",
    clicks(
      page,
      [3, 5, 8, 11, 14, 2].map((n) => ids.nth(n)),
    ),
  );
  await page.keyboard.press("Escape");
  const unfold = table.locator(".row.body button.expand");
  await job(
    "unfold an output",
    clicks(
      page,
      [0, 2, 4, 6].map((n) => unfold.nth(n)),
    ),
  );
  await job("scroll instances", turns(page, 20, 500));

  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press("/");
  await job(
    "search outputs, and take it back",
    keys(page, [..."no space left", ...Array(13).fill("Backspace")]),
  );
  await page.keyboard.type("e");
  await job(
    "expression on and off",
    clicks(page, Array(4).fill(page.getByRole("button", { name: "Expression" }))),
  );
  return rows;
}
