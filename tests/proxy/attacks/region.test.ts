import { expect, test } from "vitest";
import { endpointHost } from "../../../www/proxy/endpoints.ts";
import { call, codeOf, emptyPage, fakeProxy } from "../support.ts";

const INJECTIONS: unknown[] = [
  "cn-hangzhou.evil.com#",
  "cn-hangzhou/../",
  "cn-hangzhou/",
  "cn-hangzhou@evil.com",
  "evil.com/?x=",
  "cn-hangzhou:443",
  "cn-hangzhou%2eevil.com",
  "cn-hangzhou\n",
  " cn-hangzhou",
  "cn-hangzhou.",
  "CN-HANGZHOU",
  "cn-hangzhоu",
  "..",
  "",
  "cn-atlantis-1",
  null,
  1,
  ["cn-hangzhou"],
  { toString: "cn-hangzhou" },
];

test("only listed regions pass, compared whole", async () => {
  let calls = 0;
  const proxy = fakeProxy(() => {
    calls += 1;
    return emptyPage();
  });

  for (const region of INJECTIONS) {
    const response = await proxy(call({ RegionId: region }));

    expect([region, response.status, await codeOf(response)]).toEqual([region, 400, "RegionNotAllowed"]);
  }
  expect(await codeOf(await proxy(call({ MaxResults: 1 })))).toBe("MissingParameter");
  expect(calls).toBe(0);
});

test("the place that builds the host name checks again", () => {
  for (const region of INJECTIONS) {
    if (typeof region !== "string" || region === "cn-atlantis-1") continue;
    expect(() => endpointHost(region, "public")).toThrow();
    expect(() => endpointHost(region, "vpc")).toThrow();
  }
});

test("the operator's list narrows and widens what is allowed", async () => {
  const hosts: string[] = [];
  const proxy = fakeProxy(
    (url) => {
      hosts.push(url.host);
      return emptyPage();
    },
    { regions: ["cn-hangzhou", "xx-new-1"], network: "vpc" },
  );

  await proxy(call({ RegionId: "cn-hangzhou" }));
  await proxy(call({ RegionId: "xx-new-1" }));
  const response = await proxy(call({ RegionId: "cn-beijing" }));

  expect(hosts).toEqual(["ecs-vpc.cn-hangzhou.aliyuncs.com", "ecs-vpc.xx-new-1.aliyuncs.com"]);
  expect(await codeOf(response)).toBe("RegionNotAllowed");
});

test("settings cannot point the proxy elsewhere", () => {
  for (const endpoint of [
    "http://evil.com",
    "https://127.0.0.1.evil.com",
    "http://127.0.0.1@evil.com",
    "http://user:pw@127.0.0.1",
    "http://127.0.0.1/path",
    "http://127.0.0.1/?x",
    "http://10.0.0.1",
    "http://[::2]",
    "http://0.0.0.0",
    "ftp://127.0.0.1",
    "file:///etc/passwd",
    "127.0.0.1:80",
  ]) {
    expect(() => fakeProxy(emptyPage, { endpoint }), endpoint).toThrow("loopback");
  }
  for (const regions of [[], ["cn-hangzhou.evil.com#"], ["a/b"]]) {
    expect(() => fakeProxy(emptyPage, { regions })).toThrow("region");
  }
  expect(() => fakeProxy(emptyPage, { hosts: ["*.example.com"] })).toThrow("wildcards");
  expect(() => fakeProxy(emptyPage, { origins: ["*"] })).toThrow("exact");
  expect(() => fakeProxy(emptyPage, { origins: ["https://a.example/"] })).toThrow("exact");
});
