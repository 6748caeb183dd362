import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { endpointHost, PUBLIC_REGIONS, SPECIAL_ENDPOINTS } from "../../www/proxy/endpoints.ts";

const require = createRequire(import.meta.url);
const { $OpenApiUtil } = require("@alicloud/openapi-core") as typeof import("@alicloud/openapi-core");
const ecs = require("@alicloud/ecs20140526") as typeof import("@alicloud/ecs20140526");

/** The endpoint that the official client resolves; the fields are not part of its types. */
function official(regionId: string): { _endpoint: string; _endpointMap: Record<string, string> } {
  const config = { regionId, accessKeyId: "a", accessKeySecret: "b" };
  return new ecs.default(new $OpenApiUtil.Config(config)) as never;
}

test("the table of exceptions is the official client's", () => {
  expect(Object.fromEntries(SPECIAL_ENDPOINTS)).toEqual(official("cn-hangzhou")._endpointMap);
});

test("every region has the official client's public endpoint", () => {
  for (const region of [...PUBLIC_REGIONS, ...SPECIAL_ENDPOINTS.keys(), "xx-future-9"]) {
    expect([region, endpointHost(region, "public")]).toEqual([region, official(region)._endpoint]);
  }
});

test("inside a VPC the documented internal endpoints are used", () => {
  // From the table "How to call APIs over the internal network" of the ECS documentation.
  expect(endpointHost("cn-hangzhou", "vpc")).toBe("ecs-vpc.cn-hangzhou.aliyuncs.com");
  expect(endpointHost("cn-wulanchabu", "vpc")).toBe("ecs-vpc.cn-wulanchabu.aliyuncs.com");
  expect(endpointHost("eu-central-1", "vpc")).toBe("ecs-vpc.eu-central-1.aliyuncs.com");
});
