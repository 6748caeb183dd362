import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RunningServer } from "../../../www/proxy/serve.ts";
import {
  call,
  codeOf,
  emptyPage,
  fakeProxy,
  raw,
  rawPost,
  server,
  type Upstream,
  upstream,
} from "../support.ts";

let far: Upstream;
let running: RunningServer;
beforeAll(async () => {
  far = await upstream();
  running = await server(far.url);
});
beforeEach(() => void far.seen.splice(0));
afterAll(async () => {
  await running.close();
  await far.close();
});

test("header names with an underscore, twins of checked ones, are refused", async () => {
  for (const name of [
    "x_forwarded_host",
    "X_Invoscope",
    "content_type",
    "sec_fetch_site",
    "authorization_",
  ]) {
    const viaHandler = await fakeProxy(emptyPage)(call(undefined, { [name]: "x" }));
    const viaServer = await raw(running.port, rawPost(running.port, [`${name}: x`], "/healthz"));

    expect([name, await codeOf(viaHandler)]).toEqual([name, "BadHeader"]);
    expect(viaServer).toMatch(/^HTTP\/1.1 400[\s\S]*BadHeader/);
  }
  expect(far.seen).toEqual([]);
});

test("a second Host, Origin, type or custom header is refused", async () => {
  for (const line of [
    "Host: evil.example",
    "Origin: https://evil.example",
    "Content-Type: text/plain",
    "X-Invoscope: 1",
    "Authorization: Bearer x",
  ]) {
    const twice = line.startsWith("Authorization") ? [line, line] : [line];

    const answer = await raw(running.port, rawPost(running.port, twice));

    expect([line, answer.slice(0, 12)]).toEqual([line, "HTTP/1.1 400"]);
  }
  expect(far.seen).toEqual([]);
});

test("forwarded headers decide nothing", async () => {
  const lies = {
    "x-forwarded-host": "127.0.0.1:8080",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "127.0.0.1",
    "x-original-url": "/healthz",
    "x-rewrite-url": "/healthz",
    "x-http-method-override": "GET",
    forwarded: "host=127.0.0.1:8080;proto=https",
  };

  const refused = await fakeProxy(emptyPage)(call(undefined, { ...lies, host: "evil.example" }));

  expect(await codeOf(refused)).toBe("HostNotAllowed");
});

test("no header of the client reaches the endpoint", async () => {
  const secretive = [
    "Cookie: session=client-secret",
    "Authorization: Bearer client-secret",
    "X-Forwarded-Host: client-secret.example",
    "X-Acs-Action: RunCommand",
    "X-Acs-Version: client-secret",
    "X-Acs-Security-Token: client-secret",
    "X-Custom: client-secret",
    "User-Agent: client-secret",
    "Accept-Language: client-secret",
    "TE: trailers",
    "Expect-CT: client-secret",
  ];

  const answer = await raw(running.port, rawPost(running.port, secretive));

  expect(answer).toMatch(/^HTTP\/1.1 200/);
  const [seen] = far.seen;
  expect(seen?.headers["x-acs-action"]).toBe("DescribeInvocations");
  expect(seen?.headers["x-acs-version"]).toBe("2014-05-26");
  expect(JSON.stringify(seen)).not.toContain("client-secret");
  // What `fetch` adds itself, beside the signed headers and the four that are set on purpose.
  expect(
    Object.keys(seen?.headers ?? {})
      .filter((name) => !name.startsWith("x-acs-"))
      .sort(),
  ).toEqual([
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "connection",
    "content-length",
    "host",
    "sec-fetch-mode",
    "user-agent",
  ]);
});
