import { afterAll, describe, expect, inject, test } from "vitest";
import { browserVersion, closeBrowser } from "./support/browser.ts";
import { consumers } from "./support/consumers.ts";
import { installConsumer, versionOf } from "./support/install.ts";
import { compared, matrixPage, type Row } from "./support/matrix.ts";

/** What the API page's answer holds, what a cut one is, and a text that is loaded apart. */
const EXPECTED = {
  records: 1,
  headline: "1 instance: 1 succeeded",
  code: "json-syntax",
  title: "云助手 Agent 未运行",
};

const rows: Row[] = [];

afterAll(closeBrowser);

describe("the packed package works in", () => {
  test.concurrent.each(consumers)("$name", { timeout: 400_000 }, async (consumer) => {
    const packed = { tarball: inject("tarball"), unpacked: inject("unpacked") };
    const folder = await installConsumer(consumer.name, packed);
    const looked = await consumer.look(folder);
    for (const [where, what] of Object.entries(looked))
      expect(what, where).toMatchObject({ ...EXPECTED, ...consumer.also });
    const tools = consumer.tools.map((tool) => `${tool} ${versionOf(folder, tool)}`);
    rows.push({ project: consumer.name, tools, ranIn: Object.keys(looked) });
  });
});

test("the table says the same", async ({ skip }) => {
  skip(rows.length < consumers.length, "the table is of all consumers, and each has to work");
  const machine = `Node ${process.versions.node} and Chromium ${await browserVersion()}`;

  const { written, found } = compared(matrixPage(rows, machine));

  expect(written).toBe(found);
});
