import { parseArgs } from "node:util";
import { buildTargets, fuzz, hasNightly, targets } from "./lib/fuzz.mjs";
import { main } from "./lib/main.mjs";
import { say, seconds } from "./lib/say.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { cargoFuzz } from "./lib/setup/tools.mjs";
import { runSteps } from "./lib/steps.mjs";

const { values } = parseArgs({
  options: {
    /** In all, shared by the targets. */
    seconds: { type: "string", default: "60" },
    target: { type: "string", multiple: true },
    /** Draws the same inputs again, from the seeds alone. */
    seed: { type: "string" },
    /** A machine without nightly is no failure. */
    optional: { type: "boolean", default: false },
  },
});

await main(async () => {
  const known = targets();
  const wanted = values.target ?? known;
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such target: ${unknown.join(", ")}. There are ${known.join(", ")}.`);
  const each = Math.floor(Number(values.seconds) / wanted.length);
  if (!(each >= 1)) throw new Error(`--seconds must be at least ${wanted.length}: one for each target.`);

  const limits = { seconds: each, seed: values.seed };

  const context = { env: await setUp() };
  if (!(await hasNightly(context.env))) {
    const missing = "Fuzzing needs a nightly Rust: rustup toolchain install nightly";
    if (!values.optional) throw new Error(missing);
    process.stdout.write(`fuzz: skipped. ${missing}\n`);
    return;
  }
  await runSteps([cargoFuzz], context);
  const from = performance.now();
  const binaries = await buildTargets(context.env);
  say(`fuzz targets built in ${seconds(from)}`);

  for (const target of wanted) {
    const { isGood, output, found, executions, coverage } = await fuzz(target, limits, binaries, context.env);
    process.stdout.write(
      `${isGood ? "ok  " : "FAIL"} ${target.padEnd(12)} ${executions} executions in ${each} s, ${coverage} edges\n`,
    );
    if (isGood) continue;
    process.exitCode = 1;
    process.stdout.write(`${output.split("\n").slice(-60).join("\n")}\n`);
    for (const file of found) process.stdout.write(`kept: tests/crashers/${target}/${file}\n`);
  }
});
