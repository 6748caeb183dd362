/**
 * The shipped module against the engine's own parser and decoder: what one reads, the other reads.
 *
 * @module
 */
import fc from "fast-check";
import { isInvoscopeError, parse } from "invoscope";
import { expect, test } from "vitest";
import { mutated, SEEDS, wrapped } from "./answers.ts";
import { isJson, isRead } from "./verdict.ts";

test("every kept input is read exactly where JSON.parse reads it", () => {
  const differ = SEEDS.filter((bytes) => isRead(bytes) !== isJson(bytes));

  expect(SEEDS.length).toBeGreaterThan(600);
  expect(differ.map((bytes) => Buffer.from(bytes).toString("latin1"))).toEqual([]);
});

test("mutated answers are read exactly where JSON.parse reads them", () => {
  const verdicts = { read: 0, refused: 0 };

  fc.assert(
    fc.property(mutated, (bytes) => {
      const read = isRead(bytes);
      verdicts[read ? "read" : "refused"] += 1;
      return read === isJson(bytes);
    }),
    { numRuns: 8000 },
  );

  // A generator of nothing but garbage would prove little.
  expect(Math.min(verdicts.read, verdicts.refused)).toBeGreaterThan(1000);
});

test("inside an answer too, where any bytes may stand in for a value", () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      const body = wrapped(bytes);
      return isRead(body) === isJson(body);
    }),
    { numRuns: 2000 },
  );
});

/** The page, or the error without its place: places in text are counted in other units. */
function outcome(body: Uint8Array | string): unknown {
  try {
    return parse(body);
  } catch (error) {
    return isInvoscopeError(error) ? error.code : error;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

test("a body as text gives what its bytes give", () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      const text = textOf(bytes);
      if (text !== undefined) expect(outcome(text)).toEqual(outcome(bytes));
    }),
    { numRuns: 1500 },
  );
});

test("a place is within the body", () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      try {
        parse(bytes);
      } catch (error) {
        if (!isInvoscopeError(error)) throw error;
        return error.offset === undefined || (error.offset >= 0 && error.offset <= bytes.length);
      }
      return true;
    }),
    { numRuns: 1500 },
  );
});
