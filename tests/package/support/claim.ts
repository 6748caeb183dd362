import { rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { textOf } from "./pack.ts";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until no other process uses a folder of the cache, which every clone shares: two builds in one folder take
 * each other's files away. It is ours until this process ends, however it ends.
 */
export async function claim(folder: string): Promise<void> {
  const file = `${folder}.pid`;
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: "wx" });
    } catch {
      const holder = Number(textOf(file));
      // An empty file is being written.
      if (holder !== 0 && holder !== process.pid && !isAlive(holder)) rmSync(file, { force: true });
    }
    // Two that find the same dead holder may both take over: the last to write has it.
    await sleep(100);
    if (Number(textOf(file)) === process.pid) return;
  }
}
