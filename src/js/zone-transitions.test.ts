import { expect, test } from "vitest";
import { zoneTransitions } from "./zone-transitions.ts";

const seconds = (iso: string) => Date.parse(iso) / 1000;

test("daylight saving of 2026 in Berlin begins and ends at 01:00 UTC", () => {
  const [start, spring, autumn, ...rest] = zoneTransitions(
    "Europe/Berlin",
    seconds("2026-01-01T00:00:00Z"),
    seconds("2027-01-01T00:00:00Z"),
  );

  expect(start).toEqual([seconds("2026-01-01T00:00:00Z"), 3600]);
  expect(spring).toEqual([seconds("2026-03-29T01:00:00Z"), 7200]);
  expect(autumn).toEqual([seconds("2026-10-25T01:00:00Z"), 3600]);
  expect(rest).toEqual([]);
});

test("a zone without daylight saving has its first offset alone", () => {
  const from = seconds("2026-01-01T00:00:00Z");

  expect(zoneTransitions("Asia/Shanghai", from, from + 400 * 86_400)).toEqual([[from, 28_800]]);
});

test("an unknown zone is a RangeError", () => {
  expect(() => zoneTransitions("Mars/Base", 0, 1)).toThrow(RangeError);
});
