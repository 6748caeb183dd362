import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { answer, shapes } from "../tests/bench/payloads.js";
import { main } from "./lib/main.mjs";
import { inRoot } from "./lib/paths.mjs";
import { capture, run, which } from "./lib/run.mjs";
import { setUp } from "./lib/setup/index.mjs";

// Instructions, unlike time, are the same on a machine that has other work. What they stand for differs by compiler,
// so the counts are stored with the compiler's version and are compared with those of the same one alone.
const { values } = parseArgs({
  options: {
    /** Stores the counts as the new baseline. */
    save: { type: "boolean", default: false },
    /** Measures times with criterion instead. */
    criterion: { type: "boolean", default: false },
  },
});

const crate = inRoot("tests", "bench", "native");
const baselineFile = join(crate, "instructions.json");
const payloadDir = inRoot("target", "bench", "payloads");
/** More than what the layout of memory changes from run to run. */
const TOLERANCE = 0.02;

const payloads = {
  P1: shapes.P1,
  P2: shapes.P2,
  P3: shapes.P3,
  "P2-chinese": { ...shapes.P2, chinese: true },
  "P2-pretty": { ...shapes.P2, pretty: true },
  "P2-shuffled": { ...shapes.P2, shuffle: true },
};

await main(async () => {
  const env = { ...(await setUp()), INVOSCOPE_PAYLOADS: payloadDir };
  mkdirSync(payloadDir, { recursive: true });
  for (const [name, shape] of Object.entries(payloads))
    writeFileSync(join(payloadDir, `${name}.json`), answer({ ...shape, seed: 1 }));

  const manifest = [
    "--manifest-path",
    join(crate, "Cargo.toml"),
    "--target-dir",
    inRoot("target", "bench-native"),
  ];
  if (values.criterion) {
    await run("cargo", ["bench", ...manifest], { env, stdio: ["ignore", "inherit", "inherit"] });
    return;
  }
  if (!which("valgrind")) throw new Error("Counting instructions needs valgrind: apt-get install valgrind");
  await run("cargo", ["build", "--release", ...manifest], { env });

  const { output: version } = await capture("rustc", ["--version"], { env });
  const rustc = version.trim().split(" ").slice(0, 2).join(" ");
  const counts = {};
  for (const job of ["summary", "outputs", "ingest", "refresh", "list"])
    for (const name of Object.keys(payloads)) counts[`${job} ${name}`] = await count(job, name, env);
  if (values.save) {
    writeFileSync(baselineFile, `${JSON.stringify({ rustc, counts }, undefined, 2)}\n`);
    process.stdout.write(`stored ${Object.keys(counts).length} counts of ${rustc}\n`);
    return;
  }
  compare(JSON.parse(readFileSync(baselineFile, "utf8")), rustc, counts);
});

async function count(job, payload, env) {
  const binary = inRoot("target", "bench-native", "release", "invoscope-bench");
  const args = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*measured*", binary];
  const output = await run("valgrind", [...args, job, join(payloadDir, `${payload}.json`)], { env });
  const found = /Collected : (\d+)/.exec(output);
  if (!found) throw new Error(`callgrind said no count:\n${output}`);
  return Number(found[1]);
}

function compare(baseline, rustc, counts) {
  if (baseline.rustc !== rustc)
    process.stdout.write(`The baseline is of ${baseline.rustc}, this is ${rustc}: nothing is judged.\n`);
  for (const [name, now] of Object.entries(counts)) {
    const before = baseline.counts[name];
    const change = before === undefined ? 0 : now / before - 1;
    const isWorse = baseline.rustc === rustc && (before === undefined || change > TOLERANCE);
    if (isWorse) process.exitCode = 1;
    const percent = before === undefined ? "new" : `${(change * 100).toFixed(1)} %`;
    process.stdout.write(
      `${isWorse ? "MORE" : "ok  "} ${name.padEnd(20)} ${String(now).padStart(12)} ${percent}\n`,
    );
  }
}
