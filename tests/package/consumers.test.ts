import { afterAll, describe, expect, inject, test } from "vitest";
import { closeBrowser } from "./support/browser.ts";
import { type Consumer, consumers } from "./support/consumers.ts";
import { installConsumer, versionOf } from "./support/install.ts";

/** What the API page's answer holds, and what a cut one is. */
const EXPECTED = { records: 1, headline: "1 instance: 1 succeeded", code: "json-syntax" };

const rows: string[][] = [];

afterAll(async () => {
  await closeBrowser();
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]): string => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join("  ");
  console.log(["", ...rows.sort().map(line), ""].join("\n"));
});

function versionsOf(consumer: Consumer, folder: string): string {
  const tools = consumer.tools.map((tool) => `${tool} ${versionOf(folder, tool)}`);
  return tools.length > 0 ? tools.join(", ") : `node ${process.version.slice(1)}`;
}

describe("the packed package works in", () => {
  test.concurrent.each(consumers)("$name", { timeout: 400_000 }, async (consumer) => {
    const packed = { tarball: inject("tarball"), unpacked: inject("unpacked") };
    const folder = await installConsumer(consumer.name, packed);
    const from = performance.now();
    let looked: Record<string, unknown> = {};
    try {
      looked = await consumer.look(folder);
      for (const [where, what] of Object.entries(looked)) expect(what, where).toMatchObject(EXPECTED);
    } finally {
      const took = `${((performance.now() - from) / 1000).toFixed(1)} s`;
      rows.push([
        consumer.name,
        versionsOf(consumer, folder),
        Object.keys(looked).join(", ") || "fails",
        took,
      ]);
    }
  });
});
