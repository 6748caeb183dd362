import { expect, it } from "vitest";
import { propertyTests } from "./explore.mjs";

it("finds the tests that draw cases, and no others", () => {
  const found = propertyTests();

  expect(found).toContain("tests/simulator/paging.test.ts");
  expect(found).toContain("tests/differential/json-parse.test.ts");
  expect(found).not.toContain("tests/simulator/clock.test.ts");
});
