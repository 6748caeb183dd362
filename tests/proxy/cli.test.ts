import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../www/proxy/main.ts";
import { PATH, pageHeaders, TOKEN, upstream } from "./support.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let cli: string;

// The built command is what users start, and the place where extensions of imports are rewritten.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "invoscope-cli-"));
  const dist = join(folder, "dist");
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", join(ROOT, "tsconfig.www.json"), "--outDir", dist], {
      cwd: ROOT,
    });
  } catch {
    // A type error elsewhere in www is another suite's business; the files are written all the same.
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type":"module","version":"9.9.9"}');
  cli = join(dist, "proxy", "cli.js");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in this process and gives what it printed. */
async function run(args: string[], env: Record<string, string> = {}) {
  let out = "";
  let err = "";
  const running = await main(args, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    log: {
      write: (line) => {
        err += line;
      },
    },
  });
  return { running, out, err };
}

test("policy prints a RAM policy with the two read-only actions and nothing else", async () => {
  const { out, running } = await run(["policy"]);

  expect(running).toBeUndefined();
  expect(JSON.parse(out)).toEqual({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["ecs:DescribeInvocations", "ecs:DescribeInvocationResults"],
        Resource: ["acs:ecs:*:*:instance/*", "acs:ecs:*:*:command/*"],
      },
    ],
  });
});

test("help names every flag", async () => {
  const { out } = await run(["--help"]);

  for (const flag of ["--live", "--region", "--port", "--listen", "--endpoint", "--host", "policy"]) {
    expect(out).toContain(flag);
  }
});

test("beyond loopback the command wants a token", async () => {
  const args = ["--listen", "0.0.0.0", "--endpoint", "http://127.0.0.1:9", "--host", "ops.example.com"];

  await expect(run(args)).rejects.toThrow("INVOSCOPE_TOKEN");
});

test("an endpoint beyond loopback is refused", async () => {
  await expect(run(["--endpoint", "https://ecs.aliyuncs.com"])).rejects.toThrow("loopback");
});

test("--live without certificate checks is refused", async () => {
  await expect(run(["--live"], { NODE_TLS_REJECT_UNAUTHORIZED: "0" })).rejects.toThrow("certificate");
});

test("an endpoint is called with the simulator's key, and the token of a file is asked for", async () => {
  const far = await upstream();
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, `${TOKEN}\n`);
  const { running, out, err } = await run(["--endpoint", far.url, "--token-file", tokenFile]);
  const url = /^Proxy: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(out)?.[1] ?? "";
  const ask = (headers: Record<string, string>) =>
    fetch(new URL(PATH, url), {
      method: "POST",
      headers: { ...pageHeaders(new URL(url).host), ...headers },
      body: '{"RegionId":"cn-hangzhou"}',
    });

  expect((await ask({})).status).toBe(401);
  expect((await ask({ authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  expect(far.seen[0]?.headers.authorization).toContain("Credential=simulator,");
  expect(out + err).not.toContain(TOKEN);

  await running?.close();
  await far.close();
});

/** Starts the built command; `stop` gives its exit code. */
async function started(args: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"], env: {} });
  let out = "";
  let err = "";
  child.stderr.on("data", (data: Buffer) => {
    err += data;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.on("exit", () => reject(new Error(err)));
    child.stdout.on("data", (data: Buffer) => {
      out += data;
      const found = /Proxy: (\S+)\n/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { url, stop, printed: () => out, logged: () => err };
}

test("the built command prints its address, answers, and stops on a signal", async () => {
  const { url, stop, printed } = await started(["--endpoint", "http://127.0.0.1:9", "--port", "0"]);

  const health = await fetch(new URL("/healthz", url));

  expect(await health.json()).toEqual({ status: "ok" });
  expect(await stop()).toBe(0);
  expect(printed()).toBe(`Proxy: ${url}\n`);
});

test("without --live and --endpoint the simulator answers", async () => {
  const { url, stop, logged } = await started([]);

  const response = await fetch(new URL(PATH, url), {
    method: "POST",
    headers: pageHeaders(new URL(url).host),
    body: '{"RegionId":"cn-hangzhou","MaxResults":50}',
  });
  const page = (await response.json()) as { Invocations: { Invocation: unknown[] } };

  expect(response.status).toBe(200);
  expect(page.Invocations.Invocation).toHaveLength(50);
  expect(await stop()).toBe(0);
  expect(JSON.parse(logged())).toMatchObject({ msg: "request", status: 200, region: "cn-hangzhou" });
});

test("the built command says in one line what is wrong", () => {
  for (const [args, word] of [
    [["--nope"], "--nope"],
    [["--listen", "0.0.0.0", "--endpoint", "http://127.0.0.1:9"], "token"],
  ] as const) {
    let err = "";
    try {
      execFileSync(process.execPath, [cli, ...args], { stdio: "pipe", env: {} });
    } catch (error) {
      err = String((error as { stderr: Buffer }).stderr);
    }

    expect(err).toMatch(/^invoscope: .*\n$/);
    expect(err).toContain(word);
  }
  expect(execFileSync(process.execPath, [cli, "--version"], { encoding: "utf8" })).toBe("9.9.9\n");
});
