import { once } from "node:events";
import { createInterface } from "node:readline";
import { inRoot } from "./paths.mjs";
import { signalTree, start } from "./run.mjs";

/**
 * Starts a server of dist/ and resolves, once it has printed `<label>: <url>`,
 * to its child and URL. Whatever else it prints goes to stderr.
 */
export async function serve(label, script, args, env) {
  const child = start(process.execPath, [inRoot("dist", script), ...args], {
    env,
    ownGroup: false,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`${script} ended with ${code ?? signal} before it was ready`);
  });
  const announced = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const url = line.match(`^${label}: (http://\\S+/)$`)?.[1];
      if (url) resolve(url);
      else process.stderr.write(`${line}\n`);
    });
  });
  ended.catch(() => {});
  const url = await Promise.race([announced, ended]);
  return { child, url };
}

/** Asks politely first; a server that has not ended after the grace period is ended. */
export async function stop(child, graceMs = 5000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  signalTree(child, "SIGTERM");
  const timer = setTimeout(() => signalTree(child, "SIGKILL"), graceMs);
  await ended;
  clearTimeout(timer);
}
