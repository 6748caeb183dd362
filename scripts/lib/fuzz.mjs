import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFixtures, seedsOf } from "./fuzz-seeds.mjs";
import { inRoot } from "./paths.mjs";
import { capture, run, succeeds } from "./run.mjs";

const fuzzDir = "tests/fuzz";
const outDir = inRoot("target", "fuzz");

/** The names of the binaries in the fuzz workspace. */
export function targetsOf(manifest) {
  return [...manifest.matchAll(/^\[\[bin\]\]\s+name = "(\w+)"/gm)].map(([, name]) => name);
}

export const targets = () => targetsOf(readFileSync(inRoot(fuzzDir, "Cargo.toml"), "utf8"));

/** `{ executions, coverage }` from what libFuzzer prints; zeros where it ended before it said. */
export function figuresOf(output) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  return {
    executions: last(/number_of_executed_units:\s*(\d+)/g) || last(/^#(\d+)/gm),
    coverage: last(/\bcov: (\d+)/g),
  };
}

/** libFuzzer needs the nightly compiler for its sanitizer and coverage flags. */
export const hasNightly = (env) => succeeds("cargo", ["+nightly", "--version"], { env });

/** Builds every target once; resolves to the folder of the binaries. */
export async function buildTargets(env) {
  const args = ["+nightly", "fuzz", "build", "--fuzz-dir", fuzzDir, "--target-dir", outDir];
  await run("cargo", args, { env });
  const version = await run("rustc", ["+nightly", "-vV"], { env });
  return join(outDir, /^host: (.+)$/m.exec(version)[1], "release");
}

/** Bytes of an input. Where a byte costs much, short inputs find more in a minute. */
const maxLengths = { pagination: 600, error_info: 600, terminal: 1500 };

function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes the seeds of one target, anew; resolves to their folder. */
function writeSeeds(target) {
  const folder = emptied(join(outDir, "seeds", target));
  for (const [index, seed] of seedsOf(readFixtures())[target].entries())
    writeFileSync(join(folder, String(index)), seed);
  return folder;
}

/**
 * Runs one target with one job, at low priority. What fails is kept in
 * tests/crashers, where `cargo test` replays it. A run that executed nothing
 * has failed as well. With a seed it starts from the seeds, not from what
 * earlier runs have learnt.
 */
export async function fuzz(target, { seconds, seed }, binaries, env) {
  const corpus =
    seed === undefined ? join(outDir, "corpus", target) : emptied(join(outDir, "seeded", target));
  const crashers = inRoot("tests", "crashers", target);
  for (const dir of [corpus, crashers]) mkdirSync(dir, { recursive: true });
  const known = new Set(readdirSync(crashers));
  const args = [
    ...[corpus, writeSeeds(target), crashers],
    `-dict=${inRoot(fuzzDir, "answers.dict")}`,
    `-artifact_prefix=${crashers}/`,
    `-max_total_time=${seconds}`,
    ...(seed === undefined ? [] : [`-seed=${seed}`]),
    `-max_len=${maxLengths[target] ?? 4096}`,
    ...["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"],
  ];
  const { status, output } = await capture("nice", ["-n", "10", join(binaries, target), ...args], { env });
  const found = readdirSync(crashers).filter((name) => !known.has(name));
  const figures = figuresOf(output);
  return { output, found, isGood: status === 0 && figures.executions > 0, ...figures };
}
