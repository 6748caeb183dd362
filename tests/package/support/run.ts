import { execFile } from "node:child_process";

/** Further variables of the child's environment. */
export type Env = Readonly<Record<string, string>>;

/** Runs a program to its end; resolves to what it printed, rejects with all of it. */
export function run(command: string, args: readonly string[], cwd: string, env: Env = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: childEnv(env), timeout: 240_000, maxBuffer: 64 * 1024 * 1024 };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${[command, ...args].join(" ")}: ${error.message}\n${stdout}${stderr}`));
    });
  });
}

/** The environment of a fresh terminal: what npm and vitest tell their own children would mislead a build. */
export function childEnv(env: Env = {}): NodeJS.ProcessEnv {
  const isOurs = (name: string): boolean =>
    /^(npm_(?!config_)|VITEST|NODE_ENV|NODE_OPTIONS|TEST$|INIT_CWD)/.test(name);
  const inherited = Object.entries(process.env).filter(([name]) => !isOurs(name));
  return { ...Object.fromEntries(inherited), NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...env };
}
