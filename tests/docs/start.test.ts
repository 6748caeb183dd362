import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { ROOT } from "../package/support/paths.ts";
import { childEnv } from "../package/support/run.ts";

/** The command of the README, as a person types it. */
const START = "npm start";

test("npm start prints one line when the console answers, and ends on Ctrl-C", async () => {
  const child = spawn(START, { cwd: ROOT, env: childEnv(), shell: true, detached: true });
  let url = "";
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const lines: string[] = [];
  const printed = createInterface({ input: child.stdout });
  const ended = once(child, "exit");
  try {
    const isReady = new Promise<string>((resolve, reject) => {
      printed.on("line", (line) => {
        lines.push(line);
        const address = /^Console: (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
      ended.then(() => reject(new Error(`ended early: ${said}`)), reject);
    });
    url = await isReady;
    const page = await fetch(url);

    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>");
    expect(lines.filter((line) => line.startsWith("Console:"))).toHaveLength(1);
  } finally {
    // Ctrl-C reaches every process of the terminal.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
  }
  await ended;
  await expect.poll(() => fetch(url).catch(() => "nobody there"), { timeout: 20_000 }).toBe("nobody there");
}, 300_000);
