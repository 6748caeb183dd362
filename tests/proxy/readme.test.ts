import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { createProxy, type ProxyOptions, staticCredentials } from "../../www/proxy/index.ts";
import { ACCESS_KEY, call, EMPTY_PAGE, PATH, pageHeaders, upstream } from "./support.ts";

const README = readFileSync(new URL("../../www/proxy/README.md", import.meta.url), "utf8");

/** Runs the lines of the first example with the imports given and the options moved to a test upstream. */
function runExample(endpoint: string): Hono {
  const code = /```ts\n([\s\S]*?)```/.exec(README)?.[1] ?? "";
  const body = code.replace(/^import .*$/gm, "");
  const own = (options: ProxyOptions) =>
    createProxy({ ...options, endpoint, credentials: staticCredentials(ACCESS_KEY) });
  return new Function("createProxy", "Hono", `${body}; return app;`)(own, Hono) as Hono;
}

test("the README's example answers in Hono", async () => {
  const far = await upstream();
  const app = runExample(far.url);
  const headers = { ...pageHeaders("ops.example.com"), origin: "https://ops.example.com" };

  const response = await app.request(call(undefined, headers));
  const refused = await app.request(call());

  expect([response.status, await response.text()]).toEqual([200, EMPTY_PAGE]);
  expect(refused.status).toBe(403);
  await far.close();
});

test("the example has at most five lines of code", () => {
  const code = /```ts\n([\s\S]*?)```/.exec(README)?.[1] ?? "";

  expect(code.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(5);
});

test("the handler is a route of Next.js, which passes the parameters of the path beside the request", async () => {
  const far = await upstream();
  const POST = createProxy({ endpoint: far.url, credentials: staticCredentials(ACCESS_KEY) });
  const nextContext = { params: Promise.resolve({ action: "describe-invocations" }) };

  const response = await POST(call(), nextContext as object);

  expect(response.status).toBe(200);
  await far.close();
});

test("the handler answers in plain node:http", async () => {
  const far = await upstream();
  const proxy = createProxy({ endpoint: far.url, credentials: staticCredentials(ACCESS_KEY) });
  const listener = getRequestListener((request) => proxy(request), { overrideGlobalObjects: false });
  const near = createServer(listener as RequestListener);
  await new Promise<void>((resolve) => near.listen(0, "127.0.0.1", resolve));
  const { port } = near.address() as AddressInfo;

  const response = await fetch(`http://127.0.0.1:${port}${PATH}`, {
    method: "POST",
    headers: { ...pageHeaders(`127.0.0.1:${port}`) },
    body: '{"RegionId":"cn-hangzhou"}',
  });

  expect([response.status, await response.text()]).toEqual([200, EMPTY_PAGE]);
  near.close();
  near.closeAllConnections();
  await far.close();
});

test("the README lists every code of the proxy", async () => {
  const source = readFileSync(new URL("../../www/proxy/problem.ts", import.meta.url), "utf8");
  const codes = [...source.matchAll(/^ {2}([A-Z]\w+): \d{3},$/gm)].map((match) => match[1]);

  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) expect(README).toContain(`\`${code}\``);
});
