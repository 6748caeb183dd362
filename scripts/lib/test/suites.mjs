import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot, logsDir } from "../paths.mjs";
import { wasmTarget } from "../setup/rust.mjs";
import { fromCargo, fromFuzz, fromStatus, fromVitest } from "./results.mjs";

const bin = (name) => inRoot("node_modules", ".bin", name);

const deny = ["--", "-D", "warnings"];

const check = (name, command, ...args) => ({
  name,
  command,
  args,
  count: ({ status }) => fromStatus(status),
});

const cargo = (name, ...args) => check(name, "cargo", ...args);

const cargoTest = (name, command, ...args) => ({
  name,
  command,
  args,
  count: ({ output }) => fromCargo(output),
});

const chromeArgs = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The bindings' tests in one browser, under wasm-bindgen's own runner. */
const bindings = (name, browser) => ({
  ...cargoTest(name, "cargo", "test", "--target", wasmTarget, "--test", "bindings"),
  needsBrowsers: true,
  // As vitest.config.ts has it for its browsers: a busy machine may starve one.
  retried: true,
  ...browser,
});

/** What wasm-pack sets, which would also build every unit test for wasm32, where proptest does not exist. */
function runnerEnv({ CHROMEDRIVER: _, GECKODRIVER: __, ...env }, name, driver, capabilities) {
  const runner = {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
    WASM_BINDGEN_TEST_ONLY_WEB: "1",
    // Seconds; debug builds of the longest tests keep a browser on a busy machine from answering for a while.
    WASM_BINDGEN_TEST_TIMEOUT: "300",
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
  };
  const file = join(logsDir, `webdriver-${name}.json`);
  mkdirSync(logsDir, { recursive: true });
  writeFileSync(file, JSON.stringify(capabilities));
  return { ...env, ...runner, ...driver, WASM_BINDGEN_TEST_WEBDRIVER_JSON: file };
}

const chromium = {
  env: (env) =>
    runnerEnv(
      env,
      "chromium",
      { CHROMEDRIVER: env.CHROMEDRIVER },
      { "goog:chromeOptions": { binary: env.CHROME_BIN, args: chromeArgs } },
    ),
};

const firefox = {
  missing: (env) => (env.FIREFOX_BIN && env.GECKODRIVER ? undefined : "found no Firefox and geckodriver"),
  env: (env) =>
    runnerEnv(
      env,
      "firefox",
      { GECKODRIVER: env.GECKODRIVER },
      { "moz:firefoxOptions": { binary: env.FIREFOX_BIN } },
    ),
};

/** A minute, shared by the targets. */
const fuzz = {
  name: "fuzz",
  command: process.execPath,
  args: [inRoot("scripts", "fuzz.mjs"), "--seconds", "60", "--seed", "1", "--optional"],
  count: ({ output }) => fromFuzz(output),
};

const vitest = (project, more = {}) => {
  const report = join(logsDir, `${project}.json`);
  return {
    name: project,
    command: bin("vitest"),
    args: [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    needsBuild: true,
    prepare: () => rmSync(report, { force: true }),
    count: () => fromVitest(readFileSync(report, "utf8")),
    ...more,
  };
};

/** The same cases for the same tree: what others would find is `npm run explore`'s to find. */
const seeded = (env) => ({ ...env, PROPTEST_RNG_SEED: "1" });

const built = (suite) => ({ ...suite, needsBuild: true });

/**
 * Two lanes for two cores, about as long as each other. All of cargo is in one,
 * since its commands wait for each other's lock anyway; the build of dist/ is
 * early in the other, and done when the one comes to what needs it.
 */
export const lanes = [
  [
    cargo("fmt", "fmt", "--all", "--check"),
    cargo("clippy", "clippy", "--all-targets", ...deny),
    cargo("clippy-wasm", "clippy", "--target", wasmTarget, "--lib", "--test", "bindings", ...deny),
    { ...cargoTest("cargo", "cargo", "test", "--no-fail-fast"), env: seeded },
    { ...cargo("doc", "doc", "--no-deps"), env: (env) => ({ ...env, RUSTDOCFLAGS: "-D warnings" }) },
    // Builds what would be published, as its user does: without this folder.
    cargo("crate", "package", "--allow-dirty", "--offline"),
    bindings("bindings", chromium),
    bindings("bindings-firefox", firefox),
    fuzz,
    vitest("package"),
    vitest("docs", { needsBrowsers: true }),
    // The crate's pages are those of `doc`.
    built(check("docs-build", process.execPath, "scripts/docs.mjs", "--only", "js")),
    vitest("faults", { needsBrowsers: true }),
    vitest("soak", { needsBrowsers: true }),
  ],
  [
    check("biome", bin("biome"), "ci", "--colors=off"),
    built(check("types", bin("tsc"), "-p", "tsconfig.json", "--pretty", "false")),
    built(check("types-console", bin("tsc"), "-p", "tsconfig.console.json", "--pretty", "false")),
    built(check("publint", bin("publint"), "--strict")),
    vitest("unit"),
    vitest("differential"),
    vitest("simulator"),
    vitest("proxy"),
    vitest("browser", { needsBrowsers: true }),
    // Minutes and gigabytes.
    vitest("large", { needsBrowsers: true, onlyByName: true }),
  ],
];

export const suiteNames = lanes.flat().map((suite) => suite.name);

/** The lanes with the named suites alone; when none is named, with all that run unasked. */
export function selectSuites(names) {
  const unknown = names.filter((name) => !suiteNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such suite: ${unknown.join(", ")}. There are ${suiteNames.join(", ")}.`);
  const isWanted = (suite) => (names.length === 0 ? !suite.onlyByName : names.includes(suite.name));
  return lanes.map((lane) => lane.filter(isWanted));
}
