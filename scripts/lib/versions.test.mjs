import { describe, expect, it } from "vitest";
import { isAtLeast, isNodeSupported, lockedVersion, wantedRust } from "./versions.mjs";

const lock = `version = 4

[[package]]
name = "wasm-bindgen-backend"
version = "0.2.1"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
`;

describe("lockedVersion", () => {
  it("finds the package of exactly that name", () => {
    expect(lockedVersion(lock, "wasm-bindgen")).toBe("0.2.130");
  });

  it("says which package is missing", () => {
    expect(() => lockedVersion(lock, "serde")).toThrow('no package "serde"');
  });
});

describe("wantedRust", () => {
  it("reads rust-version", () => {
    expect(wantedRust('[package]\nedition = "2024"\nrust-version = "1.95"\n')).toBe("1.95");
  });
});

describe("isAtLeast", () => {
  it.each([
    ["1.95.0", "1.95", true],
    ["1.100.0", "1.95", true],
    ["1.94.9", "1.95", false],
    ["2.0", "1.95.1", true],
    ["1.95", "1.95.1", false],
    ["1.96.0-nightly", "1.96", true],
  ])("%s against %s: %s", (version, wanted, expected) => {
    expect(isAtLeast(version, wanted)).toBe(expected);
  });
});

describe("isNodeSupported", () => {
  it.each([
    ["20.18.3", false],
    ["20.19.0", true],
    ["21.7.0", false],
    ["22.11.0", false],
    ["22.12.0", true],
    ["24.0.0", true],
  ])("%s: %s", (version, expected) => {
    expect(isNodeSupported(version)).toBe(expected);
  });
});
