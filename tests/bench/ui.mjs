/**
 * How long the console takes from an input to the next paint: a list of 100,000 invocations that is read page by page,
 * and a run set of 5,000 instances, both of the simulator, through the proxy.
 * `npm run bench:ui`; `-- --quick` takes a list of 25,000.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { chromium } from "playwright-core";
import { inRoot } from "../../scripts/lib/paths.mjs";
import { startStack } from "../../scripts/lib/stack.mjs";
import { listJobs, loadAll } from "./ui/list.mjs";
import { addGauge, table } from "./ui/measure.mjs";
import { runJobs } from "./ui/run.mjs";

const invocations = process.argv.includes("--quick") ? 25_000 : 100_000;
const instances = 5_000;

const stack = await startStack(process.env, {
  proxyArgs: ["--port", "0"],
  simulatorArgs: ["--invocations", String(invocations), "--rollout", String(instances), "--clock", "fixed"],
});
const browser = await chromium.launch({
  executablePath: process.env.CHROME_BIN ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en" });
  page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
  await addGauge(page);
  await page.goto(stack.url);
  const fleet = page.getByRole("link", { name: /web-gateway/ }).first();
  await fleet.waitFor();
  const { row, seconds } = await loadAll(page, invocations);
  const address = new URL((await fleet.getAttribute("href")) ?? "", stack.url).href;
  const rows = [row, ...(await listJobs(page))];

  const startMs = performance.now();
  await page.goto(address);
  const headline = page
    .locator(".headline")
    .filter({ hasText: `${instances.toLocaleString("en")} instances` });
  await headline.waitFor({ timeout: 60_000 });
  const headlineMs = performance.now() - startMs;
  await page.getByText(/Reading outputs/).waitFor({ state: "detached", timeout: 60_000 });
  rows.push(...(await runJobs(page)));

  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, chromium: browser.version() };
  const result = { machine, invocations, instances, listSeconds: seconds, headlineMs, rows };
  mkdirSync(inRoot("target", "bench"), { recursive: true });
  writeFileSync(inRoot("target", "bench", "ui.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`${machine.cpu}, ${machine.cores} cores, Chromium ${machine.chromium}\n\n`);
  process.stdout.write(`${invocations} invocations read in ${seconds.toFixed(0)} s; `);
  process.stdout.write(`headline of ${instances} instances after ${headlineMs.toFixed(0)} ms\n\n`);
  process.stdout.write(`${table(rows)}\n`);
} finally {
  await browser.close();
  await stack.stop();
}
