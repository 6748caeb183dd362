/** What tests of the built console share: the page, and everything that goes wrong on it. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium, startStack } from "./browser.ts";

const consoleFolder = new URL("../../dist/console/", import.meta.url).pathname;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page, and everything that went wrong on it. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
}

type PageOptions = Parameters<Browser["newContext"]>[0] & {
  /** Sets the page up before it is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};

/** Simulator, proxy, console and browser. */
export interface Stage {
  /** Ends in a slash. */
  readonly url: string;
  /** Opens a path; policy violations, errors and dialogs are complaints. */
  open(path: string, options?: PageOptions): Promise<Watched>;
  /** Closes the pages that are open. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

type StageOptions = Parameters<typeof startStack>[0];

/** One stage for the tests of a file. Each has pages of its own, which are closed behind it. */
export function stageOfFile(options: StageOptions = {}): Pick<Stage, "open" | "leave"> {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(options);
  }, 60_000);
  afterEach(() => stage.leave());
  afterAll(() => stage.close());
  return { open: (...args) => stage.open(...args), leave: () => stage.leave() };
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  if (!existsSync(consoleFolder)) throw new Error("the console is not built; run npm run build");
  const [browser, stack] = await Promise.all([launchChromium(), startStack({ ...options, consoleFolder })]);
  const contexts: BrowserContext[] = [];
  return {
    url: stack.url,
    async open(path, { prepare, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: "en",
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      const watched = { page, complaints: complaintsOf(page) };
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await prepare?.(page);
      await page.goto(new URL(path, stack.url).href);
      return watched;
    },
    async leave() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
    async close() {
      await browser.close();
      await stack.close();
    },
  };
}

function complaintsOf(page: Page): string[] {
  page.setDefaultTimeout(6_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

/** The row of the run of 500 instances, which is five `InvokeId`s. */
export const fleetLink = (page: Page) => page.getByRole("link", { name: /web-gateway/ }).first();

/**
 * Waits for a text without its time: of a page whose clock was installed, a minute and more goes by in no time.
 * What the page waits for meanwhile, such as the next try, comes at once.
 */
export async function later(page: Page, text: RegExp): Promise<void> {
  const shown = page.getByText(text).first();
  for (let tries = 0; tries < 60; tries += 1) {
    if (await shown.isVisible()) return;
    await page.clock.fastForward(2_000);
    await page.waitForTimeout(50);
  }
  await shown.waitFor();
}

/** What axe-core finds, as rule and place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    interface Axe {
      run(options: {
        resultTypes: string[];
      }): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      // What passes needs no selector, and a long table has thousands of those.
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ""}`),
    );
  });
}
