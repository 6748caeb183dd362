import { parseArgs } from "node:util";
import { main } from "./lib/main.mjs";
import { runWhole } from "./lib/test/whole.mjs";

const { values } = parseArgs({
  options: {
    /** Writes `tests/faults.md` instead of comparing with it. */
    update: { type: "boolean", default: false },
  },
});

await main(async () => {
  const isGood = await runWhole("faults", { INVOSCOPE_FAULTS: "all" }, values.update ? ["--update"] : []);
  if (!isGood) process.exitCode = 1;
});
