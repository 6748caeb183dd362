import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { build } from "./lib/build/index.mjs";
import { exploreRound } from "./lib/explore.mjs";
import { main } from "./lib/main.mjs";
import { setUp } from "./lib/setup/index.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    /** Repeats the round that failed, alone. */
    seed: { type: "string" },
  },
});

await main(async () => {
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error("--minutes must be a positive number.");
  const env = await setUp();
  await build(env);
  const until = performance.now() + minutes * 60_000;
  do {
    const seed = values.seed ?? String(randomInt(2 ** 31));
    const { failed, passed, output } = await exploreRound(seed, env);
    process.stdout.write(`${failed ? "FAIL" : "ok  "} seed ${seed.padEnd(10)} ${passed} passed\n`);
    if (!failed) continue;
    process.exitCode = 1;
    process.stdout.write(`${output}\nAgain: npm run explore -- --seed ${seed}\n`);
    return;
  } while (values.seed === undefined && performance.now() < until);
});
