const REGIONS = new Set([
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
]);

/** Known, but without Cloud Assistant. Which real regions that is true of is not published; this one stands for them. */
const WITHOUT_CLOUD_ASSISTANT = new Set(["cn-edge-1"]);

/** What a region id leads to. */
export type RegionKind = "supported" | "not-supported" | "unknown";

/** Tells a region of the service from one without Cloud Assistant and from one that does not exist. */
export function regionKind(regionId: string): RegionKind {
  if (REGIONS.has(regionId)) return "supported";
  return WITHOUT_CLOUD_ASSISTANT.has(regionId) ? "not-supported" : "unknown";
}
