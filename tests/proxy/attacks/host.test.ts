import { expect, test } from "vitest";
import { call, codeOf, emptyPage, fakeProxy, PATH, pageHeaders, raw, server, upstream } from "../support.ts";

test("a page that rebinds its name to loopback is refused by that name", async () => {
  const proxy = fakeProxy(emptyPage);

  for (const host of [
    "evil.example",
    "evil.example:8080",
    "127.0.0.1.evil.example",
    "localhost.evil.example:80",
  ]) {
    const response = await proxy(call(undefined, { ...pageHeaders(host) }));

    expect([host, response.status, await codeOf(response)]).toEqual([host, 403, "HostNotAllowed"]);
  }
});

test("a call without Host is refused", async () => {
  const response = await fakeProxy(emptyPage)(call(undefined, { host: null }));

  expect(await codeOf(response)).toBe("HostNotAllowed");
});

test("listed hosts are compared whole, port and all", async () => {
  const proxy = fakeProxy(emptyPage, { hosts: ["ops.example.com"] });
  const status = async (host: string) =>
    (await proxy(call(undefined, { ...pageHeaders(host), origin: `https://${host}` }))).status;

  expect(await status("ops.example.com")).toBe(200);
  expect(await status("ops.example.com:8080")).toBe(403);
  expect(await status("xops.example.com")).toBe(403);
  expect(await status("ops.example.com.")).toBe(403);
  expect(await status("127.0.0.1:8080")).toBe(403);
});

test("the server refuses other ports of loopback, other names and no name, for the console too", async () => {
  const far = await upstream();
  const running = await server(far.url);
  const ask = (host: string, target: string) =>
    raw(running.port, `GET ${target} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);

  expect(await ask("Host: evil.example\r\n", "/")).toMatch(/^HTTP\/1.1 403[\s\S]*HostNotAllowed/);
  expect(await ask("Host: 127.0.0.1:1\r\n", "/")).toMatch(/^HTTP\/1.1 403/);
  expect(await ask("", "/")).toMatch(/^HTTP\/1.1 400/);
  expect(await raw(running.port, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 403/);
  expect(await ask("Host: evil.example\r\n", `http://127.0.0.1:${running.port}${PATH}`)).toMatch(
    /^HTTP\/1.1 400/,
  );
  expect(far.seen).toEqual([]);

  await running.close();
  await far.close();
});
