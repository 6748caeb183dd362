/** Which of the two WebAssembly modules a page loads. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fleetLink, stageOfFile } from "./console-stage.ts";

const stage = stageOfFile();

/** An engine without simd128 finds no module with its instructions valid. */
const withoutSimd = (page: Page) =>
  page.addInitScript(() => {
    const { validate } = WebAssembly;
    WebAssembly.validate = (bytes) => !new Uint8Array(bytes as ArrayBuffer).includes(0xfd) && validate(bytes);
  });

/** The modules that the console asks for until its list has rows, without the hashes of their contents. */
async function modulesLoaded(prepare?: (page: Page) => Promise<unknown>) {
  const modules: string[] = [];
  const { page, complaints } = await stage.open("", {
    async prepare(page) {
      page.on("request", (request) => {
        const [, name] = /\/([a-z_]+)-[^/]*\.wasm$/.exec(request.url()) ?? [];
        if (name !== undefined) modules.push(name);
      });
      await prepare?.(page);
    },
  });
  await fleetLink(page).waitFor();
  expect(complaints).toEqual([]);
  return { page, modules };
}

test("an engine with simd128 loads the module that uses it, once, beside the page's script", async () => {
  const { page, modules } = await modulesLoaded();
  const started = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => /\.wasm$|\/index-.*\.js$/.test(name))
      .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
  );

  expect(modules).toEqual(["invoscope_bg"]);
  expect(started.toSorted()).toEqual(["link", "script"]);
});

test("an engine without simd128 loads the other one, and shows the same", async () => {
  const { modules } = await modulesLoaded(withoutSimd);

  // The page was made for engines with it.
  expect(modules).toEqual(["invoscope_bg", "invoscope_scalar_bg"]);
});
