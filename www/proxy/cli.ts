#!/usr/bin/env node
import { ConfigError } from "./config-error.ts";
import { main } from "./main.ts";

try {
  const running = await main(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  if (running !== undefined) stopOnSignal(running.close);
} catch (error) {
  // Only messages of this project are shown: others could quote a URL, an environment variable or a request.
  const known = error instanceof ConfigError || isListenError(error);
  process.stderr.write(`invoscope: ${known ? error.message : "the proxy could not be started"}\n`);
  process.exitCode = 1;
}

function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second signal means now.
      if (stopping) process.exit(1);
      stopping = true;
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function isListenError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && error.syscall === "listen";
}
