import { main } from "./lib/main.mjs";
import { runWhole } from "./lib/test/whole.mjs";

await main(async () => {
  if (!(await runWhole("soak", { INVOSCOPE_SOAK: "all" }))) process.exitCode = 1;
});
