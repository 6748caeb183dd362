import { mkdirSync } from "node:fs";
import { build } from "./lib/build/index.mjs";
import { main } from "./lib/main.mjs";
import { inRoot } from "./lib/paths.mjs";
import { states } from "./lib/screenshots/states.mjs";
import { views } from "./lib/screenshots/views.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { startStack } from "./lib/stack.mjs";

/** The account's time and the page's, so that the same code gives the same pictures. */
const NOW = "2026-11-24T09:00:00Z";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** Light, dark, narrow and forced colours, in English and Chinese, without the pairs that would show nothing further. */
const looks = [
  { name: "light-en", viewport: wide, colorScheme: "light", locale: "en" },
  { name: "dark-en", viewport: wide, colorScheme: "dark", locale: "en" },
  { name: "light-zh", viewport: wide, colorScheme: "light", locale: "zh-CN" },
  { name: "narrow-light-en", viewport: narrow, colorScheme: "light", locale: "en" },
  { name: "narrow-dark-zh", viewport: narrow, colorScheme: "dark", locale: "zh-CN" },
  { name: "forced-colors-en", viewport: wide, forcedColors: "active", locale: "en" },
];

const patterns = process.argv.slice(2).map((text) => new RegExp(text));
const isWanted = (name) => patterns.length === 0 || patterns.some((pattern) => pattern.test(name));

/** `npm run screenshots [-- PATTERN…]`: every view in every look, or those whose name matches, into screenshots/. */
await main(async () => {
  const env = await setUp({ tests: true, pictures: true });
  await build(env);
  const { chromium } = await import("playwright-core");
  const stack = await startStack(env, { proxyArgs: ["--port", "0"], simulatorArgs: ["--now", NOW] });
  const browser = await chromium.launch({ executablePath: env.CHROME_BIN, args: ["--no-sandbox"] });
  mkdirSync(inRoot("screenshots"), { recursive: true });
  try {
    for (const { name, prepare, show } of [...views, ...states]) {
      for (const look of looks) {
        const title = `${name}-${look.name}`;
        if (!isWanted(title)) continue;
        const context = await browser.newContext({
          ...look,
          reducedMotion: "reduce",
          timezoneId: "Asia/Shanghai",
        });
        const page = await context.newPage();
        await page.clock.install({ time: NOW });
        await prepare?.(page);
        await show(page, stack.url);
        await page.evaluate(() => document.fonts.ready);
        const path = inRoot("screenshots", `${title}.png`);
        await page.screenshot({ path });
        process.stdout.write(`${path}\n`);
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await stack.stop();
  }
});
