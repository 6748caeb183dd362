import { once } from "node:events";
import { existsSync } from "node:fs";
import { build } from "./build/index.mjs";
import { main } from "./main.mjs";
import { inRoot } from "./paths.mjs";
import { start } from "./run.mjs";
import { setUp } from "./setup/index.mjs";

/** Sets up with the browsers of the tests, builds, then runs one script with the command's own arguments. */
export const runWithBuild = (script) =>
  main(async () => {
    if (!existsSync(inRoot(script))) throw new Error(`${script} does not exist`);
    const env = await setUp({ tests: true });
    await build(env);
    const args = [inRoot(script), ...process.argv.slice(2)];
    const child = start(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    const [code] = await once(child, "exit");
    process.exitCode = code ?? 1;
  });
