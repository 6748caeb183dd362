/** Saved answers on a bare viewer: every kind of file, by every way, and what is said of one that is none. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPage, launchChromium, type Stack, startStack } from "./browser.ts";
import { answer, file } from "./saved-answers.ts";

const documented = readFileSync(
  new URL("../fixtures/answers/invocations_api_page.json", import.meta.url),
  "utf8",
);
const one = answer("t-1", [{ id: "i-1", output: "一\n" }]);

let browser: Browser;
let stack: Stack;
let built: Awaited<ReturnType<typeof buildPage>>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  built = await buildPage(new URL("./elements/page/", import.meta.url));
  [browser, stack] = await Promise.all([launchChromium(), startStack({ consoleFolder: built.folder })]);
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await stack.close();
  built.remove();
});

/** A page with a viewer that has neither endpoint nor session. */
async function open(query: Record<string, string> = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${stack.url}?${new URLSearchParams({ endpoint: "none", ...query })}`);
  await page.getByText("Open a saved answer").waitFor();
  return page;
}

type Files = Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0];
const choose = (page: Page, files: Files): Promise<void> =>
  page.locator("input[type=file]").first().setInputFiles(files);

const headline = (page: Page, text: string) => page.locator(".headline").filter({ hasText: text });

/** Drops a file on the viewer, as a browser tells of it. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = "", content = ""]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("invoscope-viewer", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("invoscope-viewer", "drop", { dataTransfer: transfer });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+V");
}

/** As `JSON.stringify` prints what the Node SDK resolves to: camel case, arrays without their wrapper. */
const sdk = JSON.stringify({
  headers: { "x-acs-request-id": "473469C7" },
  statusCode: 200,
  body: {
    invocations: {
      invocation: [
        {
          invokeId: "t-sdk",
          invokeInstances: { invokeInstance: [{ instanceId: "i-1", invocationStatus: "Success" }] },
        },
      ],
    },
  },
});

describe("a bare viewer opens", () => {
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(JSON.stringify(one, null, 4), "utf16le"),
  ]);
  const kinds: [string, string | Buffer, string][] = [
    ["the documented answer", documented, "1 instance"],
    ["what the Node SDK resolves to", sdk, "1 instance: 1 succeeded"],
    ["what the command line prints", JSON.stringify(one, null, "\t"), "1 instance: 1 succeeded"],
    ["what PowerShell redirects to a file", utf16, "1 instance: 1 succeeded"],
  ];
  test.each(kinds)("%s", async (_, content, sentence) => {
    const page = await open();

    await choose(page, file("answer.json", content));

    await headline(page, sentence).waitFor();
    await page.getByText("Saved answer: answer.json").waitFor();
  });

  test("pages of one run, given at once, as one", async () => {
    const page = await open();
    const pages = ["i-1", "i-2", "i-3"].map((id) =>
      file(`${id}.json`, JSON.stringify(answer("t-1", [{ id, output: id }]))),
    );

    await choose(page, pages);

    await headline(page, "3 instances: 3 succeeded").waitFor();
    await page.getByText("Saved answer: i-1.json, i-2.json, i-3.json").waitFor();
  });

  test("lines of several runs, and lets choose among them", async () => {
    const page = await open();
    const two = answer("t-2", [
      { id: "i-1", output: "" },
      { id: "i-2", output: "" },
    ]);

    await choose(page, file("export.ndjson", `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`));
    await page.getByLabel("Run", { exact: true }).selectOption("t-2");

    await headline(page, "2 instances: 2 succeeded").waitFor();
  });

  test("what is dropped on it", async () => {
    const page = await open();

    await drop(page, "dropped.json", JSON.stringify(one));

    await headline(page, "1 instance: 1 succeeded").waitFor();
  });

  test("what is pasted, and closes it again", async () => {
    const page = await open();

    await paste(page, JSON.stringify(one));
    await headline(page, "1 instance: 1 succeeded").waitFor();
    await page.getByText("Saved answer: the clipboard").waitFor();
    await page.getByRole("button", { name: "Close" }).click();

    await page.getByText("Open a saved answer").waitFor();
  });

  test("nothing of a text that is pasted for another reason", async () => {
    const page = await open();

    await paste(page, "hello");

    await page.waitForTimeout(200);
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("of a file that is no answer a bare viewer says", () => {
  test("which byte is wrong, with a report to copy that tells nothing of its content", async () => {
    const page = await open();

    await choose(page, file("cut.json", documented.slice(0, 100)));

    await page.getByText(/Could not read cut\.json: .*at byte 100/).waitFor();
    await page.getByRole("button", { name: "Copy report" }).click();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/code: json-syntax\n.*\nfile: cut\.json\nbytes: 100\noffset: 100$/s);
  });

  test("which byte of which line, counted from the start of the file, and takes no line of it", async () => {
    const page = await open();
    const line = JSON.stringify(one);

    await choose(page, file("bad.ndjson", `${line}\n{"Invocations": }\n`));

    // 16 is the offset of the brace in its own line.
    await page.getByText(`at byte ${Buffer.byteLength(line) + 1 + 16}`).waitFor();
    expect(await page.locator(".headline").count()).toBe(0);
  });

  test("that a page is no capsule", async () => {
    const page = await open();

    await choose(page, file("page.html", "<!doctype html><title>x</title>"));

    await page.getByText("expected a capsule, found another page").waitFor();
  });

  test("in Chinese too, beside the files that were read", async () => {
    const page = await browser.newPage();
    contexts.push(page.context());
    await page.goto(`${stack.url}?endpoint=none&locale=zh-CN`);
    await page.getByText("打开保存的返回结果").waitFor();

    await choose(page, [file("好.json", JSON.stringify(one)), file("坏.json", "{")]);

    await page.getByText("保存的返回结果：好.json").waitFor();
    await page.getByText("无法读取 坏.json").waitFor();
    await headline(page, "1 台实例").waitFor();
  });
});
