import { parseArgs } from "node:util";
import { main } from "./lib/main.mjs";
import { say, seconds } from "./lib/say.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { closingReport, failureText, progressLine } from "./lib/test/report.mjs";
import { runSuites } from "./lib/test/run-suites.mjs";
import { selectSuites } from "./lib/test/suites.mjs";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

await main(async () => {
  const from = performance.now();
  const lanes = selectSuites(values.only.split(",").filter(Boolean));
  const env = await setUp({ tests: lanes.flat().some((suite) => suite.needsBrowsers) });
  say(`set up in ${seconds(from)}`);
  const results = await runSuites(lanes, env, (result) => {
    process.stdout.write(`${progressLine(result)}\n`);
    if (result.failed > 0 && result.output) process.stdout.write(`${failureText(result)}\n`);
  });
  say(`all of it in ${seconds(from)}`);
  process.stdout.write(`${closingReport(results)}\n`);
  if (results.some((result) => result.failed > 0)) process.exitCode = 1;
});
