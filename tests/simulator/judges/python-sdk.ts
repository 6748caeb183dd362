import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pythonWithSdk } from "../python/setup.ts";
import type { SdkAnswer, SdkJudge } from "./sdk-call.ts";

const SCRIPT = fileURLToPath(new URL("../python/page_through.py", import.meta.url));

/** The official Python SDK as a judge. */
export const askPythonSdk: SdkJudge = async (target, calls) => {
  const python = await pythonWithSdk();
  const child = spawn(python, [SCRIPT], { stdio: ["pipe", "pipe", "pipe"] });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
  child.stdin.end(JSON.stringify({ target, calls }));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0) throw new Error(`the Python SDK failed:\n${Buffer.concat(complaints).toString()}`);
  return JSON.parse(Buffer.concat(output).toString()) as SdkAnswer[];
};
