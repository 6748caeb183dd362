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

/** The modules that the console loads until its list has rows, without the hashes of their contents. */
async function modulesLoaded(prepare?: (page: Page) => Promise<unknown>): Promise<string[]> {
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
  return modules;
}

test("an engine with simd128 loads the module that uses it", async () => {
  expect(await modulesLoaded()).toEqual(["invoscope_bg"]);
});

test("an engine without simd128 loads the other one, and shows the same", async () => {
  expect(await modulesLoaded(withoutSimd)).toEqual(["invoscope_scalar_bg"]);
});
