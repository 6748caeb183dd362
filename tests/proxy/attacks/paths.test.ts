import { expect, test } from "vitest";
import { call, codeOf, emptyPage, fakeProxy, PATH, raw, rawPost, server, upstream } from "../support.ts";

const ODD_PATHS = [
  `/${PATH}`,
  "/api//v1/describe-invocations",
  `${PATH}/`,
  `${PATH}//`,
  "/api/v1/%64escribe-invocations",
  "/api/v1%2fdescribe-invocations",
  "/api/v1/describe-invocations%00",
  "/api/v1/describe-invocations;x=1",
  "/API/v1/describe-invocations",
  "/api/v1/run-command",
  "/api/v1/stop-invocation",
  "/api/v1/RunCommand",
  "/api/v1",
  "/api",
];

test("no other path is taken for a route", async () => {
  const proxy = fakeProxy(emptyPage);

  for (const path of ODD_PATHS) {
    const response = await proxy(call(undefined, {}, path));

    expect([path, response.status, await codeOf(response)]).toEqual([path, 404, "NotFound"]);
  }
});

test("a query is refused, so that nothing secret is put into a URL", async () => {
  const response = await fakeProxy(emptyPage)(call(undefined, {}, `${PATH}?Action=RunCommand&token=x`));

  expect(await codeOf(response)).toBe("BadPath");
});

test("the server refuses paths with two readings, before they are normalised", async () => {
  const far = await upstream();
  const running = await server(far.url);

  for (const path of [
    ...ODD_PATHS.slice(0, 7),
    "/x/../api/v1/describe-invocations",
    "/./api/v1/describe-invocations",
    "/api/v1/describe-invocations/..",
    "/api\\v1\\describe-invocations",
    "/x/%2e%2e/api/v1/describe-invocations",
    `http://127.0.0.1:${running.port}${PATH}`,
    "*",
  ]) {
    const answer = await raw(running.port, rawPost(running.port, [], path));

    expect([path, answer.slice(0, 12)]).toEqual([
      path,
      path === `${PATH}/` ? "HTTP/1.1 404" : "HTTP/1.1 400",
    ]);
  }
  expect(far.seen).toEqual([]);

  await running.close();
  await far.close();
});

test("methods beside the usual ones are refused", async () => {
  const running = await server("http://127.0.0.1:9");

  for (const method of ["TRACE", "PROPFIND", "PURGE"]) {
    const answer = await raw(running.port, rawPost(running.port).replace("POST", method));

    expect([method, answer.slice(0, 12)]).toEqual([method, "HTTP/1.1 405"]);
  }
  await running.close();
});
