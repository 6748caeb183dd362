import fc from "fast-check";
import { expect, test } from "vitest";
import { agentOutput } from "../../www/simulator/outputs/agent.ts";
import { mulberry32 } from "../../www/simulator/random.ts";

const QUOTA = 24 * 1024;
const numbered = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

test("nothing is lost up to 24 KB", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: QUOTA }), (length) => {
      const output = agentOutput(numbered(length), 1);
      expect(output.dropped).toBe(0);
      expect(output.bytes).toEqual(numbered(length));
    }),
    { numRuns: 30 },
  );
});

test("beyond 24 KB the head of 6144 bytes and the last bytes remain, and Dropped counts the rest", () => {
  const full = numbered(100_000);

  const { bytes, dropped } = agentOutput(full, 1);

  expect(dropped).toBe(100_000 - QUOTA);
  expect(bytes).toHaveLength(QUOTA);
  expect(bytes.subarray(0, 6144)).toEqual(full.subarray(0, 6144));
  expect(bytes.subarray(6144)).toEqual(full.subarray(100_000 - (QUOTA - 6144)));
});

test("while the command runs, whole reads of 2048 bytes arrive until more than 6000 were sent", () => {
  const sizes = [0, 0.1, 0.3, 0.5, 0.7, 0.9].map(
    (progress) => agentOutput(numbered(10_000), progress).bytes.length,
  );

  expect(sizes).toEqual([0, 0, 2048, 4096, 6144, 6144]);
});

test("the random numbers of mulberry32 are the published generator's", () => {
  const random = mulberry32(1);

  // From the generator's usual JavaScript form with the seed 1.
  expect([random(), random(), random()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ]);
});
