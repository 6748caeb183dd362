import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot, toolsDir } from "../paths.mjs";
import { run } from "../run.mjs";
import { contentHash } from "../stamp.mjs";

const source = inRoot("scripts", "lib", "docs", "typedoc");

/**
 * Installs TypeDoc once for every clone and resolves to its program. It has a lock file of its own, because it
 * works with TypeScript up to 6 and npm has one version of a peer for the whole project.
 */
export async function typedoc(env) {
  const files = ["package.json", "package-lock.json"];
  const hash = contentHash(
    files.map((file) => join(source, file)),
    [],
  ).slice(0, 16);
  const home = join(toolsDir, `typedoc-${hash}`);
  if (!existsSync(home)) {
    // Made aside and renamed, so that another clone never sees half a tool.
    const staging = `${home}.${process.pid}`;
    mkdirSync(staging, { recursive: true });
    try {
      for (const file of files) cpSync(join(source, file), join(staging, file));
      await run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"], { env, cwd: staging });
      renameSync(staging, home);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }
  return join(home, "node_modules", "typedoc", "bin", "typedoc");
}
