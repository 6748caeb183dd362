import { describe, expect, it } from "vitest";
import { figuresOf, targetsOf } from "./fuzz.mjs";

describe("targetsOf", () => {
  it("names the binaries alone", () => {
    const manifest =
      '[package]\nname = "fuzz"\n\n[[bin]]\nname = "one"\npath = "one.rs"\n\n[[bin]]\nname = "two"\n';

    expect(targetsOf(manifest)).toEqual(["one", "two"]);
  });
});

describe("figuresOf", () => {
  it("reads the final statistics and the last coverage", () => {
    const output = "#2 INITED cov: 10 ft: 1\n#99\tDONE   cov: 12 ft: 3\nstat::number_of_executed_units: 99\n";

    expect(figuresOf(output)).toEqual({ executions: 99, coverage: 12 });
  });

  it("counts up to the last line of a run that crashed", () => {
    expect(figuresOf("#7\tNEW    cov: 4 ft: 1\n#9\tREDUCE cov: 5 ft: 1\n==1== ERROR")).toEqual({
      executions: 9,
      coverage: 5,
    });
  });

  it("is zero where nothing was printed", () => {
    expect(figuresOf("")).toEqual({ executions: 0, coverage: 0 });
  });
});
