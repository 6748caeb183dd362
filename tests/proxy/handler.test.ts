import { expect, test } from "vitest";
import { call, codeOf, EMPTY_PAGE, emptyPage, fakeProxy } from "./support.ts";

test("a call is signed for the region's endpoint and everything is in the query", async () => {
  const sent: { url: URL; init: RequestInit }[] = [];
  const proxy = fakeProxy((url, init) => {
    sent.push({ url, init });
    return emptyPage();
  });

  const response = await proxy(
    call({
      RegionId: "cn-beijing",
      InvokeId: "t-1",
      MaxResults: 50,
      IncludeOutput: true,
      Tag: [
        { Key: "env", Value: "prod" },
        { Key: "team", Value: "" },
      ],
    }),
  );

  expect(response.status).toBe(200);
  const [first] = sent;
  expect(first?.url.origin).toBe("https://ecs.cn-beijing.aliyuncs.com");
  expect(first?.url.pathname).toBe("/");
  expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
    RegionId: "cn-beijing",
    InvokeId: "t-1",
    MaxResults: "50",
    IncludeOutput: "true",
    "Tag.1.Key": "env",
    "Tag.1.Value": "prod",
    "Tag.2.Key": "team",
    "Tag.2.Value": "",
  });
  expect(first?.init.method).toBe("POST");
  expect(first?.init.body).toBeUndefined();
  expect(first?.init.redirect).toBe("manual");
  const headers = first?.init.headers as Record<string, string>;
  expect(headers["x-acs-action"]).toBe("DescribeInvocations");
  expect(headers["x-acs-version"]).toBe("2014-05-26");
  expect(headers.authorization).toMatch(/^ACS3-HMAC-SHA256 Credential=test-key-id-0001,SignedHeaders=/);
});

test("the second route calls the second action", async () => {
  const actions: unknown[] = [];
  const proxy = fakeProxy((_, init) => {
    actions.push((init.headers as Record<string, string>)["x-acs-action"]);
    return emptyPage();
  });
  const body = { RegionId: "cn-hangzhou", InvokeId: "t-1", IncludeHistory: true };

  await proxy(call(body, {}, "/api/v1/describe-invocation-results"));

  expect(actions).toEqual(["DescribeInvocationResults"]);
});

test("the answer is the endpoint's own, with nothing else of its headers", async () => {
  const proxy = fakeProxy(
    () =>
      new Response(EMPTY_PAGE, {
        headers: {
          "content-type": "application/json;charset=utf-8",
          "x-acs-request-id": "R-1",
          "x-acs-trace-id": "T",
          "set-cookie": "a=b",
          "access-control-allow-origin": "*",
          server: "x",
        },
      }),
  );

  const response = await proxy(call());

  expect(await response.text()).toBe(EMPTY_PAGE);
  const { "x-invoscope-request-id": id, ...headers } = Object.fromEntries(response.headers);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers).toEqual({
    "cache-control": "no-store",
    "content-type": "application/json;charset=utf-8",
    "x-acs-request-id": "R-1",
    "x-content-type-options": "nosniff",
    "x-invoscope-calls-left": "59",
    "x-invoscope-next-call-ms": "0",
    "x-invoscope-source": "call",
  });
});

test("an error of the endpoint passes with its status and body", async () => {
  const body = '{"Code":"InvalidParameter.NextToken","Message":"m","RequestId":"R-2","HostId":"h"}';
  const proxy = fakeProxy(
    () => new Response(body, { status: 400, headers: { "content-type": "application/json" } }),
  );

  const response = await proxy(call());

  expect(response.status).toBe(400);
  expect(await response.text()).toBe(body);
});

test("temporary credentials send their token, signed", async () => {
  let headers: Record<string, string> = {};
  const proxy = fakeProxy(
    (_, init) => {
      headers = init.headers as Record<string, string>;
      return emptyPage();
    },
    {
      credentials: async () => ({ accessKeyId: "STS.id", accessKeySecret: "s", securityToken: "sts-token" }),
    },
  );

  await proxy(call());

  expect(headers["x-acs-security-token"]).toBe("sts-token");
  expect(headers.authorization).toContain(";x-acs-security-token;");
});

test("without credentials the answer has a code and no cause", async () => {
  const causes: unknown[] = [];
  const proxy = fakeProxy(emptyPage, {
    credentials: async () => {
      throw new Error("profile /home/someone/.aliyun is broken");
    },
    onCredentialsFailure: (error) => causes.push(error),
  });

  const response = await proxy(call());
  const text = await response.clone().text();

  expect(response.status).toBe(503);
  expect(await codeOf(response)).toBe("CredentialsUnavailable");
  expect(text).not.toContain("someone");
  expect(causes).toHaveLength(1);
});

test("credentials that never come end in an answer", async () => {
  const proxy = fakeProxy(emptyPage, {
    credentials: () => new Promise(() => undefined),
    limits: { credentialsMs: 10 },
  });

  expect(await codeOf(await proxy(call()))).toBe("CredentialsUnavailable");
});

test("only POST is allowed, and a preflight is not granted", async () => {
  const proxy = fakeProxy(emptyPage);

  for (const method of ["GET", "PUT", "OPTIONS", "DELETE"]) {
    const response = await proxy(
      new Request("http://127.0.0.1:8080/api/v1/describe-invocations", { method }),
    );

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("another base path moves both routes", async () => {
  const proxy = fakeProxy(emptyPage, { basePath: "/ops/ecs" });

  expect((await proxy(call(undefined, {}, "/ops/ecs/describe-invocations"))).status).toBe(200);
  expect((await proxy(call())).status).toBe(404);
});

test("each request is recorded once, with listed fields only", async () => {
  const records: object[] = [];
  const proxy = fakeProxy(emptyPage, { onRequest: (record) => records.push(record) });

  await proxy(call({ RegionId: "cn-hangzhou", CommandName: "very-private" }));
  await proxy(call({ RegionId: "cn-hangzhou", Nope: 1 }));

  expect(records.map((record) => Object.keys(record).sort().join())).toEqual([
    "action,callsLeft,ms,region,requestId,source,status",
    "action,code,ms,requestId,status",
  ]);
  expect(JSON.stringify(records)).not.toContain("very-private");
});
