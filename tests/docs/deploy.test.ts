import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ROOT } from "../package/support/paths.ts";
import { childEnv, type Env, run } from "../package/support/run.ts";
import { TOKEN } from "./support/stage.ts";

/**
 * The commands of the README. What they do here: the container's steps without the container, whose image has
 * nothing but Node.
 */
const COMMANDS = {
  install: "npm install invoscope @alicloud/credentials",
  node: "npx invoscope --live --region cn-hangzhou",
  pack: "npm run build && npm pack",
  build: "docker build -f www/proxy/deploy/Containerfile -t invoscope .",
  container: "docker run -p 8080:8080 -e INVOSCOPE_TOKEN invoscope --live --host ops.example.com",
  functionCompute: "s deploy -t www/proxy/deploy/s.yaml",
} as const;

const fileAfter = (command: string, flag: string): string =>
  readFileSync(join(ROOT, command.split(" ")[command.split(" ").indexOf(flag) + 1] ?? ""), "utf8");

const containerfile = fileAfter(COMMANDS.build, "-f");
const stack = fileAfter(COMMANDS.functionCompute, "-t");

/** What follows an instruction of the Containerfile. */
const instruction = (name: string): string =>
  new RegExp(`^${name} (.+)$`, "m").exec(containerfile)?.[1] ?? expect.fail(`there is no ${name}`);

/** Keys that no account has: nothing is called in these tests. */
const CREDENTIALS: Env = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: "test-key-id-0001",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "test-secret-value-0001",
  ALIBABA_CLOUD_SECURITY_TOKEN: "test-security-token",
};

/** The image's folder. */
let app: string;

beforeAll(async () => {
  app = mkdtempSync(join(tmpdir(), "invoscope-image-"));
  expect(instruction("COPY")).toBe("invoscope-*.tgz ./");
  copyFileSync(inject("tarball"), join(app, basename(inject("tarball"))));
  await run("sh", ["-c", `${instruction("RUN")} --prefer-offline`], app);
}, 300_000);
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** Starts a command in the image's folder until `use` is through. */
async function whileRuns(
  command: readonly string[],
  env: Env,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: app, env: childEnv({ ...CREDENTIALS, ...env }), detached: true });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = once(child, "exit");
  try {
    const ready = new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const url = /^Proxy: (\S+)$/.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
      ended.then(() => reject(new Error(`ended early: ${said}`)), reject);
    });
    await use(await ready);
  } finally {
    // npx runs the command in a process of its own.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    await ended;
  }
}

/** The image's entry with the arguments of whoever starts it, on loopback and a free port of this machine. */
const entry = (args: readonly string[]): string[] => [
  ...(JSON.parse(instruction("ENTRYPOINT")) as string[]),
  ...args,
  ...["--listen", "127.0.0.1", "--port", "0"],
];

/** The status of the console's page for a name; `fetch` would set Host by itself. */
function statusFor(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
}

test("Node: the command serves what it was installed with", async () => {
  const names = COMMANDS.install.split(" ").slice(2);
  for (const name of names)
    expect(() => readFileSync(join(app, "node_modules", name, "package.json"))).not.toThrow();

  await whileRuns(COMMANDS.node.split(" "), {}, async (url) => {
    expect((await fetch(`${url}healthz`)).status).toBe(200);
    expect((await fetch(url)).headers.get("content-type")).toContain("text/html");
  });
});

test("container: the image serves the given name to those who have the token", async () => {
  const args = COMMANDS.container.split(" invoscope ")[1]?.split(" ") ?? [];

  await whileRuns(entry(args), { INVOSCOPE_TOKEN: TOKEN }, async (url) => {
    expect(await statusFor("ops.example.com", url)).toBe(200);
    expect(await statusFor("other.example.com", url)).toBe(403);
    const [program, ...check] = JSON.parse(instruction("HEALTHCHECK CMD")) as [string, ...string[]];
    const here = check.map((arg) => arg.replace("http://127.0.0.1:8080/", url));
    await run(program, here, app);
    await expect(
      run(
        program,
        check.map((arg) => arg.replace("127.0.0.1:8080", "127.0.0.1:9")),
        app,
      ),
    ).rejects.toThrow();
  });
});

test("container: what packs the tarball is what the image copies", () => {
  expect(COMMANDS.pack).toBe("npm run build && npm pack");
  expect(basename(inject("tarball"))).toMatch(/^invoscope-.*\.tgz$/);
});

test("Function Compute: the template starts the same image on the port that it tells", async () => {
  const args = JSON.parse(/^ +command: (\[.*\])$/m.exec(stack)?.[1] ?? "[]") as string[];
  const region = /^ {2}region: (\S+)$/m.exec(stack)?.[1] ?? "";
  const port = /^ +port: (\d+)$/m.exec(stack)?.[1];

  expect(JSON.parse(instruction("ENTRYPOINT"))).toEqual(expect.arrayContaining(["--port", port]));
  await whileRuns(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template's own syntax.
    entry(args.map((arg) => arg.replace("${vars.region}", region))),
    { INVOSCOPE_TOKEN: TOKEN },
    async (url) => expect(await statusFor("ops.example.com", url)).toBe(200),
  );
});
