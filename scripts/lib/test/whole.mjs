import { build } from "../build/index.mjs";
import { inRoot } from "../paths.mjs";
import { start } from "../run.mjs";
import { setUp } from "../setup/index.mjs";

/**
 * Runs a vitest project with everything that `npm test` has no time for; what it prints goes straight out. Resolves to
 * whether it passed.
 */
export async function runWhole(project, variables, args = []) {
  const env = await setUp({ tests: true });
  await build(env);
  const child = start(
    inRoot("node_modules", ".bin", "vitest"),
    ["run", "--project", project, "--reporter=verbose", ...args],
    { env: { ...env, ...variables }, stdio: ["ignore", "inherit", "inherit"] },
  );
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  return status === 0;
}
