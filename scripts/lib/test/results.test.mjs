import { describe, expect, it } from "vitest";
import { closingLine, fromCargo, fromFuzz, fromVitest, judge, total } from "./results.mjs";

describe("fromCargo", () => {
  it("sums the result lines of all binaries", () => {
    const output = [
      "test status::tests::unknown_is_kept ... ok",
      "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
      "   Doc-tests invoscope",
      "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
    ].join("\n");

    expect(fromCargo(output)).toEqual({ passed: 14, failed: 1, skipped: 1 });
  });

  it("reads the line of wasm-bindgen's runner, coloured or not", () => {
    const output =
      "test result: \u001b[32mok\u001b[0m. 3 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.00s\n";

    expect(fromCargo(output).passed).toBe(3);
  });

  it("does not take a test's own output for a result", () => {
    expect(fromCargo("left: test result: ok. 3 passed; 0 failed; 0 ignored;").passed).toBe(0);
  });
});

describe("fromVitest", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
  };

  it("counts skipped and planned tests as skipped", () => {
    expect(fromVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 0, skipped: 2, note: "" });
  });

  it("counts a file that does not load as one failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];

    expect(fromVitest(JSON.stringify({ ...report, testResults })).failed).toBe(1);
  });

  it("names what passed at the second try only", () => {
    const test = { status: "passed", fullName: "list opens", failureMessages: ["Error: late"] };
    const steady = { status: "passed", fullName: "list closes", failureMessages: [] };
    const testResults = [{ status: "passed", assertionResults: [test, steady] }];

    const counts = fromVitest(JSON.stringify({ ...report, testResults }));

    expect(judge(0, counts)).toMatchObject({ failed: 0, note: "passed at the second try: list opens" });
  });

  it("does not count the file of a failed test again", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];

    expect(fromVitest(JSON.stringify({ ...report, numFailedTests: 1, testResults })).failed).toBe(1);
  });
});

describe("fromFuzz", () => {
  it("counts a target for a test", () => {
    const output =
      "fuzz targets built in 2.0 s\nok   answer       9 executions in 8 s, 7 edges\nFAIL base64       1 executions in 8 s, 3 edges\nFAILED: something\n";

    expect(fromFuzz(output)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("says why nothing ran", () => {
    const counts = fromFuzz("fuzz: skipped. Fuzzing needs a nightly Rust\n");

    expect(judge(0, counts)).toEqual({
      passed: 0,
      failed: 0,
      skipped: 1,
      note: "Fuzzing needs a nightly Rust",
    });
  });
});

describe("judge", () => {
  const counts = { passed: 4, failed: 0, skipped: 0 };

  it("passes a suite that ends well with tests", () => {
    expect(judge(0, counts)).toEqual({ ...counts, note: "" });
  });

  it("fails a suite that ends badly though no test failed", () => {
    expect(judge("SIGKILL", counts)).toEqual({ ...counts, failed: 1, note: "ended with SIGKILL" });
  });

  it("fails a suite that ran no test", () => {
    expect(judge(0, { passed: 0, failed: 0, skipped: 3 })).toMatchObject({ failed: 1, note: "ran no test" });
  });
});

describe("closingLine", () => {
  it("sums the suites", () => {
    const results = [
      { passed: 2, failed: 1, skipped: 0 },
      { passed: 3, failed: 0, skipped: 0 },
    ];

    expect(closingLine(total(results))).toBe("5 passed, 1 failed");
  });

  it("names skipped tests when there are any", () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe("1 passed, 0 failed, 2 skipped");
  });
});
