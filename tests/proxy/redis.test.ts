import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { RunningServer, ServeOptions } from "../../www/proxy/serve.ts";
import { answerWith, callServer, memoryLog, server, type Upstream, upstream } from "./support.ts";

const BINARY = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find((path) => existsSync(path));

let folder: string;
let port: number;
let redis: ChildProcess | undefined;
let far: Upstream;
const running: RunningServer[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "invoscope-redis-"));
  port = await freePort();
  far = await upstream();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
  await stopRedis();
});
afterAll(async () => {
  await far.close();
  rmSync(folder, { recursive: true, force: true });
});

const withRedis = test.skipIf(BINARY === undefined);

withRedis("replicas share one budget", async () => {
  await startRedis();
  const [first, second] = [await replica(4), await replica(4)];

  const statuses = [];
  for (const one of [first, second, first, second, first, second]) {
    statuses.push((await callServer(one)).status);
  }

  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});

withRedis("throttling seen by one replica pauses all", async () => {
  await startRedis();
  const throttling = await upstream(answerWith(400, '{"Code":"Throttling.User"}'));
  const [first, second] = [await replica(100, throttling.url), await replica(100, throttling.url)];

  expect((await callServer(first)).status).toBe(400);
  expect((await callServer(second)).status).toBe(429);

  expect(throttling.seen).toHaveLength(1);
  await throttling.close();
});

withRedis("the store gets neither the access key nor the address of a client", async () => {
  await startRedis();
  await callServer(await replica(10));
  const inspector = new Redis(port, "127.0.0.1");

  const keys = await inspector.keys("*");
  inspector.disconnect();

  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join()).not.toContain("test-key-id");
  expect(keys.join()).toMatch(/invoscope:calls:[0-9a-f]{16}:cn-hangzhou:DescribeInvocations:\d+/);
  expect(keys.join()).not.toContain("127.0.0.1");
});

withRedis("when Redis goes away the budget goes on in memory, with one line, and back again", async () => {
  await startRedis();
  const log = memoryLog();
  const one = await replica(3, far.url, { log });
  expect((await callServer(one)).status).toBe(200);

  await stopRedis();
  const alone = [];
  for (let n = 0; n < 4; n += 1) alone.push((await callServer(one)).status);
  expect(alone).toEqual([200, 200, 200, 429]);
  await until(() => eventsIn(log.lines).length === 1);

  await startRedis();
  await until(() => eventsIn(log.lines).length === 2);
  expect((await callServer(one)).status).toBe(200);
  expect(eventsIn(log.lines)).toEqual(["redis lost, budget kept in memory", "redis back, budget shared"]);
});

test("a Redis that was never there is no failure either, and its password is not logged", async () => {
  const log = memoryLog();
  const one = await replica(10, far.url, { log, redisUrl: `redis://:redis-password@127.0.0.1:${port}` });

  expect((await callServer(one)).status).toBe(200);
  await until(() => eventsIn(log.lines).length === 1);
  expect(log.lines.join()).not.toContain("redis-password");
});

async function replica(
  callsPerMinute: number,
  endpoint = far.url,
  options: ServeOptions = {},
): Promise<RunningServer> {
  // The clock stands, so that no test runs across the end of a minute.
  const one = await server(endpoint, {
    callsPerMinute,
    clientCallsPerMinute: 1_000,
    redisUrl: `redis://127.0.0.1:${port}`,
    now: () => 1_800_000_000_000,
    ...options,
  });
  running.push(one);
  // The first connection may still be under way; a call before it would be counted in memory.
  if (redis !== undefined) await new Promise((resolve) => setTimeout(resolve, 100));
  return one;
}

function eventsIn(lines: readonly string[]): string[] {
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg).filter((msg) => msg !== "request");
}

async function startRedis(): Promise<void> {
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    folder,
  ];
  const child = spawn(BINARY ?? "", args, { stdio: ["ignore", "pipe", "ignore"] });
  redis = child;
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error("redis-server ended")));
    child.stdout.on("data", (data: Buffer) => String(data).includes("Ready to accept") && resolve());
  });
}

async function stopRedis(): Promise<void> {
  const child = redis;
  redis = undefined;
  if (child === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !condition(); n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}
