import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../../www/proxy/serve.ts";
import {
  call,
  codeOf,
  emptyPage,
  fakeProxy,
  PATH,
  pageHeaders,
  raw,
  server,
  type Upstream,
  upstream,
} from "../support.ts";

const LIMIT = 16 * 1024;

let far: Upstream;
let running: RunningServer;
beforeAll(async () => {
  far = await upstream();
  running = await server(far.url, { limits: { bodyMs: 100 } });
});
afterAll(async () => {
  await running.close();
  await far.close();
});

/** The head of a POST whose body is still to come. */
function head(lines: string[]): string {
  const headers = Object.entries(pageHeaders(`127.0.0.1:${running.port}`)).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${[`POST ${PATH} HTTP/1.1`, ...headers, ...lines].join("\r\n")}\r\n\r\n`;
}

test("a body at the limit passes and one byte more does not", async () => {
  const proxy = fakeProxy(emptyPage);
  const body = '{"RegionId":"cn-hangzhou"}';

  expect((await proxy(call(body.padEnd(LIMIT)))).status).toBe(200);
  const response = await proxy(call(body.padEnd(LIMIT + 1)));

  expect(response.status).toBe(413);
  expect(await codeOf(response)).toBe("BodyTooLarge");
});

test("a body that announces too much is refused unread, and the client sees why", async () => {
  const answer = await raw(running.port, head([`Content-Length: ${LIMIT + 1}`]));

  expect(answer).toMatch(/^HTTP\/1.1 413[\s\S]*BodyTooLarge/);
});

test("a chunked body is counted as it comes and cut at the limit", async () => {
  const chunk = `1000\r\n${"x".repeat(0x1000)}\r\n`;
  const sent = [head(["Transfer-Encoding: chunked"]), ...Array.from({ length: 64 }, () => chunk)];

  const answer = await raw(running.port, sent, { pauseMs: 1 });

  expect(answer).toMatch(/^HTTP\/1.1 413[\s\S]*BodyTooLarge/);
});

test("a body that drips is given up", async () => {
  const answer = await raw(running.port, [head(["Content-Length: 26"]), "{", '"'], { pauseMs: 20 });

  expect(answer).toMatch(/^HTTP\/1.1 408[\s\S]*BodyTimeout/);
});

test("a body that contradicts itself in length is refused", async () => {
  const answer = await raw(running.port, [
    head(["Content-Length: 26", "Transfer-Encoding: chunked"]),
    "0\r\n\r\n",
  ]);

  expect(answer).toMatch(/^HTTP\/1.1 400/);
});

test("headers beyond 16 KB are refused", async () => {
  const answer = await raw(running.port, head([`X-Pad: ${"x".repeat(17 * 1024)}`]));

  expect(answer).toMatch(/^HTTP\/1.1 431/);
});

test("headers that drip are given up", async () => {
  const impatient = await server(far.url, { requestMs: 80 });

  const answer = await raw(impatient.port, ["POST / HTTP/1.1\r\n", "Host: x\r\n"], { pauseMs: 10 });

  expect(answer).toMatch(/^HTTP\/1.1 408/);
  await impatient.close();
});

test("what is not one JSON object in UTF-8 is refused", async () => {
  const proxy = fakeProxy(emptyPage);

  for (const body of ["", "{", "[]", "null", '"x"', "{} {}", '{"RegionId":"cn-hangzhou"']) {
    expect([body, await codeOf(await proxy(call(body)))]).toEqual([body, "InvalidBody"]);
  }
  const latin1 = new Request(call(), { body: new Uint8Array([0x7b, 0xff, 0x7d]) });
  expect(await codeOf(await proxy(latin1))).toBe("InvalidBody");
});

test("depth does not break the parser", async () => {
  const deep = `${'{"RegionId":'.repeat(1200)}1${"}".repeat(1200)}`;

  expect(await codeOf(await fakeProxy(emptyPage)(call(deep)))).toBe("RegionNotAllowed");
});

test("none of these reached the endpoint", () => {
  expect(far.seen).toEqual([]);
});
