import { once } from "node:events";
import { build } from "./build/index.mjs";
import { main } from "./main.mjs";
import { inRoot } from "./paths.mjs";
import { start } from "./run.mjs";
import { stop } from "./serve.mjs";
import { setUp } from "./setup/index.mjs";
import { untilTold } from "./until-told.mjs";

/** Builds what is not built, then runs one server of dist/ with the command's own arguments and output. */
export const runServer = (script) =>
  main(async () => {
    const env = await setUp();
    await build(env);
    const args = [inRoot("dist", script), ...process.argv.slice(2)];
    const stdio = ["ignore", "inherit", "inherit"];
    const child = start(process.execPath, args, { env, ownGroup: false, stdio });
    untilTold(async () => {
      await stop(child);
      process.exit(0);
    });
    const [code] = await once(child, "exit");
    process.exitCode = code ?? 1;
  });
