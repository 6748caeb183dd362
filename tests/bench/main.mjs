// `npm run bench`: what the package costs in a browser, against JavaScript doing the same.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { benchProxy } from "../proxy/bench.mjs";
import { bundle, bundleEntry } from "./bundle.mjs";
import { answer, historyBatch, historyShape, shapes } from "./payloads.js";
import { mustBeSame } from "./same.js";
import { serve } from "./server.mjs";
import { table } from "./table.mjs";
import { asRows, spread, WARM_MS } from "./timing.js";

const isQuick = process.argv.includes("--quick");
const options = isQuick ? { rounds: 5, budgetMs: 15 } : { rounds: 15, budgetMs: 60 };
const outDir = fileURLToPath(new URL("../../target/bench/", import.meta.url));
const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROME_BIN || "/usr/bin/chromium",
    args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-blink-features=ForceEagerMeasureMemory"],
  });

const results = [];
const keep = (job, payload, rows) => {
  results.push({ job, payload, rows });
  process.stderr.write(`${job}, ${payload}\n`);
};

mkdirSync(outDir, { recursive: true });
await bundle(`${outDir}page`);
const bodies = new Map();
for (const name of ["P1", "P2", "P3"]) {
  const seeds = name === "P1" ? 6 : 3;
  for (let seed = 1; seed <= seeds; seed += 1)
    bodies.set(`${name}-${seed}`, answer({ ...shapes[name], seed }));
}
const server = await serve(`${outDir}page`, bodies);
try {
  await inPage();
  await cold();
} finally {
  server.close();
}
await sizes();
if (!process.argv.includes("--no-proxy")) {
  const figures = await benchProxy(isQuick ? { rounds: 200, large: 3 } : {});
  results.push({ job: "proxy", payload: "40 KB", figures });
}
const browser = await launch();
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  chromium: browser.version(),
};
await browser.close();
writeFileSync(
  `${outDir}${isQuick ? "quick" : "full"}.json`,
  `${JSON.stringify({ machine, results }, undefined, 2)}\n`,
);
process.stdout.write(`${table(results, machine)}\n`);

async function inPage() {
  const variants = [
    ["ASCII", {}],
    ["Chinese", { chinese: true }],
  ];
  const summaryVariants = [
    ["ASCII, keys shuffled", { shuffle: true }],
    ["ASCII, pretty-printed", { pretty: true }],
  ];
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => process.stderr.write(`${error.stack}\n`));
    await page.goto(`${server.url}/index.html`);
    await page.waitForFunction(() => globalThis.isReady, undefined, { timeout: 20_000 });
    const run = async (job, shape, [label, variant]) => {
      const { rows, bodyBytes } = await page.evaluate(
        ([job, shape, variant, options]) => comparePage(job, shape, variant, options),
        [job, shape, variant, options],
      );
      keep(job, `${shape} ${label}, ${Math.round(bodyBytes / 1000)} kB`, rows);
    };
    for (const job of ["summary", "bytes", "copies", "strings"])
      for (const shape of ["P1", "P2", "P3"]) for (const variant of variants) await run(job, shape, variant);
    for (const shape of ["P1", "P2"])
      for (const variant of summaryVariants) await run("summary", shape, variant);
    for (const shape of ["P1", "P2"])
      keep(
        "refresh",
        shape,
        await page.evaluate(([shape, options]) => compareRefresh(shape, options), [shape, options]),
      );
    for (const shape of ["P1", "P2", "P3"]) {
      const urls = [...bodies.keys()]
        .filter((name) => name.startsWith(shape))
        .map((name) => `/answers/${name}`);
      keep(
        "fetch to summary",
        shape,
        await page.evaluate(([urls, rounds]) => compareFetching(urls, rounds), [urls, isQuick ? 7 : 21]),
      );
    }
  } finally {
    await browser.close();
  }
  for (const unique of [false, true]) {
    const payload = (pages) =>
      `P4 ${pages * historyShape.invocations} runs, strings ${unique ? "unique" : "repeat"}`;
    const read = isQuick ? 1_200 : 2_000;
    keep("ingest", payload(read), await ingest(read, unique));
    const kept = isQuick ? 200 : 2_000;
    const { page, close } = await openPage();
    try {
      const found = await page.evaluate(
        ([pages, unique, options]) => compareHistory(pages, unique, options),
        [kept, unique, options],
      );
      for (const job of ["memory", "search", "viewport"]) keep(job, payload(kept), found[job]);
    } finally {
      await close();
    }
  }
}

/** A page with the jobs in a browser of its own. */
async function openPage() {
  const browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${server.url}/index.html`);
  await page.waitForFunction(() => globalThis.isReady);
  return { page, close: () => browser.close() };
}

/**
 * A history read by each side in turns, each in a browser of its own: what one keeps is no work for the other's
 * collector. The rounds in which code is not yet compiled for good count for nothing.
 */
async function ingest(pages, unique) {
  const names = ["JSON.parse, objects kept", "invoscope"];
  const opened = await Promise.all(names.map(openPage));
  try {
    await Promise.all(opened.map(({ page }, at) => page.evaluate((name) => startReading(name), names[at])));
    const samples = names.map(() => []);
    const spentMs = names.map(() => 0);
    for (let round = 0; round < pages / historyBatch; round += 1) {
      const isWarm = spentMs.every((ms) => ms >= WARM_MS);
      for (let turn = 0; turn < names.length; turn += 1) {
        const at = (turn + round) % names.length;
        const { page } = opened[at];
        const ms = await page.evaluate(([round, unique]) => readMore(round, unique), [round, unique]);
        spentMs[at] += ms;
        if (isWarm) samples[at].push(ms);
      }
    }
    for (const { page } of opened)
      mustBeSame(pages * historyShape.invocations, await page.evaluate(() => readSoFar()), "ingest");
    return asRows(names, samples);
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

/** What each side takes in a browser that has no code of it: `measure` is given the page that was opened. */
async function inFreshBrowsers(pathOf, measure) {
  const samples = { "best JS": [], invoscope: [] };
  for (let round = 0; round < (isQuick ? 3 : 7); round += 1) {
    for (const [side, values] of Object.entries(samples)) {
      const browser = await launch();
      try {
        const page = await browser.newPage();
        await page.goto(`${server.url}/${pathOf(side)}`);
        values.push(await measure(page, side));
      } finally {
        await browser.close();
      }
    }
  }
  return (of) => Object.entries(samples).map(([name, values]) => ({ name, ms: spread(values.map(of)) }));
}

async function cold() {
  for (const shape of ["P1", "P2"]) {
    const url = `/answers/${shape}-1`;
    const parts = await inFreshBrowsers(
      () => "cold.html",
      async (page, side) => {
        await page.waitForFunction(() => globalThis.measureCold);
        return page.evaluate(([side, url]) => measureCold(side, url), [side, url]);
      },
    );
    for (const part of ["ready", "first", "second"])
      keep(
        `cold: ${part}`,
        shape,
        parts((values) => values[part]),
      );
    const opened = await inFreshBrowsers(
      (side) => `opened-${side === "invoscope" ? side : "js"}.html?answer=${url}`,
      async (page) => {
        await page.waitForFunction(() => globalThis.shown);
        const { ms, runs } = await page.evaluate(() => globalThis.shown);
        mustBeSame(runs, shapes[shape].invocations, `cold, ${shape}`);
        return ms;
      },
    );
    keep(
      "cold: page opened",
      shape,
      opened((ms) => ms),
    );
  }
}

async function sizes() {
  const files = await bundleEntry();
  const rows = files.map(({ name, bytes }) => ({
    name: name.replace(/-[\w-]{8}(?=\.\w+$)/, "").replace(/^assets\//, ""),
    raw: bytes.length,
    brotli: brotliCompressSync(bytes).length,
  }));
  results.push({ job: "sizes", payload: "entry .", sizes: rows });
}
