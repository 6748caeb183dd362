import { readCommandLine } from "./command-line.ts";
import { listen } from "./serve.ts";
import { createSimulator } from "./simulator.ts";

const commandLine = readCommandLine(process.argv.slice(2), Date.now);
if (commandLine.kind === "help") {
  process.stdout.write(commandLine.text);
} else if (commandLine.kind === "mistake") {
  process.stderr.write(`${commandLine.text}\n`);
  process.exitCode = 2;
} else {
  const { port } = commandLine;
  try {
    const server = await listen(createSimulator(commandLine.options), { port });
    process.stdout.write(`Simulator: ${server.url}\n`);
    const stop = () => void server.close();
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  } catch (error) {
    process.stderr.write(`cannot listen on port ${port}: ${String(error)}\n`);
    process.exitCode = 1;
  }
}
