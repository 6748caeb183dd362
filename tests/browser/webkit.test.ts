import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stack, startStack } from "./browser.ts";
import { openSession, type Session } from "./webdriver.ts";

/** WebKitGTK's own small browser, which Debian keeps out of `PATH`. */
const LIBRARIES = "/usr/lib/x86_64-linux-gnu";
const BROWSER = existsSync(LIBRARIES)
  ? readdirSync(LIBRARIES)
      .filter((name) => name.startsWith("webkit2gtk-"))
      .map((name) => join(LIBRARIES, name, "MiniBrowser"))
      .find((path) => existsSync(path))
  : undefined;
const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";
/** apt-get install webkit2gtk-driver xvfb. */
const isThere = BROWSER !== undefined && existsSync(DRIVER) && existsSync(SCREEN);

const consoleFolder = new URL("../../dist/console/", import.meta.url).pathname;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A screen that nobody looks at; it says its number once it is there. */
async function startScreen(): Promise<{ child: ChildProcess; display: string }> {
  const child = spawn(SCREEN, ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error("the screen did not start")));
    child.stdio[3]?.once("data", (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return { child, display };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

describe.skipIf(!isThere)("WebKitGTK", () => {
  const children: ChildProcess[] = [];
  let stack: Stack;
  let session: Session;

  beforeAll(async () => {
    stack = await startStack({ consoleFolder });
    const { child, display } = await startScreen();
    children.push(child);
    const port = await freePort();
    children.push(
      spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: display } }),
    );
    const url = `http://127.0.0.1:${port}/`;
    await answers(`${url}status`);
    session = await openSession(url, {
      "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] },
    });
  }, 120_000);

  afterAll(async () => {
    await session?.close();
    for (const child of children.reverse()) child.kill();
    await stack?.close();
  });

  test("leads from the list to the run, its failures, an output and a search", async () => {
    await session.goto(stack.url);

    await session.until(() => {
      const list = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-list");
      const links = [...(list?.shadowRoot?.querySelectorAll<HTMLElement>("a.name") ?? [])];
      const link = links.find((name) => name.textContent?.includes("web-gateway"));
      link?.click();
      return link !== undefined;
    });

    const headline = await session.until(() => {
      const viewer = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-viewer");
      const header = viewer?.shadowRoot?.querySelector("invoscope-run-header");
      const text = header?.shadowRoot?.querySelector(".headline")?.textContent ?? "";
      return /7 failed in 3 ways|7 台失败（3 种原因）/.test(text) && text;
    });
    expect(headline).toMatch(/500/);

    const decisive = await session.until(() => {
      const viewer = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-viewer");
      const families = viewer?.shadowRoot?.querySelector("invoscope-families");
      const lines = families?.shadowRoot?.querySelector<HTMLElement>("button.lines");
      lines?.click();
      return lines?.querySelector(".decisive .text")?.textContent;
    });
    expect(decisive).toContain("No space left on device");

    const shown = await session.until(() => {
      const viewer = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-viewer");
      const output = viewer?.shadowRoot?.querySelector("aside invoscope-output");
      return output?.shadowRoot?.querySelector(".line.now .text")?.textContent;
    });
    expect(shown).toBe(decisive);

    const found = await session.until(() => {
      const viewer = document.querySelector("invoscope-app")?.shadowRoot?.querySelector("invoscope-viewer");
      viewer?.shadowRoot?.querySelector<HTMLElement>("#tab-search")?.click();
      const search = viewer?.shadowRoot?.querySelector("invoscope-search")?.shadowRoot;
      const input = search?.querySelector("input");
      if (input && input.value === "") {
        input.value = "No space left on device";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return search?.querySelector("button.hit mark")?.textContent;
    });
    expect(found).toBe("No space left on device");
  }, 240_000);
});
