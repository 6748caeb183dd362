import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { ANSWER } from "./support/install.ts";
import { run } from "./support/run.ts";

/** Fills and frees 10,000 stores, then leaves 10,000 to the garbage collector; prints what is in use. */
const SCRIPT = `
const { initSync, InvocationStore } = await import(process.argv[1]);
// The module was started by the entry: this gives its exports.
const answer = process.argv[2];
const settle = async () => { for (let n = 0; n < 4; n++) { gc(); await new Promise((done) => setTimeout(done, 20)); } };
const used = async () => { await settle(); const { rss, arrayBuffers, external } = process.memoryUsage(); return { rss, external: external + arrayBuffers }; };
const ingest = (n, end) => { for (let i = 0; i < n; i++) { const store = new InvocationStore(); store.ingest(answer, { includeOutput: true }); store.summary(store.list({}).rows[0].id); end(store); } };
ingest(2000, (store) => store.free());
const before = await used();
ingest(10000, (store) => store.free());
const freed = await used();
for (let n = 0; n < 100; n++) { ingest(100, () => {}); await settle(); }
const collected = await used();
const one = new InvocationStore();
for (let i = 0; i < 10000; i++) one.ingest(answer, { includeOutput: true });
const again = await used();
console.log(JSON.stringify({ before, freed, collected, again, bytes: one.bytes, runs: one.runCount }));
`;

const MIB = 1024 * 1024;

test("10,000 ingests leave no memory behind: freed, collected, or into one store", async () => {
  const entry = join(inject("unpacked"), "dist", "node.js");
  const args = ["--expose-gc", "--input-type=module", "--eval", SCRIPT, entry, ANSWER];
  const { before, freed, collected, again, bytes, runs } = JSON.parse(
    await run(process.execPath, args, inject("unpacked")),
  );
  console.table({ before, freed, collected, again });

  // The module's memory is an ArrayBuffer, which grows by pages of 64 KiB and never shrinks.
  expect(freed.external - before.external).toBeLessThan(0.25 * MIB);
  expect(again.external - before.external).toBeLessThan(1 * MIB);
  // A hundred stores wait for the collector at a time.
  expect(collected.external - before.external).toBeLessThan(2 * MIB);
  expect(again.rss - before.rss).toBeLessThan(24 * MIB);
  expect([runs, bytes < 16_384]).toEqual([1, true]);
});
