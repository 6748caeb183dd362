import { runWithBuild } from "./lib/script-command.mjs";

await runWithBuild("tests/bench/ui.mjs");
