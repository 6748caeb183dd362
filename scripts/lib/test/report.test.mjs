import { describe, expect, it } from "vitest";
import { closingReport, progressLine } from "./report.mjs";

const result = (name, more) => ({ name, ms: 1000, passed: 1, failed: 0, skipped: 0, note: "", ...more });

describe("closingReport", () => {
  it("ends with the line of counts, alone", () => {
    const report = closingReport([result("fmt"), result("cargo", { passed: 9, failed: 1, skipped: 2 })]);

    expect(report.split("\n").at(-1)).toBe("10 passed, 1 failed, 2 skipped");
  });

  it("lists the slowest suite first", () => {
    const report = closingReport([result("fmt"), result("cargo", { ms: 5000 })]);

    expect(report.indexOf("cargo")).toBeLessThan(report.indexOf("fmt"));
  });
});

describe("progressLine", () => {
  it("says why a suite without a failed test has failed", () => {
    expect(progressLine(result("browser", { passed: 0, failed: 1, note: "ran no test" }))).toMatch(
      /^FAIL browser .*\(ran no test\)$/,
    );
  });
});
