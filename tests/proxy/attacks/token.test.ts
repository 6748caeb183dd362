import { beforeEach, expect, test, vi } from "vitest";
import { call, callServer, codeOf, emptyPage, fakeProxy, server, TOKEN, upstream } from "../support.ts";

const compared = vi.hoisted(() => [] as [number, number][]);
vi.mock("node:crypto", async (original) => {
  const actual = await original<typeof import("node:crypto")>();
  return {
    ...actual,
    timingSafeEqual: (a: Buffer, b: Buffer) => {
      compared.push([a.byteLength, b.byteLength]);
      return actual.timingSafeEqual(a, b);
    },
  };
});
beforeEach(() => void compared.splice(0));

const proxy = fakeProxy(emptyPage, { token: TOKEN });

test("a wrong or missing token is refused", async () => {
  for (const authorization of [
    null,
    "",
    "Bearer ",
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `bearer ${TOKEN}`,
    `Basic ${TOKEN}`,
    TOKEN,
    `Bearer ${TOKEN}, Bearer ${TOKEN}`,
  ]) {
    const response = await proxy(call(undefined, { authorization }));

    expect([authorization, response.status]).toEqual([authorization, 401]);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await codeOf(response)).toBe("TokenRequired");
  }
  expect((await proxy(call(undefined, { authorization: `Bearer ${TOKEN}` }))).status).toBe(200);
});

test("whatever is presented is compared in constant time over hashes of one length", async () => {
  for (const presented of ["", "x", TOKEN, "y".repeat(5000)]) {
    await proxy(call(undefined, { authorization: `Bearer ${presented}` }));
  }

  expect(compared).toEqual([
    [32, 32],
    [32, 32],
    [32, 32],
    [32, 32],
  ]);
});

test("the token is taken from the header only", async () => {
  const viaQuery = await proxy(call(undefined, {}, `/api/v1/describe-invocations?token=${TOKEN}`));
  const viaCookie = await proxy(call(undefined, { cookie: `token=${TOKEN}` }));

  expect(viaQuery.status).toBe(400);
  expect(viaCookie.status).toBe(401);
});

test("a token that can be guessed is refused as a setting, without being shown", () => {
  for (const token of ["", "short", "with space 0123456789", "ключ-0123456789abcdef"]) {
    const attempt = () => fakeProxy(emptyPage, { token });

    expect(attempt).toThrow("token must be");
    if (token !== "") expect(attempt).not.toThrow(token);
  }
});

test("beyond loopback the server does not start without a token and a list of hosts", async () => {
  for (const address of ["0.0.0.0", "::", "10.0.0.1"]) {
    await expect(server("http://127.0.0.1:9", { address, hosts: ["ops.example.com"] })).rejects.toThrow(
      "token",
    );
    await expect(server("http://127.0.0.1:9", { address, token: TOKEN })).rejects.toThrow("--host");
  }
});

test("with a token the server asks for it everywhere but the health check and the console's files", async () => {
  const far = await upstream();
  const running = await server(far.url, { token: TOKEN });
  const get = (path: string, authorization?: string) =>
    fetch(new URL(path, running.url), authorization ? { headers: { authorization } } : {});

  expect((await callServer(running)).status).toBe(401);
  expect((await callServer(running, undefined, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  expect((await get("/metrics")).status).toBe(401);
  expect((await get("/metrics", `Bearer ${TOKEN}`)).status).toBe(200);
  expect((await get("/healthz")).status).toBe(200);

  await running.close();
  await far.close();
});

test("without a token the figures are not shown to anybody", async () => {
  const running = await server("http://127.0.0.1:9");

  expect((await fetch(new URL("/metrics", running.url))).status).toBe(401);

  await running.close();
});
