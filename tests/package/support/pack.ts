import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "./paths.ts";
import { run } from "./run.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The packed package, unpacked: what npm would lay into node_modules/invoscope. */
    unpacked: string;
    tarball: string;
  }
}

/** Packs the package once for all tests of this folder. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "invoscope-pack-"));
  const [packed] = JSON.parse(await run("npm", ["pack", "--json", "--pack-destination", folder], ROOT));
  const tarball = join(folder, packed.filename);
  await run("tar", ["-xzf", tarball, "-C", folder], folder);
  project.provide("tarball", tarball);
  project.provide("unpacked", join(folder, "package"));
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A short name of contents. */
export function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** The text of a file, or nothing where it is not. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
