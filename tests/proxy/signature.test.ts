import { createRequire } from "node:module";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Query } from "../../www/proxy/allow.ts";
import { createProxy, staticCredentials } from "../../www/proxy/index.ts";
import {
  canonicalQuery,
  canonicalRequest,
  sign,
  signature,
  signedHeaders,
  stringToSign,
} from "../../www/proxy/sign.ts";
import { answerEmpty, call, type Seen, type Upstream, upstream } from "./support.ts";

// The official packages are CommonJS; require gives their exports without the wrapper that `import` puts around them.
const require = createRequire(import.meta.url);
const { OpenApiUtil, $OpenApiUtil } =
  require("@alicloud/openapi-core") as typeof import("@alicloud/openapi-core");
const ecs = require("@alicloud/ecs20140526") as typeof import("@alicloud/ecs20140526");
const { default: Credential, Config } =
  require("@alicloud/credentials") as typeof import("@alicloud/credentials");

const KEY = { accessKeyId: "sdk-test-id", accessKeySecret: "sdk-test-secret" };
const STS = { ...KEY, accessKeyId: "STS.sdk-test-id", securityToken: "sdk/test+token==" };

let server: Upstream;
beforeAll(async () => {
  server = await upstream(answerEmpty);
});
afterAll(() => server.close());

/** Lets the official client send a call and gives what arrived. */
async function officialRequest(
  credentials: typeof KEY | typeof STS,
  input: object,
  results = false,
): Promise<Seen> {
  const sts = "securityToken" in credentials;
  const config = new $OpenApiUtil.Config({
    endpoint: new URL(server.url).host,
    protocol: "http",
    regionId: "cn-hangzhou",
    credential: new Credential(new Config({ type: sts ? "sts" : "access_key", ...credentials })),
  });
  const client = new ecs.default(config);
  if (results) await client.describeInvocationResults(new ecs.DescribeInvocationResultsRequest(input));
  else await client.describeInvocations(new ecs.DescribeInvocationsRequest(input));
  const seen = server.seen.at(-1);
  if (seen === undefined) throw new Error("nothing arrived");
  return seen;
}

const INPUTS: [name: string, camelCase: object, ours: Record<string, unknown>][] = [
  ["the least", { regionId: "cn-hangzhou" }, { RegionId: "cn-hangzhou" }],
  [
    "every kind of value",
    {
      regionId: "cn-hangzhou",
      invokeId: "t-hz0jdfwd9f",
      commandName: "清理 日志 (v1.0)*!'~+&=%/?#",
      includeOutput: true,
      timed: false,
      maxResults: 50,
      nextToken: "AAAAAV3MpHK1AP0pfERHZN5pu6k+/==",
      tag: [
        { key: "环境", value: "prod env" },
        { key: "a*b", value: "" },
      ],
    },
    {
      RegionId: "cn-hangzhou",
      InvokeId: "t-hz0jdfwd9f",
      CommandName: "清理 日志 (v1.0)*!'~+&=%/?#",
      IncludeOutput: true,
      Timed: false,
      MaxResults: 50,
      NextToken: "AAAAAV3MpHK1AP0pfERHZN5pu6k+/==",
      Tag: [
        { Key: "环境", Value: "prod env" },
        { Key: "a*b", Value: "" },
      ],
    },
  ],
  [
    "more than nine tags, which sort as text",
    {
      regionId: "cn-hangzhou",
      tag: Array.from({ length: 12 }, (_, n) => ({ key: `k${n}`, value: `v${n}` })),
    },
    {
      RegionId: "cn-hangzhou",
      Tag: Array.from({ length: 12 }, (_, n) => ({ Key: `k${n}`, Value: `v${n}` })),
    },
  ],
];

for (const [name, camelCase, ours] of INPUTS) {
  for (const credentials of [KEY, STS]) {
    const kind = credentials === STS ? "temporary" : "long-lived";

    test(`the proxy sends what the official client sends: ${name}, ${kind} key`, async () => {
      const official = await officialRequest(credentials, camelCase);
      const date = String(official.headers["x-acs-date"]);
      const nonce = String(official.headers["x-acs-signature-nonce"]);

      await createProxy({
        credentials: staticCredentials(credentials),
        endpoint: server.url,
        now: () => Date.parse(date),
        nonce: () => nonce,
      })(call(ours));

      const own = server.seen.at(-1);
      expect(own?.method).toBe(official.method);
      expect(own?.body).toBe(official.body);
      expect(new URL(own?.url ?? "", server.url).pathname).toBe("/");
      // The order of the query on the wire is not part of the signature; its content is.
      expect(queryOf(own)).toEqual(queryOf(official));
      for (const header of [
        "host",
        "x-acs-action",
        "x-acs-version",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-content-sha256",
        "x-acs-accesskey-id",
        "x-acs-security-token",
        "accept",
        "content-type",
        "content-length",
      ]) {
        expect([header, own?.headers[header]]).toEqual([header, official.headers[header]]);
      }
    });

    test(`each step agrees with the official client's signature: ${name}, ${kind} key`, async () => {
      const official = await officialRequest(credentials, camelCase);
      const { signed, proof } = authorization(official);
      const headers = Object.fromEntries(signed.map((header) => [header, String(official.headers[header])]));
      const query = Object.fromEntries(queryOf(official));

      const canonical = canonicalRequest(query, headers);
      const text = stringToSign(canonical);

      expect(signature(credentials.accessKeySecret, text)).toBe(proof);
    });
  }
}

test("the other action is signed alike", async () => {
  const official = await officialRequest(KEY, { regionId: "cn-hangzhou", includeHistory: true }, true);
  const { signed, proof } = authorization(official);
  const headers = Object.fromEntries(signed.map((header) => [header, String(official.headers[header])]));

  const canonical = canonicalRequest({ RegionId: "cn-hangzhou", IncludeHistory: "true" }, headers);

  expect(official.headers["x-acs-action"]).toBe("DescribeInvocationResults");
  expect(signature(KEY.accessKeySecret, stringToSign(canonical))).toBe(proof);
});

test("canonical request and string to sign have the documented form", () => {
  const request = {
    host: "ecs.cn-beijing.aliyuncs.com",
    action: "DescribeInvocations" as const,
    query: { RegionId: "cn-beijing", CommandName: "a b*" },
    nowMs: Date.parse("2026-11-24T13:00:00.999Z"),
    nonce: "nonce-1",
  };

  const canonical = canonicalRequest(request.query, signedHeaders(request, KEY));

  expect(canonical).toBe(
    [
      "POST",
      "/",
      "CommandName=a%20b%2A&RegionId=cn-beijing",
      "host:ecs.cn-beijing.aliyuncs.com",
      "x-acs-action:DescribeInvocations",
      // SHA-256 of nothing, FIPS 180-4.
      "x-acs-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-acs-date:2026-11-24T13:00:00Z",
      "x-acs-signature-nonce:nonce-1",
      "x-acs-version:2014-05-26",
      "",
      "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ].join("\n"),
  );
  expect(stringToSign(canonical)).toMatch(/^ACS3-HMAC-SHA256\n[0-9a-f]{64}$/);
});

test("the signature has RFC 4231's value for its second test case", () => {
  expect(signature("Jefe", "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("for any text the whole header equals the official function's", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });

  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("CommandName", "NextToken", "Tag.1.Key", "InvokeId"), text),
      (part) => {
        const query: Query = { RegionId: "cn-hangzhou", ...part };
        const request = { host: "h", action: "DescribeInvocations" as const, query, nowMs: 0, nonce: "n" };

        const { authorization: own, ...headers } = sign(request, STS);

        const official = OpenApiUtil.getAuthorization(
          { method: "POST", pathname: "/", query: { ...query }, headers } as never,
          "ACS3-HMAC-SHA256",
          String(headers["x-acs-content-sha256"]),
          STS.accessKeyId,
          STS.accessKeySecret,
        );
        expect(own).toBe(official);
      },
    ),
  );
});

test("the URL carries the very text that was signed", async () => {
  const ours = { RegionId: "cn-hangzhou", CommandName: "a'b (c)*~+" };

  await createProxy({ credentials: staticCredentials(KEY), endpoint: server.url })(call(ours));

  expect(server.seen.at(-1)?.url).toBe(`/?${canonicalQuery(ours)}`);
});

function queryOf(seen: Seen | undefined): [string, string][] {
  return [...new URL(seen?.url ?? "", "http://x").searchParams].sort(([a], [b]) => (a < b ? -1 : 1));
}

function authorization(seen: Seen): { signed: string[]; proof: string } {
  const [, names = "", proof = ""] =
    /SignedHeaders=([^,]+),Signature=([0-9a-f]+)$/.exec(seen.headers.authorization ?? "") ?? [];
  return { signed: names.split(";"), proof };
}
