/** Which of the groups of equal outputs is called the majority. */
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
