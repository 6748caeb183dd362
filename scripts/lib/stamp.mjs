import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root, stampsDir } from "./paths.mjs";

/** Every file under the given files and folders, sorted; what is missing has no files. */
export function filesUnder(paths, keep = () => true, base = root) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path)) visit(join(path, name));
    } else if (keep(relative(base, path))) {
      found.push(path);
    }
  };
  for (const path of paths) visit(join(base, path));
  return found.sort();
}

/** A hash of names and contents: times change with every checkout, contents do not. */
export function contentHash(files, extra = [], base = root) {
  const hash = createHash("sha256");
  for (const part of extra) hash.update(`${part}\0`);
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${relative(base, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

const stampFile = (name, dir) => join(dir, `${name}.json`);

export function readStamp(name, dir = stampsDir) {
  try {
    return JSON.parse(readFileSync(stampFile(name, dir), "utf8"));
  } catch {
    return undefined;
  }
}

export function writeStamp(name, stamp, dir = stampsDir) {
  const file = stampFile(name, dir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
}

/** Fresh: made from inputs of this hash, and nothing that was made has gone. */
export function isFresh(name, hash, { dir = stampsDir, base = root } = {}) {
  const stamp = readStamp(name, dir);
  return stamp?.hash === hash && stamp.outputs.every((output) => existsSync(join(base, output)));
}
