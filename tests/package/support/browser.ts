import { type Browser, chromium } from "playwright-core";

let running: Promise<Browser> | undefined;

/** One Chromium for all pages of a test file. */
function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: process.env.CHROME_BIN || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  return running;
}

/** Such as `143.0.7499.40`. */
export async function browserVersion(): Promise<string> {
  return (await browser()).version();
}

/** Ends it, if it was started. */
export async function closeBrowser(): Promise<void> {
  const started = running;
  running = undefined;
  await (await started)?.close();
}

/**
 * What the page at an address settles `globalThis.looked` to. Fails with what the console says, and where anything
 * could not be loaded.
 */
export async function lookedAt(url: string): Promise<unknown> {
  const page = await (await browser()).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url);
    await page.waitForFunction("globalThis.looked !== undefined", undefined, { timeout: 20_000 });
    const looked = await page.evaluate("globalThis.looked");
    if (complaints.length > 0) throw new Error("the console has complaints");
    return looked;
  } catch (error) {
    throw new Error([String(error), ...complaints].join("\n"));
  } finally {
    await page.close();
  }
}
