import { createRequire } from "node:module";
import type * as EcsSdk from "@alicloud/ecs20140526";
import type { SdkAnswer, SdkCall, SdkJudge } from "./sdk-call.ts";

const require = createRequire(import.meta.url);
const sdk = require("@alicloud/ecs20140526") as typeof EcsSdk.default;
const { $OpenApiUtil } = require("@alicloud/openapi-core") as {
  $OpenApiUtil: { Config: new (config: Record<string, unknown>) => object };
};

interface Model {
  toMap(): Record<string, unknown>;
}

/** The official Node SDK as a judge; the official package is CommonJS, hence `require`. */
export const askNodeSdk: SdkJudge = async (target, calls) => {
  const { host, protocol } = new URL(target.url);
  const config = new $OpenApiUtil.Config({
    accessKeyId: target.accessKeyId,
    accessKeySecret: target.accessKeySecret,
    endpoint: host,
    protocol: protocol.replace(":", ""),
    regionId: "cn-hangzhou",
  });
  const client = new sdk.default(config as ConstructorParameters<typeof sdk.default>[0]);
  const answers: SdkAnswer[] = [];
  for (const call of calls) {
    try {
      answers.push(await ask(client, call));
    } catch (error) {
      const { code, statusCode } = error as { code?: unknown; statusCode?: number };
      if (typeof code !== "string") throw error;
      answers.push({ error: code, status: statusCode });
    }
  }
  return answers;
};

async function ask(client: InstanceType<typeof sdk.default>, call: SdkCall): Promise<SdkAnswer> {
  const records: Record<string, unknown>[] = [];
  let pages = 0;
  let nextToken = "";
  do {
    const parameters = nextToken === "" ? call.parameters : { ...call.parameters, NextToken: nextToken };
    const body = await send(client, call.action, parameters);
    pages++;
    const page = (call.action === "DescribeInvocations" ? body : body.Invocation) as Record<string, unknown>;
    const wrapper = (page.Invocations ?? page.InvocationResults) as Record<string, Record<string, unknown>[]>;
    records.push(...Object.values(wrapper).flat());
    nextToken = typeof page.NextToken === "string" ? page.NextToken : "";
  } while (call.allPages === true && nextToken !== "");
  return { records, pages };
}

async function send(
  client: InstanceType<typeof sdk.default>,
  action: SdkCall["action"],
  parameters: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (action === "DescribeInvocations") {
    const request = modelOf(sdk.DescribeInvocationsRequest, parameters, sdk.DescribeInvocationsRequestTag);
    return bodyOf(await client.describeInvocations(request));
  }
  const request = modelOf(
    sdk.DescribeInvocationResultsRequest,
    parameters,
    sdk.DescribeInvocationResultsRequestTag,
  );
  return bodyOf(await client.describeInvocationResults(request));
}

type TagModel = new (tag: { key: string; value?: string }) => object;

/** The SDK's models take their own member names and ignore nested objects that are not models. */
function modelOf<T>(
  type: { new (map: Record<string, unknown>): T; names(): Record<string, string> },
  parameters: Record<string, unknown>,
  tagModel: TagModel,
): T {
  const tags = (parameters.Tag ?? []) as { Key: string; Value: string }[];
  const given = {
    ...parameters,
    Tag: tags.map(({ Key, Value }) => new tagModel({ key: Key, value: Value })),
  };
  const values = new Map<string, unknown>(Object.entries(given));
  const members = Object.entries(type.names()).filter(([, name]) => values.has(name));
  return new type(Object.fromEntries(members.map(([member, name]) => [member, values.get(name)])));
}

function bodyOf(response: { body?: Model }): Record<string, unknown> {
  if (response.body === undefined) throw new TypeError("the SDK returned no body");
  return response.body.toMap();
}
