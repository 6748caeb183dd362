import { spawn } from "node:child_process";
import { accessSync, constants, createWriteStream } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

const running = new Set();

export class CommandFailed extends Error {
  constructor(command, args, status, output) {
    super(`\`${[command, ...args].join(" ")}\` ended with ${status}`);
    this.output = output;
  }
}

/**
 * Starts a child, in a process group of its own, so that what it started
 * itself (rustc, a browser) ends with it. A server stays in ours: whoever
 * kills the whole group, leaving us no time to clean up, gets it too.
 */
export function start(command, args, { ownGroup = true, ...options } = {}) {
  const defaults = { cwd: root, stdio: ["ignore", "pipe", "pipe"] };
  const child = spawn(command, args, { ...defaults, ...options, detached: ownGroup });
  child.ownGroup = ownGroup;
  running.add(child);
  child.on("error", () => running.delete(child));
  child.on("exit", () => running.delete(child));
  return child;
}

export function signalTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(child.ownGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

export function killAll(signal = "SIGTERM") {
  for (const child of running) signalTree(child, signal);
}

process.on("exit", () => killAll("SIGKILL"));

/** Runs to the end; resolves to `{ status, output }` whatever the status is. */
export function capture(command, args, { logFile, timeoutMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    const log = logFile && createWriteStream(logFile);
    const chunks = [];
    const keep = (chunk) => {
      chunks.push(chunk);
      log?.write(chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let timedOut = false;
    const timer =
      timeoutMs &&
      setTimeout(() => {
        timedOut = true;
        signalTree(child, "SIGKILL");
      }, timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      log?.end();
      const output = Buffer.concat(chunks).toString("utf8");
      resolve({ status: timedOut ? "a time-out" : (code ?? signal), output });
    });
  });
}

/** Runs to the end; resolves to the output, rejects with it unless the status is 0. */
export async function run(command, args, options) {
  const { status, output } = await capture(command, args, options);
  if (status !== 0) throw new CommandFailed(command, args, status, output);
  return output;
}

/** Whether a command runs and answers with status 0; a missing program is a "no". */
export async function succeeds(command, args, options) {
  try {
    return (await capture(command, args, options)).status === 0;
  } catch {
    return false;
  }
}

export function which(name, path = process.env.PATH ?? "") {
  for (const dir of path.split(delimiter)) {
    const file = join(dir, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return undefined;
}
