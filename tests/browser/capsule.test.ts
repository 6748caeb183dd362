/** Capsules: made in the console, opened from disk without network, opened again by the console. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InvocationStore } from "invoscope";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "./browser.ts";
import { fleetLink, type Stage, startStage, violations } from "./console-stage.ts";

/** Text that ends elements, opens comments and breaks lines where it is not taken for text. */
const HOSTILE =
  "</script><script>alert(1)</script><!-- <script> \u2028\u2029 ]]> <img src=x onerror=alert(2)>";

const folder = mkdtempSync(join(tmpdir(), "invoscope-capsule-"));
let stage: Stage;
let browser: Browser;
let fleet: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [stage, browser] = await Promise.all([startStage(), launchChromium()]);
  const { page } = await stage.open("/");
  await fleetLink(page).click();
  await page.getByText("3 ways to fail").waitFor();
  fleet = await save(page, "fleet.html");
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Saves a capsule of the run that is shown; gives its path. */
async function save(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Capsule/ }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

interface Opened {
  readonly page: Page;
  /** Errors, policy violations, dialogs and calls. */
  readonly complaints: string[];
}

/** Opens a capsule from disk; a call to anywhere is refused and is a complaint. */
async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en",
    ...options,
  });
  contexts.push(context);
  await context.setOffline(true);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|blob):/.test(request.url())) complaints.push(`call ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(path).href);
  return { page, complaints };
}

/** A page with a saved answer whose every text is hostile. */
async function openHostile(): Promise<Page> {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const answer = {
    Invocations: {
      Invocation: [
        {
          InvokeId: "t-hostile",
          CommandName: HOSTILE,
          CommandContent: base64(`mysql -uroot -pAbc123 # ${HOSTILE}`),
          Odd: HOSTILE,
          InvokeInstances: {
            InvokeInstance: ["i-1", "i-2"].map((InstanceId, exit) => ({
              InstanceId,
              InvocationStatus: exit === 0 ? "Success" : "Failed",
              ExitCode: exit,
              ErrorInfo: HOSTILE,
              Output: base64(`DB_PASSWORD=hunter2\n${HOSTILE}\n完成\n`),
            })),
          },
        },
      ],
    },
  };
  const { page } = await stage.open("/");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "hostile.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(answer)),
    });
  await page.getByText("2 instances").first().waitFor();
  return page;
}

describe("a capsule of the run of 500 instances", () => {
  test("shows the first screen from disk, without a call", async () => {
    const { page, complaints } = await open(fleet);

    await page
      .getByText("500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated")
      .first()
      .waitFor();

    for (const title of ["Disk is full", "Agent does not respond", "Execution timed out"]) {
      expect(await page.getByText(title).first().isVisible()).toBe(true);
    }
    expect(await page.locator(".about").textContent()).toContain("All 500 instances");
    expect(complaints).toEqual([]);
  });

  test("opens an output, searches, switches the language, and keeps its place in the address", async () => {
    const { page, complaints } = await open(fleet);
    await page.getByText("3 ways to fail").waitFor();

    await page.keyboard.press("n");
    const pane = page.getByRole("complementary");
    await pane.getByText("No space left on device").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("No space left");
    await page
      .getByText(/\d+ matches in 4 of/)
      .first()
      .waitFor();
    await page.getByLabel("Language").selectOption("zh-CN");
    await page.getByText("500 台实例：493 台成功").first().waitFor({ state: "attached" });

    expect(new URL(page.url()).hash).toBe("#view=search");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.reload();
    await page.getByRole("tab", { name: "Search", selected: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("is one file that allows nothing but its own script", () => {
    const html = readFileSync(fleet, "utf8");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];

    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; connect-src 'none'; /,
    );
    const page = html.replaceAll(/(<script[^>]*>)[\s\S]*?<\/script>/g, "$1");
    expect(page.match(/<script|\b(src|href)=/g)).toEqual(["<script", "<script", "<script"]);
    console.log(`capsule of 500 instances: ${statSync(fleet).size} bytes`);
  });

  test.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
  ] as const)("axe finds nothing: %s, %i px wide", async (colorScheme, width) => {
    const { page } = await open(fleet, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.getByText("3 ways to fail").waitFor();

    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("is opened again by the console", async () => {
    const { page, complaints } = await stage.open("/");
    await fleetLink(page).waitFor();

    await page.locator("input[type=file]").first().setInputFiles(fleet);

    await page.getByText("Read 5 runs from fleet.html.").waitFor();
    await page.locator(".headline").filter({ hasText: "7 failed in 3 ways" }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("makes a capsule of a part of it, which says what it leaves out", async () => {
    const { page, complaints } = await open(fleet);
    await page.getByText("3 ways to fail").waitFor();
    await page.locator("invoscope-run-header .bar button[data-outcome=failed]").click();

    const part = await save(page, "part.html");
    const again = await open(part);

    await again.page.getByText("7 of 500 instances, filtered by “is:failed”").waitFor();
    await again.page.getByText("7 instances: 7 failed in 3 ways").first().waitFor();
    expect(statSync(part).size).toBeLessThan(statSync(fleet).size);
    expect([...complaints, ...again.complaints]).toEqual([]);
  });
});

describe("hostile content", () => {
  test("does nothing, and is shown as it is", async () => {
    const path = await save(await openHostile(), "hostile.html");

    const { page, complaints } = await open(path);
    await page.getByText("2 instances").first().waitFor();
    expect(await page.title()).toContain("</script><script>alert(1)</script>");
    await page.getByRole("tab", { name: "Command" }).click();
    await page.getByText("<img src=x onerror=alert(2)>").first().waitFor();
    await page.getByRole("tab", { name: "Raw" }).click();
    await page.getByRole("region").getByText("onerror").first().waitFor();

    expect(complaints).toEqual([]);
    expect(await page.locator("script").count()).toBe(3);
  });

  test("secrets are masked, and the capsule says how many", async () => {
    const path = await save(await openHostile(), "masked.html");

    const { page } = await open(path);
    await page.getByText("3 secrets masked").waitFor();
    await page.getByRole("tab", { name: "Command" }).click();

    await page.getByText("mysql -uroot -p[masked-password]").first().waitFor();
    const [answer] = await answersIn(page);
    expect(answer).not.toContain("hunter2");
    expect(Buffer.from(answer ?? "", "utf8").toString()).not.toContain("Abc123");
  });

  test("secrets stay where they were asked for, and the capsule warns of them", async () => {
    const page = await openHostile();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByLabel("Include secrets").check();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const path = await save(page, "with-secrets.html");

    const { page: opened } = await open(path);

    await opened.getByText("Secrets were left in on purpose").waitFor();
    await opened.getByRole("tab", { name: "Command" }).click();
    await opened.getByText("-pAbc123").first().waitFor();
  });
});

/** The outputs that the capsule's data holds, decoded outside of the page. */
async function answersIn(page: Page): Promise<string[]> {
  const data = await page.locator("#invoscope-data").textContent();
  const { gunzipSync } = await import("node:zlib");
  const [, ...lines] = gunzipSync(Buffer.from(data ?? "", "base64"))
    .toString()
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const store = new InvocationStore();
    store.ingest(line, undefined);
    const { CommandContent } = JSON.parse(line).Invocations.Invocation[0];
    const outputs = ["i-1", "i-2"].map((id) => Buffer.from(store.outputBytes("t-hostile", id)).toString());
    return [Buffer.from(CommandContent, "base64").toString(), ...outputs].join("\n");
  });
}
