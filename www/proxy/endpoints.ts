import { Problem } from "./problem.ts";

/** From where the endpoints are reached: the internet, or inside a VPC of the same region. */
export type Network = "public" | "vpc";

/**
 * Regions whose public endpoint is not `ecs.<region>.aliyuncs.com`.
 * Source: the endpoint map of the official SDK `@alicloud/ecs20140526`; a test compares the two.
 */
export const SPECIAL_ENDPOINTS: ReadonlyMap<string, string> = new Map([
  ["cn-hangzhou", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shanghai-finance-1", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shenzhen-finance-1", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-north-2-gov-1", "ecs.aliyuncs.com"],
  ["ap-northeast-2-pop", "ecs.aliyuncs.com"],
  ["cn-beijing-finance-pop", "ecs.aliyuncs.com"],
  ["cn-beijing-gov-1", "ecs.aliyuncs.com"],
  ["cn-beijing-nu16-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-edge-1", "ecs.cn-qingdao-nebula.aliyuncs.com"],
  ["cn-fujian", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-haidian-cm12-c01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-bj-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-finance", "ecs.aliyuncs.com"],
  ["cn-hangzhou-internal-prod-1", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-internal-test-1", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-internal-test-2", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-internal-test-3", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hangzhou-test-306", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-hongkong-finance-pop", "ecs.aliyuncs.com"],
  ["cn-huhehaote-nebula-1", "ecs.cn-qingdao-nebula.aliyuncs.com"],
  ["cn-shanghai-et15-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shanghai-et2-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shanghai-inner", "ecs.aliyuncs.com"],
  ["cn-shanghai-internal-test-1", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shenzhen-inner", "ecs.aliyuncs.com"],
  ["cn-shenzhen-st4-d01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-shenzhen-su18-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-wuhan", "ecs.aliyuncs.com"],
  ["cn-yushanfang", "ecs.aliyuncs.com"],
  ["cn-zhangbei", "ecs.aliyuncs.com"],
  ["cn-zhangbei-na61-b01", "ecs-cn-hangzhou.aliyuncs.com"],
  ["cn-zhangjiakou-na62-a01", "ecs.cn-zhangjiakou.aliyuncs.com"],
  ["cn-zhengzhou-nebula-1", "ecs.cn-qingdao-nebula.aliyuncs.com"],
  ["eu-west-1-oxs", "ecs.cn-shenzhen-cloudstone.aliyuncs.com"],
  ["rus-west-1-pop", "ecs.aliyuncs.com"],
]);

/** The regions that are allowed unless the operator names others. */
export const PUBLIC_REGIONS: readonly string[] = [
  "cn-qingdao",
  "cn-beijing",
  "cn-zhangjiakou",
  "cn-huhehaote",
  "cn-wulanchabu",
  "cn-hangzhou",
  "cn-shanghai",
  "cn-nanjing",
  "cn-fuzhou",
  "cn-shenzhen",
  "cn-heyuan",
  "cn-guangzhou",
  "cn-chengdu",
  "cn-hongkong",
  "cn-zhengzhou-jva",
  "cn-wuhan-lr",
  "cn-hangzhou-finance",
  "cn-shanghai-finance-1",
  "cn-shenzhen-finance-1",
  "cn-north-2-gov-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-southeast-1",
  "ap-southeast-3",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "us-east-1",
  "us-west-1",
  "na-south-1",
  "eu-west-1",
  "eu-central-1",
  "me-east-1",
  "me-central-1",
];

const REGION_ID = /^[a-z]{2,4}(?:-[a-z0-9]{1,16}){1,5}$/;

/** Tells whether a text has the form of a region id, which makes it safe to be a label of a host name. */
export function isRegionId(text: string): boolean {
  return REGION_ID.test(text);
}

/**
 * The host name of the ECS endpoint of a region.
 *
 * The VPC form has no exceptions: the official table of internal endpoints lists `ecs-vpc.<region>` for
 * `cn-hangzhou` too, although the SDK prefers its map of public exceptions there.
 */
export function endpointHost(region: string, network: Network): string {
  // Config and allow list have checked this before; the host name is built here, so this is where it must hold.
  if (!isRegionId(region)) throw new Problem("RegionNotAllowed", "RegionId is not the id of a region");
  if (network === "vpc") return `ecs-vpc.${region}.aliyuncs.com`;
  return SPECIAL_ENDPOINTS.get(region) ?? `ecs.${region}.aliyuncs.com`;
}

const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** Tells whether a host name of a URL, or an address to listen on, is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOST.test(host) || host === "::1";
}
