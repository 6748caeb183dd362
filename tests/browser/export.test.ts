/** Exports: exactly what is filtered, in each form, secrets masked; and what copy buttons leave out. */
import { readFileSync } from "node:fs";
import { InvocationStore } from "invoscope";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage } from "./console-stage.ts";
import { answer, file } from "./saved-answers.ts";

const INSTANCES = [
  { id: "i-1", output: '第一行\n第二行, "引号"\n' },
  { id: "i-2", output: "DB_PASSWORD=hunter2\n", exitCode: 1, errorInfo: '=HYPERLINK("http://x")' },
  { id: "i-3", output: "@SUM(1+1)\n", exitCode: 2, errorInfo: "＋1" },
];

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});

afterAll(() => stage.close());

/** The run of {@link INSTANCES}, opened as a saved answer. */
async function open(): Promise<{ page: Page; complaints: string[] }> {
  const watched = await stage.open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  const body = JSON.stringify(answer("t-export", INSTANCES, "mysql -uroot -pAbc123 < 脚本.sql"));
  await watched.page.locator("input[type=file]").first().setInputFiles(file("answer.json", body));
  await watched.page.getByText("3 instances").first().waitFor();
  return watched;
}

/** Saves what the menu's button of that name gives; the file's text. */
async function save(page: Page, name: RegExp): Promise<string> {
  const menu = page.getByRole("button", { name: "Export", exact: true });
  if ((await menu.getAttribute("aria-expanded")) !== "true") await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

async function filter(page: Page, text: string): Promise<void> {
  await page.getByRole("tab", { name: /Instances/ }).click();
  await page.getByLabel("Filter the instances").fill(text);
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe("the menu", () => {
  test("CSV is a table of RFC 4180 that no spreadsheet computes", async () => {
    const { page, complaints } = await open();

    const csv = await save(page, /^CSV/);

    const head =
      "label,invokeId,instanceId,status,exitCode,errorCode,errorInfo,creationTime,startTime,finishTime,queueSeconds,runSeconds,outputBytes,dropped,output";
    expect(csv.split("\r\n").sort()).toEqual(
      [
        "",
        `\ufeff${head}`,
        `,t-export,i-1,Success,0,,,,,,,,30,0,"第一行\n第二行, ""引号""\n"`,
        `,t-export,i-2,Failed,1,,"'=HYPERLINK(""http://x"")",,,,,,20,0,"DB_PASSWORD=[masked-password]\n"`,
        `,t-export,i-3,Failed,2,,'＋1,,,,,,10,0,"'@SUM(1+1)\n"`,
      ].sort(),
    );
    await page.getByText("1 secret masked").waitFor();
    expect(complaints).toEqual([]);
  });

  test("NDJSON is read back by the library and by the console, with every value", async () => {
    const { page } = await open();

    const ndjson = await save(page, /^NDJSON/);

    const store = new InvocationStore();
    for (const line of ndjson.trimEnd().split("\n")) store.ingest(line, undefined);
    const { rows } = store.instances("t-export", { sort: "instanceId" });
    expect(
      rows.map(({ instanceId, exitCode, errorInfo }) => [instanceId, exitCode, errorInfo ?? ""]),
    ).toEqual([
      ["i-1", 0, ""],
      ["i-2", 1, '=HYPERLINK("http://x")'],
      ["i-3", 2, "＋1"],
    ]);
    const output = (id: string): string => Buffer.from(store.outputBytes("t-export", id)).toString();
    expect(output("i-1")).toBe('第一行\n第二行, "引号"\n');
    expect(output("i-2")).toBe("DB_PASSWORD=[masked-password]\n");
    await page.getByText("2 secrets masked").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("input[type=file]").first().setInputFiles(file("again.ndjson", ndjson));
    await page.getByText("Read 1 run from again.ndjson.").waitFor();
  });

  test("text has a block for each instance", async () => {
    const { page } = await open();

    const text = await save(page, /^Text/);

    expect(text).toContain('==== i-1 Success exit 0 ====\n第一行\n第二行, "引号"\n');
    expect(text).toContain("==== i-2 Failed exit 1 ====\nDB_PASSWORD=[masked-password]\n");
    expect(text.match(/^==== /gm)).toHaveLength(3);
  });

  test.each([/^CSV/, /^NDJSON/, /^Text/])("%s has exactly the rows that are shown", async (name) => {
    const { page } = await open();
    await filter(page, "is:failed i-3");
    const shown = page.locator("invoscope-instances [data-instance]");
    await expect.poll(() => shown.count()).toBe(1);

    const content = await save(page, name);

    expect(await shown.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-instance")))).toEqual([
      "i-3",
    ]);
    expect(content.match(/\bi-\d\b/g)).toEqual(["i-3"]);
  });

  test("secrets leave where they are asked for", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Export", exact: true }).click();

    await page.getByLabel("Include secrets").check();

    expect(await save(page, /^Text/)).toContain("DB_PASSWORD=hunter2");
    expect(await page.getByText(/secrets? masked/).count()).toBe(0);
  });
});

describe("copies", () => {
  test("of a command are masked, say so, and offer the whole", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "Command" }).click();

    await page.getByRole("button", { name: "Copy the command" }).click();
    const note = page.getByRole("button", { name: "Copy with secrets" });
    await note.waitFor();
    const masked = await clipboard(page);
    await note.click();

    await expect.poll(() => clipboard(page)).toBe("mysql -uroot -pAbc123 < 脚本.sql");
    expect(masked).toBe("mysql -uroot -p[masked-password] < 脚本.sql");
    await expect.poll(() => note.isVisible()).toBe(false);
  });

  test("without a secret say nothing of secrets", async () => {
    const { page } = await open();
    await page.keyboard.press("n");

    await page.getByRole("complementary").getByRole("button", { name: "Copy" }).first().click();

    await expect.poll(() => clipboard(page)).toBe("i-2");
    expect(await page.getByRole("button", { name: "Copy with secrets" }).isVisible()).toBe(false);
  });

  test("of the raw answer are masked inside of its Base64", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "Raw" }).click();

    await page.getByRole("button", { name: "Copy the JSON" }).click();
    await page.getByRole("button", { name: "Copy with secrets" }).waitFor();

    const [run] = JSON.parse(await clipboard(page)).Invocations.Invocation;
    expect(Buffer.from(run.CommandContent, "base64").toString()).toBe(
      "mysql -uroot -p[masked-password] < 脚本.sql",
    );
  });

  test("of the raw answer as a file are masked too, unless told otherwise", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "Raw" }).click();
    const download = async (): Promise<string> => {
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download" }).click(),
      ]);
      return readFileSync(await saved.path(), "utf8");
    };
    const secret = Buffer.from("DB_PASSWORD=hunter2\n").toString("base64");

    const masked = await download();
    await page.getByText("2 secrets masked").waitFor();
    await page.getByLabel("Include secrets").check();

    expect([masked.includes(secret), (await download()).includes(secret)]).toEqual([false, true]);
  });

  test("of an output as a file are masked, say so, and offer the whole", async () => {
    const { page } = await open();
    await page.keyboard.press("n");
    const pane = page.getByRole("complementary");
    const save = async (name: string): Promise<string> => {
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        pane.getByRole("button", { name, exact: true }).click(),
      ]);
      return readFileSync(await saved.path(), "utf8");
    };

    expect(await save("Download the bytes")).toBe("DB_PASSWORD=[masked-password]\n");
    await pane.getByText("1 secret masked").waitFor();
    expect(await save("Save with secrets")).toBe("DB_PASSWORD=hunter2\n");
  });
});
