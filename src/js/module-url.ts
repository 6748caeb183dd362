/**
 * Which of the two modules an engine can compile.
 *
 * @module
 */

/**
 * A module of one function, `i8x16.popcnt(i8x16.splat(0))`, which engines with simd128 find valid. Source: the probe of
 * GoogleChromeLabs' wasm-feature-detect.
 */
// biome-ignore format: as a module has it, a section a line
const PROBE = [
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 5, 1, 96, 0, 1, 123,
  3, 2, 1, 0,
  10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** Where the module without simd128 is, for engines that need it; the others take the file beside the glue. */
export function moduleUrl(): URL | undefined {
  if (WebAssembly.validate(Uint8Array.from(PROBE))) return undefined;
  return new URL("./wasm/invoscope_scalar_bg.wasm", import.meta.url);
}
