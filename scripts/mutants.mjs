import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { main } from "./lib/main.mjs";
import { modules, writeCrate } from "./lib/mutants.mjs";
import { inRoot } from "./lib/paths.mjs";
import { capture } from "./lib/run.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { cargoMutants } from "./lib/setup/tools.mjs";
import { runSteps } from "./lib/steps.mjs";

const { values } = parseArgs({
  options: {
    module: { type: "string", multiple: true },
    /** A pattern of files below the module's folder. */
    file: { type: "string", default: "**" },
    list: { type: "boolean" },
    /** Judges again what earlier runs did not kill. */
    iterate: { type: "boolean" },
  },
});

/** Those that were killed, or did not build, in earlier runs of `--iterate`, and the outcomes of this one. */
const outcomes = ["previously_caught", "caught", "missed", "timeout", "unviable"];

/** What one mutant needs of property tests: fewer cases, and the first that fails; `--iterate` takes all. */
const proptest = {
  PROPTEST_MAX_SHRINK_ITERS: "0",
  PROPTEST_DISABLE_FAILURE_PERSISTENCE: "true",
  ...(values.iterate ? {} : { PROPTEST_CASES: "64" }),
};

await main(async () => {
  const context = { env: { ...(await setUp()), ...proptest } };
  await runSteps([cargoMutants], context);
  for (const module of values.module ?? Object.keys(modules)) {
    const folder = inRoot("target", "mutants", module);
    writeCrate(module, folder);
    const args = [
      "mutants",
      "--dir",
      folder,
      "--in-place",
      "--no-shuffle",
      "--file",
      `src/${module}/${values.file}`,
    ];
    // It is compiled for wasm32 alone; tests/differential compares it with the code that hosts have.
    args.push("--exclude", "**/simd.rs", "--minimum-test-timeout", "10");
    if (values.iterate) args.push("--iterate");
    if (values.list) args.push("--list");
    const { status, output } = await capture(
      "nice",
      ["-n", "19", "cargo", ...args, "--", "--lib", "--tests"],
      context,
    );
    // 2 and 3: some are missed, or time out.
    if (values.list || ![0, 2, 3].includes(status)) {
      process.stdout.write(output);
      if (!values.list) process.exitCode = 1;
      continue;
    }
    const lines = (name) => {
      const file = `${folder}/mutants.out/${name}.txt`;
      return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
    };
    process.stdout.write(
      `${module}: ${outcomes.map((name) => `${lines(name).length} ${name}`).join(", ")}\n`,
    );
    for (const name of ["missed", "timeout"])
      for (const line of lines(name)) process.stdout.write(`${name}  ${line}\n`);
  }
});
