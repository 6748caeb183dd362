import { expect, test } from "vitest";
import { staticCredentials } from "../../www/proxy/index.ts";
import { createSimulator, listen } from "../../www/simulator/index.ts";
import { callServer, codeOf, server } from "./support.ts";

interface Page {
  NextToken?: string;
  Invocations: { Invocation: { InvokeId: string }[] };
}

const KEY = { accessKeyId: "simulator", accessKeySecret: "simulator-secret" };

/** Runs a test against the real server in front of the real simulator. */
async function withSimulator(
  secret: string,
  body: (ask: (parameters: object) => Promise<Response>) => Promise<void>,
): Promise<void> {
  const simulator = await listen(createSimulator({ invocations: 300 }), { port: 0 });
  const credentials = staticCredentials({ ...KEY, accessKeySecret: secret });
  const running = await server(simulator.url, { credentials });
  try {
    await body((parameters) => callServer(running, { RegionId: "cn-hangzhou", ...parameters }));
  } finally {
    await running.close();
    await simulator.close();
  }
}

test("paging through the proxy gives every invocation once", async () => {
  await withSimulator(KEY.accessKeySecret, async (ask) => {
    const ids: string[] = [];
    let token: string | undefined;
    do {
      const response = await ask({ MaxResults: 50, ...(token ? { NextToken: token } : {}) });
      const page = (await response.json()) as Page;
      ids.push(...page.Invocations.Invocation.map(({ InvokeId }) => InvokeId));
      token = page.NextToken || undefined;
    } while (token !== undefined);

    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
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
