import { expect, test } from "vitest";
import { call, codeOf, emptyPage, fakeProxy } from "../support.ts";

const proxy = fakeProxy(emptyPage);

test("what a form can send is refused", async () => {
  for (const type of [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "text/plain; application/json",
    "application/jsonp",
    "application/json, text/plain",
    "application/json; charset=utf-16",
    null,
  ]) {
    const request = call('{"RegionId":"cn-hangzhou"}', { "content-type": type });
    if (type === null) request.headers.delete("content-type");

    const response = await proxy(request);

    expect([type, response.status, await codeOf(response)]).toEqual([type, 415, "ContentTypeNotAllowed"]);
  }
});

test("a call without the custom header is refused", async () => {
  for (const value of [null, "", "0", "1, 1", "true"]) {
    const response = await proxy(call(undefined, { "x-invoscope": value }));

    expect([value, response.status, await codeOf(response)]).toEqual([value, 403, "HeaderRequired"]);
  }
});

test("the usual spellings of JSON are accepted", async () => {
  for (const type of [
    "application/json",
    "application/json;charset=UTF-8",
    "Application/JSON; charset=utf-8",
  ]) {
    expect((await proxy(call(undefined, { "content-type": type }))).status).toBe(200);
  }
});
