import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

/**
 * Runs one target with one job, at low priority. What fails is kept in
 * tests/crashers, where `cargo test` replays it.
 */
export async function fuzz(target, seconds, binaries, env) {
  const corpus = join(outDir, "corpus", target);
  const crashers = inRoot("tests", "crashers", target);
  for (const dir of [corpus, crashers]) mkdirSync(dir, { recursive: true });
  const known = new Set(readdirSync(crashers));
  const args = [
    ...[corpus, inRoot("tests", "fixtures", "answers"), crashers],
    `-dict=${inRoot(fuzzDir, "answers.dict")}`,
    `-artifact_prefix=${crashers}/`,
    `-max_total_time=${seconds}`,
    ...["-max_len=4096", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"],
  ];
  const { status, output } = await capture("nice", ["-n", "10", join(binaries, target), ...args], { env });
  const found = readdirSync(crashers).filter((name) => !known.has(name));
  return { target, status, output, found, ...figuresOf(output) };
}
