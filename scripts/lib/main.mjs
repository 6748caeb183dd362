import { killAll } from "./run.mjs";

/** Runs a command's body: a failure is told with the output of what failed, a signal ends the children first. */
export async function main(body) {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ]) {
    process.once(signal, () => {
      killAll();
      process.exit(128 + number);
    });
  }
  try {
    await body();
  } catch (error) {
    const isExpected = "output" in error || error.constructor === Error;
    if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
    process.stderr.write(`\n${isExpected ? error.message : error.stack}\n`);
    killAll();
    // Not `exitCode`: a step that a killed child fails may go on to a second attempt.
    process.exit(1);
  }
}
