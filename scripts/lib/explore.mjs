import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";
import { capture } from "./run.mjs";
import { fromCargo } from "./test/results.mjs";

/** Cases of each property that asks for no number of its own; proptest's default is 256. */
const cases = "2000";

/** The tests that draw cases with fast-check. */
export function propertyTests(folders = ["src/js", "www", "tests"]) {
  return folders.flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
      .filter((file) => /"(fast-check|\.\/answers\.ts)"/.test(readFileSync(inRoot(file), "utf8"))),
  );
}

/** Every property once with the cases of one seed: `{ failed, passed, output }`. */
export async function exploreRound(seed, env) {
  const rust = await capture("cargo", ["test", "--release", "--no-fail-fast", "prop_"], {
    env: { ...env, PROPTEST_RNG_SEED: seed, PROPTEST_CASES: cases },
  });
  const files = propertyTests();
  const js = await capture(inRoot("node_modules", ".bin", "vitest"), ["run", ...files], {
    env: { ...env, INVOSCOPE_SEED: seed },
  });
  const failing = [rust, js].filter(({ status }) => status !== 0);
  return {
    failed: failing.length > 0,
    passed: fromCargo(rust.output).passed + files.length,
    output: failing.map(({ output }) => output).join("\n"),
  };
}
