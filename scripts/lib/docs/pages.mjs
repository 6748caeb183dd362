import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { docsDir, inRoot } from "../paths.mjs";
import { run } from "../run.mjs";
import { writeLibraryEntry } from "./entry.mjs";
import { typedoc } from "./typedoc.mjs";

/** The crate's pages, into `rust`. */
export async function rustPages(env) {
  await run("cargo", ["doc", "--no-deps"], { env: { ...env, RUSTDOCFLAGS: "-D warnings" } });
  const pages = join(docsDir, "rust");
  rmSync(pages, { recursive: true, force: true });
  cpSync(inRoot("target", "doc"), pages, { recursive: true });
}

/** The pages of every entry of the package, into `js`; made of the types in dist. */
export async function typescriptPages(env) {
  const program = await typedoc(env);
  writeLibraryEntry();
  await run(process.execPath, [program, "--options", inRoot("typedoc.json")], { env });
}
