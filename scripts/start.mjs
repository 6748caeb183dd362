import { parseArgs } from "node:util";
import { build } from "./lib/build/index.mjs";
import { main } from "./lib/main.mjs";
import { setUp } from "./lib/setup/index.mjs";
import { startStack } from "./lib/stack.mjs";
import { untilTold } from "./lib/until-told.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    region: { type: "string", multiple: true },
    live: { type: "boolean" },
  },
});

await main(async () => {
  const env = await setUp();
  await build(env);
  const { port = "0", region = [], live } = values;
  const proxyArgs = ["--port", port, ...region.flatMap((id) => ["--region", id])];
  const stack = await startStack(env, { live, proxyArgs });
  let isEnding = false;
  const end = async (code) => {
    if (isEnding) return;
    isEnding = true;
    await stack.stop();
    process.exit(code);
  };
  untilTold(() => end(0));
  for (const child of stack.children) {
    child.once("exit", (code, signal) => {
      if (!isEnding) process.stderr.write(`A server ended with ${code ?? signal}.\n`);
      end(1);
    });
  }
  process.stdout.write(`Console: ${stack.url}\n`);
});
