import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash, filesUnder, isFresh, writeStamp } from "./stamp.mjs";

let base;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "invoscope-stamp-"));
  mkdirSync(join(base, "src", "deep"), { recursive: true });
  writeFileSync(join(base, "src", "b.rs"), "b");
  writeFileSync(join(base, "src", "deep", "a.rs"), "a");
});

afterEach(() => rmSync(base, { recursive: true }));

const files = () => filesUnder(["src"], undefined, base);
const hash = (extra) => contentHash(files(), extra, base);

describe("filesUnder", () => {
  it("lists files and folders, without what is missing", () => {
    const found = filesUnder(["src", "nothing"], undefined, base).map((file) => relative(base, file));

    expect(found).toEqual([join("src", "b.rs"), join("src", "deep", "a.rs")]);
  });

  it("leaves out what is not kept", () => {
    expect(filesUnder(["src"], (file) => !file.includes("deep"), base)).toHaveLength(1);
  });
});

describe("contentHash", () => {
  it("does not change with the time of a file", () => {
    const before = hash();

    utimesSync(join(base, "src", "b.rs"), 1, 1);

    expect(hash()).toBe(before);
  });

  it("changes with a content, a name and an extra part", () => {
    const hashes = [hash(), hash(["-O3"])];

    writeFileSync(join(base, "src", "b.rs"), "c");
    hashes.push(hash());
    renameSync(join(base, "src", "b.rs"), join(base, "src", "c.rs"));
    hashes.push(hash());

    expect(new Set(hashes).size).toBe(4);
  });
});

describe("isFresh", () => {
  it("is true for the same hash while every output is there", () => {
    const where = { dir: join(base, "stamps"), base };
    writeStamp("step", { hash: "1", outputs: ["src/b.rs"] }, where.dir);

    expect(isFresh("step", "1", where)).toBe(true);
    expect(isFresh("step", "2", where)).toBe(false);
    rmSync(join(base, "src", "b.rs"));
    expect(isFresh("step", "1", where)).toBe(false);
  });

  it("is false without a stamp", () => {
    expect(isFresh("step", "1", { dir: base, base })).toBe(false);
  });
});
