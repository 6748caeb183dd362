import { mkdirSync } from "node:fs";
import { build } from "./lib/build/index.mjs";
import { main } from "./lib/main.mjs";
import { inRoot } from "./lib/paths.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { startStack } from "./lib/stack.mjs";

const paths = process.argv.slice(2);

const viewports = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };

/** `npm run screenshots -- / '/#/…'`: each path, wide and narrow, light and dark, into screenshots/. */
await main(async () => {
  const env = await setUp({ tests: true });
  await build(env);
  const { chromium } = await import("playwright-core");
  const stack = await startStack(env, { proxyArgs: ["--port", "0"] });
  const browser = await chromium.launch({ executablePath: env.CHROME_BIN, args: ["--no-sandbox"] });
  mkdirSync(inRoot("screenshots"), { recursive: true });
  try {
    for (const [index, path] of (paths.length > 0 ? paths : ["/"]).entries()) {
      for (const [width, viewport] of Object.entries(viewports)) {
        for (const colorScheme of ["light", "dark"]) {
          const page = await browser.newPage({ viewport, colorScheme });
          await page.goto(new URL(path, stack.url).href, { waitUntil: "networkidle" });
          const file = inRoot("screenshots", `${index + 1}-${width}-${colorScheme}.png`);
          await page.screenshot({ path: file });
          process.stdout.write(`${path} → ${file}\n`);
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
    await stack.stop();
  }
});
