import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claim } from "./support/claim.ts";

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "invoscope-claim-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const holderOf = (folder: string): string => readFileSync(`${folder}.pid`, "utf8");

test("a folder is ours, and may be claimed again", async () => {
  const folder = join(place, "free");

  await claim(folder);
  await claim(folder);

  expect(holderOf(folder)).toBe(`${process.pid}`);
});

test("a folder is waited for as long as its holder lives", async () => {
  const folder = join(place, "held");
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(`${folder}.pid`, `${holder.pid}`);
  let isOurs = false;
  const claimed = claim(folder).then(() => {
    isOurs = true;
  });

  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isOurs).toBe(false);

  holder.kill();
  await once(holder, "exit");
  await claimed;
  expect(holderOf(folder)).toBe(`${process.pid}`);
});
