import { expect, test } from "vitest";
import { call, codeOf, emptyPage, fakeProxy, TOKEN } from "../support.ts";

const proxy = fakeProxy(emptyPage);

test("a call from another origin is refused, whatever it looks like", async () => {
  for (const origin of [
    "https://evil.example",
    "null",
    "http://127.0.0.1:8081",
    "http://127.0.0.1:8080.evil.example",
    "http://localhost:8080",
    "http://127.0.0.1:8080/",
    "HTTP://127.0.0.1:8080",
    "",
  ]) {
    const response = await proxy(call(undefined, { origin }));

    expect([origin, response.status, await codeOf(response)]).toEqual([origin, 403, "OriginNotAllowed"]);
  }
});

test("a browser that names another site is refused, even with the right or no origin", async () => {
  for (const site of ["cross-site", "same-site", "anything"]) {
    for (const origin of ["http://127.0.0.1:8080", null]) {
      const response = await proxy(call(undefined, { origin, "sec-fetch-site": site }));

      expect(await codeOf(response)).toBe("OriginNotAllowed");
    }
  }
});

test("a call without an origin needs the token or a browser's word", async () => {
  const guarded = fakeProxy(emptyPage, { token: TOKEN });
  const bare = { origin: null, "sec-fetch-site": null };

  expect(await codeOf(await proxy(call(undefined, bare)))).toBe("OriginNotAllowed");
  expect((await proxy(call(undefined, { ...bare, "sec-fetch-site": "same-origin" }))).status).toBe(200);
  expect((await guarded(call(undefined, { ...bare, authorization: `Bearer ${TOKEN}` }))).status).toBe(200);
  expect(await codeOf(await guarded(call(undefined, bare)))).toBe("TokenRequired");
});

test("plain http counts as the own origin on loopback only", async () => {
  const public_ = fakeProxy(emptyPage, { hosts: ["ops.example.com"] });
  const ask = (origin: string) => public_(call(undefined, { host: "ops.example.com", origin }));

  expect((await ask("https://ops.example.com")).status).toBe(200);
  expect((await ask("http://ops.example.com")).status).toBe(403);
});

test("listed origins are compared whole", async () => {
  const listed = fakeProxy(emptyPage, { origins: ["http://127.0.0.1:5173"] });
  const ask = (origin: string) => listed(call(undefined, { origin, "sec-fetch-site": "cross-site" }));

  expect((await ask("http://127.0.0.1:5173")).status).toBe(200);
  expect((await ask("http://127.0.0.1:51730")).status).toBe(403);
  expect((await ask("http://xhttp://127.0.0.1:5173")).status).toBe(403);
});

test("no answer allows another origin to read it", async () => {
  for (const request of [call(), call(undefined, { origin: "https://evil.example" })]) {
    const response = await proxy(request);

    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("access-control-allow-private-network")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
  }
});
