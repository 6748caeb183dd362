import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { filesUnder } from "./stamp.mjs";

/** What is mutated: its tests of the public API, and the checks that it shares with fuzzing. */
export const modules = {
  status: { tests: ["status"], checks: [] },
  pagination: { tests: ["pagination"], checks: ["pagination"] },
  output: { tests: ["output"], checks: ["base64", "terminal"] },
};

const roomOf = (name) => [name, `${name}.rs`].find((file) => existsSync(inRoot("src", file)));

const rustOf = (path) =>
  filesUnder([path], (file) => file.endsWith(".rs"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

/** The modules that sources name behind `crate::` or `invoscope::`; a list in braces names several. */
export function namedModules(source) {
  const paths = source.matchAll(/\b(?:crate|invoscope)::(?:(\w+)|\{([^;]*?)\};)/g);
  return [...paths].flatMap(([, one, many]) =>
    one ? [one] : [...many.matchAll(/(\w+)(?=::|[,}\s]|$)/g)].map(([name]) => name),
  );
}

/** Folders and files of src that a module and its tests need, errors and the module included. */
function roomsOf(module) {
  const { tests, checks } = modules[module];
  const sources = [
    ...tests.map((name) => `tests/api/${name}.rs`),
    ...checks.map((name) => `tests/checks/${name}.rs`),
  ];
  const found = new Set(["error.rs", roomOf(module)]);
  const named = sources.flatMap((path) => namedModules(rustOf(path)));
  for (const name of named) if (roomOf(name)) found.add(roomOf(name));
  // A set's iterator comes to what is added on the way.
  for (const room of found) {
    for (const name of namedModules(rustOf(`src/${room}`))) if (roomOf(name)) found.add(roomOf(name));
  }
  return [...found];
}

const libOf = (files) =>
  [
    "//! The part of the core that is mutated.",
    ...files.map((file) => `pub mod ${file.replace(".rs", "")};`),
    "pub use error::{ApiError, Error, ErrorKind, Result};",
    "",
  ].join("\n");

/** The crate's manifest with the host's dependencies, without debug information and lints. */
export function manifestOf(cargoToml) {
  const section = (name) => cargoToml.match(new RegExp(`^\\[${name}\\]\\n(?:(?!\\[).*\\n)*`, "m"))?.[0] ?? "";
  const proptest = cargoToml.match(/^proptest = .+$/m)?.[0] ?? "";
  return [
    '[workspace]\n\n[package]\nname = "invoscope"\nversion = "0.0.0"\nedition = "2024"\nautotests = false\n',
    "[lib]\ndoctest = false\n",
    section("dependencies"),
    `${section("dev-dependencies").trimEnd()}\n${proptest}\n`,
    '[[test]]\nname = "api"\npath = "tests/api/main.rs"\n',
    "[profile.dev]\ndebug = 0\n",
  ].join("\n");
}

/** The root of the API tests; the checks of fuzzing run on random bytes. */
export function testRoot(module) {
  const { tests, checks } = modules[module];
  const property = (name) => `
    #[test]
    fn prop_${name}(data in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        checks::${name}::check(&data);
    }`;
  return [
    "#![allow(dead_code)]",
    ...tests.map((name) => `mod ${name};`),
    "mod checks {",
    "    pub(crate) fn json_of(value: &impl invoscope::json::ToJson) -> serde_json::Value {",
    '        serde_json::from_str(&invoscope::json::to_json(value)).expect("JSON")',
    "    }",
    ...checks.map(
      (name) => `    #[path = "${inRoot("tests", "checks", name)}.rs"]\n    pub(crate) mod ${name};`,
    ),
    "}",
    ...(checks.length > 0 ? [`proptest::proptest! {${checks.map(property).join("\n")}\n}`] : []),
    "",
  ].join("\n");
}

/**
 * Writes the mutated modules, what they import and their tests as a crate that
 * builds in a tenth of the whole crate's time; each mutant is one build.
 */
export function writeCrate(module, folder) {
  for (const dir of ["src", "tests"]) rmSync(`${folder}/${dir}`, { recursive: true, force: true });
  mkdirSync(`${folder}/src`, { recursive: true });
  const files = roomsOf(module);
  for (const name of files) cpSync(inRoot("src", name), `${folder}/src/${name}`, { recursive: true });
  for (const name of modules[module].tests)
    cpSync(inRoot("tests", "api", `${name}.rs`), `${folder}/tests/api/${name}.rs`);
  cpSync(inRoot("tests", "fixtures"), `${folder}/tests/fixtures`, { recursive: true });
  cpSync(inRoot("Cargo.lock"), `${folder}/Cargo.lock`);
  writeFileSync(`${folder}/src/lib.rs`, libOf(files));
  writeFileSync(`${folder}/tests/api/main.rs`, testRoot(module));
  writeFileSync(`${folder}/Cargo.toml`, manifestOf(readFileSync(inRoot("Cargo.toml"), "utf8")));
}
