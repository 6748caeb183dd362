/**
 * Bodies of 200 MB through the shipped module, in a fresh Node and a fresh page each: read, or refused with a code;
 * never a trap, and with memory that is bounded. Takes minutes and gigabytes: `npm run test:large`.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/browser.ts";
import { run } from "../package/support/run.ts";

type Outcome = string | { runs: number; instances: number };

interface Measured {
  outcome: Outcome;
  ms: number;
  megabytes: number;
  grownMegabytes: number;
}

const MILLION = 2 ** 20 - 1;
const read = (instances: number) => ({ runs: 1, instances });

/**
 * Shape, reading, what comes of it, and how far the module's memory may grow: by the copy of the body, by what is
 * kept of its parts, and by the text of the result.
 */
const CASES: readonly [shape: string, reading: string, outcome: Outcome, megabytes: number][] = [
  ["outputs", "ingest", read(8300), 1500],
  ["outputs", "parse", read(8300), 1100],
  ["outputs", "readAnswer", read(8300), 210],
  ["outputs", "summarize", read(8300), 210],
  ["cut", "ingest", "json-syntax", 210],
  ["million", "ingest", read(MILLION), 650],
  ["million", "parse", read(MILLION), 650],
  ["million", "readAnswer", read(MILLION), 650],
  ["more than a million", "ingest", "too-large", 800],
  ["duplicate members", "parse", "too-large", 300],
  ["unknown members", "parse", "too-large", 300],
  ["digits", "ingest", read(0), 700],
  ["text", "ingest", read(0), 700],
  ["escapes", "ingest", read(0), 600],
  ["depth", "ingest", read(0), 750],
  ["blanks", "parse", "empty-answer", 210],
  ["zeros", "parse", "json-syntax", 210],
];

function check(
  shape: string,
  reading: string,
  measured: Measured,
  outcome: Outcome,
  megabytes: number,
): void {
  const { ms, grownMegabytes } = measured;
  console.log(
    `${shape}, ${reading}: ${measured.megabytes.toFixed(0)} MB in ${ms} ms, memory +${grownMegabytes.toFixed(0)} MB`,
  );
  expect(measured.outcome).toEqual(outcome);
  expect(grownMegabytes).toBeLessThan(megabytes);
}

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("in Node", () => {
  test.each(CASES)("%s, %s", async (shape, reading, outcome, megabytes) => {
    const out = await run(process.execPath, ["tests/large/node.mjs", shape, reading], root);

    check(shape, reading, JSON.parse(out), outcome, megabytes);
  });
});

/** Serves the files that the page loads, and no others. */
function serve(): Promise<Server> {
  const files: Readonly<Record<string, string>> = {
    "/measure.mjs": "tests/large/measure.mjs",
    "/invoscope.js": "dist/wasm/invoscope.js",
    "/invoscope_bg.wasm": "dist/wasm/invoscope_bg.wasm",
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    const type = file?.endsWith(".wasm") ? "application/wasm" : file ? "text/javascript" : "text/html";
    response.setHeader("content-type", type).end(file ? readFileSync(`${root}/${file}`) : "<!doctype html>");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("in Chromium", () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serve()]);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test.each(CASES)("%s, %s", async (shape, reading, outcome, megabytes) => {
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);

    // As text: vitest would rewrite the imports of a function for itself.
    const measured: Measured = await page.evaluate(`Promise.all([
      import("/measure.mjs"),
      import("/invoscope.js"),
      fetch("/invoscope_bg.wasm").then((answer) => answer.arrayBuffer()),
    ]).then(([{ measure }, glue, module]) => measure(glue, module, ${JSON.stringify(shape)}, "${reading}"))`);

    check(shape, reading, measured, outcome, megabytes);
    await page.close();
  });
});
