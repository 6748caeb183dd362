/** Which of the groups of equal outputs is called the majority, and what the others are compared with. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage, launchChromium, type Stack, startStack } from "./browser.ts";
import { answer, file } from "./saved-answers.ts";

let browser: Browser;
let stack: Stack;
let built: Awaited<ReturnType<typeof buildPage>>;

beforeAll(async () => {
  built = await buildPage(new URL("./elements/page/", import.meta.url));
  [browser, stack] = await Promise.all([launchChromium(), startStack({ consoleFolder: built.folder })]);
});

afterAll(async () => {
  await browser.close();
  await stack.close();
  built.remove();
});

/** A saved run of instances that printed these outputs. */
async function groupsOf(outputs: readonly string[]): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${stack.url}?endpoint=none`);
  const instances = outputs.map((output, index) => ({ id: `i-${index}`, output }));
  const body = JSON.stringify(answer("t-1", instances));
  await page.locator("input[type=file]").first().setInputFiles(file("answer.json", body));
  await page.locator("invoscope-groups li").first().waitFor();
  return page;
}

test.each([
  { outputs: ["one\n", "one\n", "two\n"], chips: ["majority", ""] },
  { outputs: ["one\n", "two\n", "one\n", "two\n"], chips: ["", ""] },
  { outputs: ["one\n", "one\n"], chips: [""] },
])("$chips of $outputs", async ({ outputs, chips }) => {
  const page = await groupsOf(outputs);

  const shown = await page
    .locator("invoscope-groups li")
    .evaluateAll((groups) => groups.map((group) => group.querySelector(".chip")?.textContent ?? ""));

  expect(shown).toEqual(chips);
  await page.close();
});

test.each([
  { outputs: ["one\n", "two\n", "one\n", "two\n"], reference: "i-0" },
  // The largest group of similar outputs comes first, though none of them is printed twice.
  { outputs: ["done\n", "done\n", "up 1 s\n", "up 2 s\n", "up 3 s\n"], reference: "i-2" },
])("where no group is the majority, $outputs are compared with the first", async ({ outputs, reference }) => {
  const page = await groupsOf(outputs);

  await page.getByRole("button", { name: "Compare with the first group" }).last().click();
  await page.getByText(`Compared with ${reference}`, { exact: true }).waitFor();

  const first = page.locator("invoscope-groups li").first();
  expect(await first.getByRole("button", { name: reference }).count()).toBe(1);
  expect(await page.getByText(/majority/).count()).toBe(0);
  await page.close();
});
