import { expect, test } from "vitest";
import { staticCredentials } from "../../www/proxy/index.ts";
import { createSimulator, listen } from "../../www/simulator/index.ts";
import { askNodeSdk } from "../simulator/judges/node-sdk.ts";
import type { SdkAnswer, SdkCall } from "../simulator/judges/sdk-call.ts";
import { callServer, codeOf, server } from "./support.ts";

interface Page {
  NextToken?: string;
  Invocations: { Invocation: Record<string, unknown>[] };
}

const REGION = { RegionId: "cn-hangzhou" };
const KEY = { accessKeyId: "simulator", accessKeySecret: "simulator-secret" };

function recordsOf(answer: SdkAnswer | undefined): Record<string, unknown>[] {
  if (answer === undefined || !("records" in answer))
    throw new Error(`no records: ${JSON.stringify(answer)}`);
  return answer.records;
}

/** The SDK drops members that its models do not have; the simulator has one run with such a member. */
const knownFields = (records: Record<string, unknown>[]) =>
  records.filter(({ CommandName }) => CommandName !== "future-field");

/** Runs a test against the real server in front of the real simulator. */
async function withSimulator(
  secret: string,
  body: (ask: (parameters: object) => Promise<Response>, simulatorUrl: string) => Promise<void>,
): Promise<void> {
  const simulator = await listen(createSimulator({ invocations: 300 }), { port: 0 });
  const credentials = staticCredentials({ ...KEY, accessKeySecret: secret });
  const running = await server(simulator.url, { credentials });
  try {
    await body((parameters) => callServer(running, { ...REGION, ...parameters }), simulator.url);
  } finally {
    await running.close();
    await simulator.close();
  }
}

/** Every page of a request, through the proxy. */
async function allPages(ask: (parameters: object) => Promise<Response>, parameters: object) {
  const records: Record<string, unknown>[] = [];
  let token: string | undefined;
  do {
    const response = await ask({ ...parameters, MaxResults: 50, ...(token ? { NextToken: token } : {}) });
    const page = (await response.json()) as Page;
    records.push(...page.Invocations.Invocation);
    token = page.NextToken || undefined;
  } while (token !== undefined);
  return records;
}

test("pages through the proxy are what the official SDK reads at the endpoint", async () => {
  await withSimulator(KEY.accessKeySecret, async (ask, simulatorUrl) => {
    const call: SdkCall = {
      action: "DescribeInvocations",
      parameters: { ...REGION, MaxResults: 50 },
      allPages: true,
    };
    const [bySdk] = await askNodeSdk({ url: simulatorUrl, ...KEY }, [call]);

    const records = await allPages(ask, {});

    expect(new Set(records.map(({ InvokeId }) => InvokeId)).size).toBe(300);
    expect(knownFields(records)).toEqual(knownFields(recordsOf(bySdk)));
  });
});

test("outputs through the proxy are those that the official SDK reads at the endpoint", async () => {
  await withSimulator(KEY.accessKeySecret, async (ask, simulatorUrl) => {
    const fleet = (await allPages(ask, {})).filter(({ CommandName }) =>
      /web-gateway/.test(String(CommandName)),
    );
    const requests = fleet.map(({ InvokeId }) => ({ ...REGION, InvokeId, IncludeOutput: true }));
    const calls = requests.map((parameters): SdkCall => ({ action: "DescribeInvocations", parameters }));
    const bySdk = (await askNodeSdk({ url: simulatorUrl, ...KEY }, calls)).flatMap(recordsOf);

    const records = (await Promise.all(requests.map((request) => allPages(ask, request)))).flat();

    expect(fleet).toHaveLength(5);
    expect(knownFields(records)).toEqual(knownFields(bySdk));
    expect(JSON.stringify(records)).toContain('"Output":"');
  });
});

test("the endpoint's own errors come through as they are", async () => {
  await withSimulator(KEY.accessKeySecret, async (ask) => {
    const response = await ask({ NextToken: "unknown" });
    const body = (await response.json()) as { Code: string };

    expect([response.status, body.Code]).toEqual([400, "InvalidParameter.NextToken"]);
  });
});

test("a wrong secret is what the endpoint says it is", async () => {
  await withSimulator("wrong-secret", async (ask) => {
    const body = (await (await ask({})).json()) as { Code: string };

    expect(body.Code).toBe("SignatureDoesNotMatch");
  });
});

test("what the proxy refuses never reaches the endpoint", async () => {
  await withSimulator(KEY.accessKeySecret, async (ask) => {
    expect(await codeOf(await ask({ MaxResults: 51 }))).toBe("InvalidParameter");
  });
});
