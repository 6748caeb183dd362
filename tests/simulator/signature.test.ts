import { describe, expect, test } from "vitest";
import { createSimulator, EXPIRED_SECURITY_TOKEN, STS_ACCESS_KEY } from "../../www/simulator/index.ts";
import { acs3Request, answerOf, type CallOptions, rpcRequest } from "./signed-call.ts";

const parameters = {
  RegionId: "cn-hangzhou",
  CommandName: "发布 web-gateway 4.18.2",
  "Tag.1.Key": "a b*c~d'(e)!",
};
const minutesAgo = (minutes: number) =>
  `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
const sts: CallOptions = { accessKeyId: STS_ACCESS_KEY.id, secret: STS_ACCESS_KEY.secret };

describe.each([
  ["ACS3-HMAC-SHA256 headers", acs3Request],
  ["the older RPC query signature", rpcRequest],
])("%s", (_, sign) => {
  const simulator = createSimulator();
  const ask = async (options: CallOptions) => answerOf(await simulator.fetch(sign(parameters, options)));

  test.each([
    ["parameters in the query", {}],
    ["parameters in a form body", { asForm: true }],
    ["a temporary key with its token", { ...sts, securityToken: STS_ACCESS_KEY.securityToken ?? "" }],
    ["a clock 14 minutes off", { date: minutesAgo(14) }],
  ])("is accepted with %s", async (_case, options) => {
    const answer = await ask(options);

    expect(answer.status).toBe(200);
    expect(answer.requestId).toBe(answer.body.RequestId);
  });

  test.each([
    ["SignatureDoesNotMatch", 400, "another secret", { secret: "wrong" }],
    ["InvalidAccessKeyId.NotFound", 404, "an unknown key", { accessKeyId: "nobody" }],
    ["InvalidTimeStamp.Expired", 400, "a clock 16 minutes late", { date: minutesAgo(16) }],
    ["InvalidTimeStamp.Expired", 400, "a clock 16 minutes early", { date: minutesAgo(-16) }],
    ["InvalidTimeStamp.Format", 400, "a time that is none", { date: "yesterday" }],
    ["MissingSecurityToken", 400, "a temporary key alone", sts],
    ["InvalidSecurityToken.Expired", 403, "an old token", { ...sts, securityToken: EXPIRED_SECURITY_TOKEN }],
    ["InvalidSecurityToken.Malformed", 400, "a made-up token", { ...sts, securityToken: "made-up" }],
    [
      "InvalidSecurityToken.MismatchWithAccessKey",
      400,
      "a token of another key",
      { securityToken: "made-up" },
    ],
    ["InvalidAction.NotFound", 404, "another action", { action: "RunCommand" }],
    ["InvalidVersion", 400, "another version", { version: "2015-01-01" }],
    ["MissingParameter", 400, "no action", { action: "" }],
    ["MissingParameter", 400, "no version", { version: "" }],
    ["MissingParameter", 400, "no nonce", { nonce: "" }],
  ])("is answered %s (%i) for %s", async (code, status, _case, options) => {
    const answer = await ask(options);

    expect(answer).toMatchObject({ status, body: { Code: code } });
  });

  test("is answered SignatureNonceUsed when the nonce comes again", async () => {
    const first = await ask({ nonce: "once" });
    const second = await ask({ nonce: "once" });

    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 400, body: { Code: "SignatureNonceUsed" } });
  });

  test("does not burn the nonce of a request whose signature is wrong", async () => {
    await ask({ nonce: "kept", secret: "wrong" });

    expect((await ask({ nonce: "kept" })).status).toBe(200);
  });
});

test("every error carries the documented envelope", async () => {
  const { body, requestId } = await answerOf(
    await createSimulator().fetch(acs3Request(parameters, { secret: "wrong" })),
  );

  expect(Object.keys(body)).toEqual(["RequestId", "HostId", "Code", "Message", "Recommend"]);
  expect(body.RequestId).toBe(requestId);
  expect(body.RequestId).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  expect(body.Recommend).toContain(`q=SignatureDoesNotMatch&product=Ecs&requestId=${requestId}`);
});

test("an authorization that is no signature is IncompleteSignature", async () => {
  const request = acs3Request(parameters, { headers: { authorization: "Bearer x" } });

  expect((await answerOf(await createSimulator().fetch(request))).body.Code).toBe("IncompleteSignature");
});

test("an x-acs header outside the signature is IncompleteSignature", async () => {
  const request = acs3Request(parameters, { headers: { "x-acs-extra": "1" } });

  expect((await answerOf(await createSimulator().fetch(request))).body.Code).toBe("IncompleteSignature");
});

test("a body that was changed after signing is SignatureDoesNotMatch", async () => {
  const signed = acs3Request(parameters, { asForm: true });
  const changed = new Request(signed.url, {
    method: "POST",
    headers: signed.headers,
    body: "RegionId=cn-beijing",
  });

  expect((await answerOf(await createSimulator().fetch(changed))).body.Code).toBe("SignatureDoesNotMatch");
});

test("a request without any signature names what is missing", async () => {
  const request = new Request("http://127.0.0.1:1/?Action=DescribeInvocations&Version=2014-05-26");

  expect((await answerOf(await createSimulator().fetch(request))).body).toMatchObject({
    Code: "MissingParameter",
    Message:
      'The input parameter "AccessKeyId" that is mandatory for processing this request is not supplied.',
  });
});
