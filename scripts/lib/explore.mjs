import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot, logsDir } from "./paths.mjs";
import { capture } from "./run.mjs";
import { fromCargo, fromVitest } from "./test/results.mjs";

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
    env: { ...env, PROPTEST_RNG_SEED: seed },
  });
  const files = propertyTests();
  const vitest = inRoot("node_modules", ".bin", "vitest");
  const report = join(logsDir, "explore.json");
  mkdirSync(logsDir, { recursive: true });
  rmSync(report, { force: true });
  const js = await capture(vitest, ["run", ...files, "--reporter=json", `--outputFile=${report}`], {
    env: { ...env, INVOSCOPE_SEED: seed },
  });
  const failing = [rust, js].filter(({ status }) => status !== 0);
  return {
    failed: failing.length > 0,
    passed:
      fromCargo(rust.output).passed + (js.status === 0 ? fromVitest(readFileSync(report, "utf8")).passed : 0),
    output: failing.map(({ output }) => output).join("\n"),
  };
}
