import { inspect } from "node:util";
import { expect, test } from "vitest";
import { resolveConfig } from "../../../www/proxy/config.ts";
import { createProxy, staticCredentials } from "../../../www/proxy/index.ts";
import { safeDetail } from "../../../www/proxy/log.ts";
import { TokenCheck } from "../../../www/proxy/secret.ts";
import { ACCESS_KEY, answerWith, callServer, memoryLog, server, TOKEN, upstream } from "../support.ts";

const STS = { ...ACCESS_KEY, securityToken: "test-sts-token-0001" };
const SECRETS = [...Object.values(STS), TOKEN];
const PRIVATE = ["private-command-name", "private-invoke-id", "private-next-token", "private-output"];

function expectClean(text: string, words: readonly string[]): void {
  for (const word of words) expect(text).not.toContain(word);
}

test("neither settings nor handler show a secret when printed", () => {
  const options = { credentials: staticCredentials(STS), token: TOKEN };
  const config = resolveConfig(options);

  for (const value of [
    config,
    config.caller,
    createProxy(options),
    options.credentials,
    new TokenCheck(TOKEN),
  ]) {
    const shown = [
      JSON.stringify(value),
      String(value),
      inspect(value, { depth: 20, showHidden: true }),
    ].join();

    expectClean(shown, SECRETS);
  }
});

test("logs, figures, health and errors hold neither secrets nor what was asked and answered", async () => {
  const log = memoryLog();
  const far = await upstream((incoming, outgoing) => {
    const failing = incoming.url?.includes("fail") === true;
    answerWith(failing ? 500 : 200, '{"Output":"private-output"}')(incoming, outgoing);
  });
  const running = await server(far.url, { credentials: staticCredentials(STS), token: TOKEN, log });
  const authorization = `Bearer ${TOKEN}`;
  const body = {
    RegionId: "cn-hangzhou",
    CommandName: "private-command-name",
    InvokeId: "private-invoke-id",
    NextToken: "private-next-token",
  };

  await (await callServer(running, body, { authorization })).text();
  await (await callServer(running, { ...body, CommandName: "fail" }, { authorization })).text();
  const errors = [
    await callServer(running, body, { authorization: "Bearer wrong" }),
    await callServer(running, { ...body, Nope: TOKEN }, { authorization }),
    await callServer(running, { ...body, MaxResults: "private-output" }, { authorization }),
  ];
  const shown = [
    ...(await Promise.all(errors.map(async (response) => inspect(response) + (await response.text())))),
    await (await fetch(new URL("/healthz", running.url))).text(),
    await (await fetch(new URL("/metrics", running.url), { headers: { authorization } })).text(),
    ...log.lines,
  ].join("\n");

  expect(log.lines).toHaveLength(5);
  expectClean(shown, [...SECRETS, ...PRIVATE]);

  await running.close();
  await far.close();
});

test("a log line has the listed fields", async () => {
  const log = memoryLog();
  const far = await upstream();
  const running = await server(far.url, { log });

  await (await callServer(running)).text();

  const line: unknown = JSON.parse(log.lines[0] ?? "");
  expect(line).toEqual({
    level: 30,
    time: expect.any(String),
    msg: "request",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    status: 200,
    ms: expect.any(Number),
    action: "DescribeInvocations",
    region: "cn-hangzhou",
    source: "call",
    callsLeft: 9_999,
  });

  await running.close();
  await far.close();
});

test("a cause that quotes a secret is logged without it", () => {
  const error = new Error(`bad key LTAI5tAbCdEf with ${STS.accessKeySecret} and STS.NUxyz123\nsecond line`);

  const detail = safeDetail(error, [STS.accessKeySecret]);

  expect(detail).toBe("bad key [key] with [secret] and [key]");
});
