import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build/index.mjs";
import { logsDir } from "../paths.mjs";
import { capture } from "../run.mjs";
import { judge } from "./results.mjs";

/** A browser that hangs must not take the whole run with it; a slow machine needs twice the usual time. */
const timeoutMs = 30 * 60_000;

/** A suite that may be `retried` gets a second try, which its note then tells. */
async function runSuite(suite, env) {
  const result = await runOnce(suite, env);
  if (!suite.retried || result.failed === 0) return result;
  const second = await runOnce(suite, env);
  const ms = result.ms + second.ms;
  return second.failed > 0 ? { ...second, ms } : { ...second, ms, note: "passed at the second try" };
}

async function runOnce(suite, env) {
  const from = performance.now();
  suite.prepare?.();
  const args = typeof suite.args === "function" ? suite.args(env) : suite.args;
  const options = { env: suite.env?.(env) ?? env, logFile: join(logsDir, `${suite.name}.log`), timeoutMs };
  let ended;
  try {
    ended = await capture(suite.command, args, options);
  } catch (error) {
    ended = { status: error.message, output: "" };
  }
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = suite.count(ended);
  } catch {
    // A runner that ended early leaves no report; its status says the rest.
  }
  return {
    name: suite.name,
    ms: performance.now() - from,
    output: ended.output,
    ...judge(ended.status, counts),
  };
}

async function runBuild(env) {
  const from = performance.now();
  let failure;
  try {
    await build(env);
  } catch (error) {
    failure = error;
  }
  const counts = {
    passed: failure ? 0 : 1,
    failed: failure ? 1 : 0,
    skipped: 0,
    note: failure?.message ?? "",
  };
  return { name: "build", ms: performance.now() - from, output: failure?.output ?? "", ...counts };
}

const notRun = (suite) => ({
  ...{ name: suite.name, ms: 0, output: "", passed: 0, failed: 1, skipped: 0 },
  note: "not run: the build failed",
});

const skipped = (suite, note) => ({
  ...{ name: suite.name, ms: 0, output: "", passed: 0, failed: 0, skipped: 1 },
  note,
});

/** Runs each lane's suites one after the other, the lanes side by side. */
export async function runSuites(lanes, env, onResult) {
  mkdirSync(logsDir, { recursive: true });
  const results = [];
  const keep = (result) => {
    results.push(result);
    onResult(result);
    return result;
  };
  let built;
  // Once, whichever lane comes to it first.
  const isBuilt = () => {
    built ??= runBuild(env).then((result) => keep(result).failed === 0);
    return built;
  };
  const runLane = async (lane) => {
    for (const suite of lane) {
      const missing = suite.missing?.(env);
      if (missing) keep(skipped(suite, missing));
      else keep(suite.needsBuild && !(await isBuilt()) ? notRun(suite) : await runSuite(suite, env));
    }
  };
  await Promise.all(lanes.map(runLane));
  return results;
}
