/**
 * The shipped module, which reads sixteen bytes at a time with simd128, against the core as hosts have it: built for
 * wasm32 without simd128 and with the checks of a debug build. Both say the same of everything, and neither traps.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as shipped from "invoscope";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { mutated, SEEDS } from "./answers.ts";
import { differences, type Module } from "./readings.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The file of the scalar module's glue. */
    scalarGlue: string;
  }
}

let scalar: Module;

const scalarWasm = () => inject("scalarGlue").replace(/\.js$/, "_bg.wasm");

beforeAll(async () => {
  const module = await import(inject("scalarGlue"));
  module.initSync({ module: readFileSync(scalarWasm()) });
  scalar = module;
});

const BASE64 = ["decodeBase64", "decodeBase64Strict", "inspectBase64"];

const encoder = new TextEncoder();

/** Whether the compiler was allowed simd128, as it says in the module's own list of features. */
function hasVectors(wasm: Uint8Array<ArrayBuffer>): boolean {
  const sections = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "target_features");
  return sections.some((section) => Buffer.from(section).includes("+\x07simd128"));
}

test("only the shipped module has vector instructions", () => {
  const files = [new URL(import.meta.resolve("invoscope/invoscope_bg.wasm")), scalarWasm()];

  expect(files.map((file) => hasVectors(readFileSync(file)))).toEqual([true, false]);
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
