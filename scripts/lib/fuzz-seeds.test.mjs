import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { targetsOf } from "./fuzz.mjs";
import { readFixtures, seedsOf } from "./fuzz-seeds.mjs";
import { inRoot } from "./paths.mjs";

describe("seedsOf", () => {
  const fixtures = {
    answers: [Buffer.from('{"Invocations":[{"InvokeInstances":[{"Output":"YQ==","ErrorInfo":"no disk"}]}]}')],
    jsonCases: ["-0"],
    schedules: [{ expression: "rate(5m)", after: 258, offset: 1 }],
    terminal: ["\u001b[1mbold"],
  };

  it("puts each text in the form that the target takes apart", () => {
    const seeds = seedsOf(fixtures);

    expect(seeds.answer.at(-1).toString()).toBe('{"Invocations":[{"InvokeId":"t-1","Unknown":-0}]}');
    expect(seeds.base64.map(String)).toEqual(["\u0005YQ=="]);
    expect(seeds.terminal.map(String)).toEqual(["\u001b[1mbold", "a"]);
    expect(seeds.schedule[0]).toEqual(
      Buffer.from([2, 1, 0, 0, 0, 0, 0, 0, 1, 0, ...Buffer.from("rate(5m)")]),
    );
    expect(seeds.error_info.map(String)).toEqual(["YQ==", "no disk"]);
    expect(seeds.diff_search[0]).toEqual(
      Buffer.concat([Buffer.from("e\xff", "latin1"), Buffer.from("\u001b[1mbold\xffa", "latin1")]),
    );
  });

  it("has several for every target of the workspace, from the fixtures", () => {
    const seeds = seedsOf(readFixtures());
    const targets = targetsOf(readFileSync(inRoot("tests", "fuzz", "Cargo.toml"), "utf8"));

    expect(Object.keys(seeds).sort()).toEqual(targets.sort());
    for (const target of targets) expect(seeds[target].length, target).toBeGreaterThan(2);
  });
});
