import { stripVTControlCharacters } from "node:util";

/** `{ passed, failed, skipped }` from what each runner prints. Every parser is pure. */

const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/** cargo test and wasm-bindgen-test-runner: the sum of their `test result:` lines, one for each binary. */
export function fromCargo(output) {
  const sum = none();
  const line = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;/gm;
  for (const [, passed, failed, ignored] of stripVTControlCharacters(output).matchAll(line)) {
    sum.passed += Number(passed);
    sum.failed += Number(failed);
    sum.skipped += Number(ignored);
  }
  return sum;
}

/**
 * vitest's JSON report; a file that does not load has no tests to count and
 * counts as one failure. What passed at a second try only is named.
 */
export function fromVitest(json) {
  const report = JSON.parse(json);
  const unsteady = (report.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "passed" && test.failureMessages?.length > 0);
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    note: unsteady.map((test) => `passed at the second try: ${test.fullName}`).join("; "),
  };
}

/** scripts/fuzz.mjs: a line for each target, or one that says why there is none. */
export function fromFuzz(output) {
  const count = (pattern) => output.match(pattern)?.length ?? 0;
  const skipped = /^fuzz: skipped\. (.+)$/m.exec(output)?.[1];
  const counts = { passed: count(/^ok {3}\w/gm), failed: count(/^FAIL \w/gm), skipped: skipped ? 1 : 0 };
  return skipped ? { ...counts, note: skipped } : counts;
}

/** A check (formatter, linter, compiler) is one test. */
export const fromStatus = (status) => ({ ...none(), [status === 0 ? "passed" : "failed"]: 1 });

/**
 * What a suite is worth in the end: a runner that ends badly has failed at
 * least once, and one that ends well without a test has proved nothing, unless
 * it says why.
 */
export function judge(status, counts) {
  if (counts.failed > 0) return { ...counts, note: "" };
  if (status !== 0) return { ...counts, failed: 1, note: `ended with ${status}` };
  if (counts.passed === 0 && !counts.note) return { ...counts, failed: 1, note: "ran no test" };
  return { note: "", ...counts };
}

export function total(results) {
  const sum = none();
  for (const result of results) for (const key of Object.keys(sum)) sum[key] += result[key];
  return sum;
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
