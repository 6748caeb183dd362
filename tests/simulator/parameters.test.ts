import { describe, expect, test } from "vitest";
import { createSimulator } from "../../www/simulator/index.ts";
import { acs3Request, answerOf, call } from "./signed-call.ts";

const simulator = createSimulator();
const manyTags = Object.fromEntries(
  Array.from({ length: 21 }, (_, index) => [`Tag.${index + 1}.Key`, `k${index}`]),
);

// Codes, statuses and limits as the error table and the parameter list of the DescribeInvocations page give them.
describe.each(["DescribeInvocations", "DescribeInvocationResults"])("%s refuses", (action) => {
  test.each<[string, number, string, Record<string, string>]>([
    ["InvalidRegionId.NotFound", 404, "an unknown region", { RegionId: "cn-hangzhou.evil.com" }],
    ["RegionId.ApiNotSupported", 400, "a region without Cloud Assistant", { RegionId: "cn-edge-1" }],
    ["MissingParameter", 400, "an empty region", { RegionId: "" }],
    ["NumberExceed.Tags", 400, "21 tags", manyTags],
    ["NumberExceed.Tags", 400, "a tag with the number 21", { "Tag.21.Key": "k" }],
    ["Duplicate.TagKey", 400, "a key that comes twice", { "Tag.1.Key": "k", "Tag.2.Key": "k" }],
    ["MissingParameter.TagKey", 400, "a value without a key", { "Tag.1.Value": "v" }],
    ["InvalidTagKey.Malformed", 400, "an empty key", { "Tag.1.Key": "" }],
    ["InvalidTagKey.Malformed", 400, "a key of 65 characters", { "Tag.1.Key": "键".repeat(65) }],
    ["InvalidTagKey.Malformed", 400, "a key that starts with aliyun", { "Tag.1.Key": "aliyun-x" }],
    ["InvalidTagKey.Malformed", 400, "a key that starts with acs:", { "Tag.1.Key": "acs:x" }],
    ["InvalidTagKey.Malformed", 400, "a key with http://", { "Tag.1.Key": "see http://x" }],
    ["InvalidTagKey.Malformed", 400, "a key with https://", { "Tag.1.Key": "see https://x" }],
    [
      "InvalidTagValue.Malformed",
      400,
      "a value of 129 characters",
      { "Tag.1.Key": "k", "Tag.1.Value": "v".repeat(129) },
    ],
    [
      "InvalidTagValue.Malformed",
      400,
      "a value with https://",
      { "Tag.1.Key": "k", "Tag.1.Value": "https://x" },
    ],
    ["InvalidParameter.MaxResults", 400, "MaxResults 0", { MaxResults: "0" }],
    ["InvalidParameter.MaxResults", 400, "MaxResults 51", { MaxResults: "51" }],
    ["InvalidParameter.MaxResults", 400, "MaxResults ten", { MaxResults: "ten" }],
    ["InvalidParam.PageNumber", 400, "PageNumber 0", { PageNumber: "0" }],
    ["InvalidParam.PageNumber", 400, "PageNumber -1", { PageNumber: "-1" }],
    ["InvalidParam.PageSize", 400, "PageSize 0", { PageSize: "0" }],
    ["InvalidParam.PageSize", 400, "PageSize 51", { PageSize: "51" }],
    ["InvalidParameter.NextToken", 400, "a token of nobody", { NextToken: "AAAAAdDWBF2" }],
    ["InvalidParameter", 400, "an unknown encoding", { ContentEncoding: "Base32" }],
  ])("%s (%i): %s", async (code, status, _case, parameters) => {
    const answer = await call(simulator, parameters, { action });

    expect(answer).toMatchObject({ status, body: { Code: code } });
  });

  test("MissingParameter (400): no region at all", async () => {
    const answer = await answerOf(await simulator.fetch(acs3Request({}, { action })));

    expect(answer).toMatchObject({ status: 400, body: { Code: "MissingParameter" } });
    expect(answer.body.Message).toContain('"RegionId"');
  });

  test("nothing of 20 tags with keys of 64 and values of 128 characters", async () => {
    const tags = Array.from({ length: 20 }, (_, index) => [
      [`Tag.${index + 1}.Key`, `${index}`.padEnd(64, "键")],
      [`Tag.${index + 1}.Value`, "值".repeat(128)],
    ]);

    const answer = await call(simulator, Object.fromEntries(tags.flat()), { action });

    expect(answer.status).toBe(200);
  });
});

test("IncludeOutput needs an InvokeId or an InstanceId", async () => {
  const refused = await call(simulator, { IncludeOutput: "true" });
  const invokeId = simulator.account.run(0).invokeId;
  const instanceId = simulator.account.run(0).instanceIds[0] ?? "";

  expect(refused).toMatchObject({ status: 400, body: { Code: "MissingParameter" } });
  expect((await call(simulator, { IncludeOutput: "true", InvokeId: invokeId })).status).toBe(200);
  expect((await call(simulator, { IncludeOutput: "true", InstanceId: instanceId })).status).toBe(200);
  expect((await call(simulator, { IncludeOutput: "false" })).status).toBe(200);
});

test("a region without runs has an empty list", async () => {
  const { body } = await call(simulator, { RegionId: "cn-shanghai" });

  expect(body).toMatchObject({ TotalCount: 0, NextToken: "", Invocations: { Invocation: [] } });
});
