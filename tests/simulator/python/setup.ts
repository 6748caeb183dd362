import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));

/**
 * A Python with the official SDK, in a virtual environment that is made once per set of requirements.
 * @throws Error that says what is missing: python3, its venv module, or the packages.
 */
export async function pythonWithSdk(): Promise<string> {
  const requirements = await readFile(REQUIREMENTS, "utf8");
  const version = /alibabacloud-ecs20140526==(\S+)/.exec(requirements)?.[1] ?? "unpinned";
  const digest = createHash("sha256").update(requirements).digest("hex").slice(0, 8);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "invoscope", `python-sdk-${version}-${digest}`);
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const isDone = join(folder, "complete");
  if (await exists(isDone)) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await step("python3 is missing: install Python 3.8 or later", "python3", ["--version"]);
  await step("python3 has no venv module: install python3-venv", "python3", ["-m", "venv", folder]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS];
  await step("the official Python SDK cannot be installed from the package index", python, pip);
  await writeFile(isDone, "");
  return python;
}

async function step(complaint: string, command: string, args: string[]): Promise<void> {
  try {
    await run(command, args);
  } catch (cause) {
    const detail = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    throw new Error(detail === "" ? complaint : `${complaint}\n${detail}`, { cause });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
