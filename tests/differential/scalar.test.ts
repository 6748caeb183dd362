/**
 * The module that reads sixteen bytes at a time with simd128, against the one for engines without, which is the core as
 * hosts have it. Both say the same of everything, and neither traps.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as shipped from "invoscope";
import { beforeAll, describe, expect, test } from "vitest";
import { mutated, SEEDS } from "./answers.ts";
import { differences, type Module } from "./readings.ts";

let scalar: Module;

const simdWasm = new URL(import.meta.resolve("invoscope/invoscope_bg.wasm"));
const scalarWasm = new URL(import.meta.resolve("invoscope/invoscope_scalar_bg.wasm"));

beforeAll(async () => {
  // The address makes it another module than the one that the package has loaded.
  const glue = await import(`${new URL("invoscope.js", simdWasm)}?scalar`);
  glue.initSync({ module: readFileSync(scalarWasm) });
  scalar = glue;
});

const BASE64 = ["decodeBase64", "decodeBase64Strict", "inspectBase64"];

const encoder = new TextEncoder();

/** Whether the compiler was allowed simd128, as it says in the module's own list of features. */
function hasVectors(wasm: Uint8Array<ArrayBuffer>): boolean {
  const sections = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "target_features");
  return sections.some((section) => Buffer.from(section).includes("+\x07simd128"));
}

test("only one of the modules has vector instructions", () => {
  expect([simdWasm, scalarWasm].map((file) => hasVectors(readFileSync(file)))).toEqual([true, false]);
});

test("every kept input", () => {
  const differing = SEEDS.flatMap((bytes) => {
    const names = differences(shipped, scalar, bytes);
    return names.length === 0 ? [] : [{ names, input: Buffer.from(bytes).toString("latin1") }];
  });

  expect(differing).toEqual([]);
});

test("mutations of them, the same ones each time", () => {
  fc.assert(
    fc.property(mutated, (bytes) => differences(shipped, scalar, bytes).length === 0),
    { seed: 2026, numRuns: 600 },
  );
});

describe("Base64", () => {
  test("every byte at every place of three steps of sixteen characters", () => {
    const clean = encoder.encode("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlq+/8=");
    const wrong = [];
    for (let place = 0; place < 48; place += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        const bytes = Uint8Array.from(clean).fill(byte, place, place + 1);
        if (differences(shipped, scalar, bytes, BASE64).length > 0) wrong.push({ place, byte });
      }
    }

    expect(wrong).toEqual([]);
  });

  test("texts longer than a block, whole, cut, wrapped and damaged", () => {
    const text = fc
      .tuple(
        fc.uint8Array({ maxLength: 900 }),
        fc.constantFrom("", "\n", "\r\n", " ", "=", "*", "-_", "\\u003d", "云"),
      )
      .chain(([bytes, piece]) => {
        const base64 = Buffer.from(bytes).toString("base64");
        return fc
          .tuple(fc.nat({ max: base64.length }), fc.nat({ max: base64.length }))
          .map(([at, end]) =>
            encoder.encode(base64.slice(0, at) + piece + base64.slice(at, Math.max(at, end))),
          );
      });

    fc.assert(
      fc.property(text, (bytes) => differences(shipped, scalar, bytes, BASE64).length === 0),
      { seed: 4648, numRuns: 1000 },
    );
  });
});
