import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { claim } from "./claim.ts";
import { hashOf, textOf } from "./pack.ts";
import { CACHE, CONSUMERS, ROOT } from "./paths.ts";
import { run } from "./run.ts";

/** The answer of the API page. */
export const ANSWER = readFileSync(join(ROOT, "tests/fixtures/answers/invocations_api_page.json"), "utf8");

/** The packed package: as it is published, and unpacked. */
export interface Packed {
  tarball: string;
  unpacked: string;
}

/** The folder of a consumer with its sources and the packed package installed. */
export async function installConsumer(name: string, packed: Packed): Promise<string> {
  const source = join(CONSUMERS, name);
  const folder = await installProject(source, name, packed);
  laySources(source, folder);
  return folder;
}

/**
 * A folder with the dependencies of a project and the packed package installed.
 *
 * npm installs once for every set of dependencies, the project's and the package's. After that the package's own
 * files are replaced by those of the tarball, which is all that npm would do.
 */
export async function installProject(source: string, name: string, packed: Packed): Promise<string> {
  const { dependencies, engines } = JSON.parse(readFileSync(join(packed.unpacked, "package.json"), "utf8"));
  const key = hashOf(
    textOf(join(source, "package.json")),
    textOf(join(source, "package-lock.json")),
    JSON.stringify([dependencies, engines, process.version]),
  );
  const folder = join(CACHE, `${name}-${key}`);
  mkdirSync(CACHE, { recursive: true });
  await claim(folder);
  if (!existsSync(join(folder, "node_modules", "invoscope"))) await install(source, folder, packed.tarball);
  // Tools know by npm's own notes that a package has changed, which are not written here.
  for (const cache of [".vite", ".cache"]) {
    rmSync(join(folder, "node_modules", cache), { recursive: true, force: true });
  }
  const home = join(folder, "node_modules", "invoscope");
  rmSync(home, { recursive: true, force: true });
  cpSync(packed.unpacked, home, { recursive: true });
  return folder;
}

async function install(source: string, folder: string, tarball: string): Promise<void> {
  // Under another name until it is whole, so that a run that was stopped leaves nothing half-made.
  const staging = `${folder}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  cpSync(join(source, "package.json"), join(staging, "package.json"));
  if (existsSync(join(source, "package-lock.json"))) {
    cpSync(join(source, "package-lock.json"), join(staging, "package-lock.json"));
    await run("npm", ["ci", ...quiet], staging);
  }
  await run("npm", ["install", "--no-save", "--no-package-lock", ...quiet, tarball], staging);
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** Leaves nothing but what is installed. */
export function clearSources(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== "node_modules") rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The consumer's own files, those that all share, and the answer; what an earlier run left is gone. */
function laySources(source: string, folder: string): void {
  clearSources(folder);
  cpSync(join(CONSUMERS, "shared"), folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  writeFileSync(join(folder, "answer.js"), `export const answer = ${JSON.stringify(ANSWER)};\n`);
  writeFileSync(join(folder, "answer.json"), ANSWER);
}

/** The version of a package that a consumer has. */
export function versionOf(folder: string, name: string): string {
  return JSON.parse(textOf(join(folder, "node_modules", name, "package.json"))).version;
}
