import { expect, test } from "vitest";
import {
  answerEmpty,
  callServer,
  EMPTY_PAGE,
  memoryLog,
  raw,
  rawPost,
  server,
  TOKEN,
  upstream,
} from "./support.ts";

test("an answer passes through byte for byte", async () => {
  // Spacing, key order and escapes that any parser and printer would change.
  const odd = '{ "b":1.0,"a":"\\u003d\\/", "a" : "中",\n"big":123456789012345678901 }';
  const far = await upstream((_, outgoing) => {
    outgoing.setHeader("content-type", "application/json;charset=utf-8");
    outgoing.end(odd);
  });
  const running = await server(far.url);

  const response = await callServer(running);

  expect(await response.text()).toBe(odd);
  expect(response.headers.get("content-type")).toBe("application/json;charset=utf-8");
  await running.close();
  await far.close();
});

test("the first bytes arrive while the endpoint is still sending", async () => {
  let finish: () => void = () => undefined;
  const far = await upstream((_, outgoing) => {
    outgoing.setHeader("content-type", "application/json");
    outgoing.write('{"RequestId":');
    finish = () => outgoing.end('"R"}');
  });
  const running = await server(far.url);

  const reader = (await callServer(running)).body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('{"RequestId":');
  finish();
  const second = await reader?.read();

  expect(new TextDecoder().decode(second?.value)).toBe('"R"}');
  await running.close();
  await far.close();
});

test("a client that leaves a large answer ends the call to the endpoint", async () => {
  let closed: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const far = await upstream((_, outgoing) => {
    outgoing.setHeader("content-type", "application/json");
    outgoing.on("close", () => closed());
    const more = () => {
      while (!outgoing.destroyed && outgoing.write("x".repeat(65_536)));
      outgoing.once("drain", more);
    };
    more();
  });
  const running = await server(far.url, { limits: { answerBytes: 2 ** 40 } });

  const reader = (await callServer(running)).body?.getReader();
  for (let n = 0; n < 40; n += 1) await reader?.read();
  await reader?.cancel();

  await left;
  await running.close();
  await far.close();
});

test("closing lets the answer in flight finish and takes no other", async () => {
  let finish: () => void = () => undefined;
  const far = await upstream((_, outgoing) => {
    outgoing.setHeader("content-type", "application/json");
    outgoing.write(EMPTY_PAGE.slice(0, 10));
    finish = () => outgoing.end(EMPTY_PAGE.slice(10));
  });
  const running = await server(far.url);
  const response = await callServer(running);

  const closing = running.close();
  await expect(callServer(running)).rejects.toThrow();
  finish();

  expect(await response.text()).toBe(EMPTY_PAGE);
  await closing;
  await far.close();
});

test("an answer that does not end cannot hold the server open", async () => {
  const far = await upstream((_, outgoing) => {
    outgoing.setHeader("content-type", "application/json");
    outgoing.write("{");
  });
  const running = await server(far.url, { graceMs: 50 });
  const response = await callServer(running);

  await running.close();

  await expect(response.text()).rejects.toThrow();
  await far.close();
});

test("a connection that never asked anything does not hold the server open", async () => {
  const running = await server("http://127.0.0.1:9");
  const silent = raw(running.port, "");
  await (await fetch(new URL("/healthz", running.url))).text();

  await running.close();

  expect(await silent).toBe("");
});

test("health says that the server is up and nothing else, under any name", async () => {
  const running = await server("http://127.0.0.1:9");

  const answer = await raw(
    running.port,
    "GET /healthz HTTP/1.1\r\nHost: 10.0.0.7:1\r\nConnection: close\r\n\r\n",
  );

  expect(answer).toMatch(/^HTTP\/1.1 200/);
  expect(answer).toMatch(/\{"status":"ok"\}/);
  await running.close();
});

test("figures count requests by action, region, status and source", async () => {
  const far = await upstream(answerEmpty);
  const running = await server(far.url, { token: TOKEN });
  const authorization = `Bearer ${TOKEN}`;
  await (await callServer(running, undefined, { authorization })).text();
  await (await callServer(running, { RegionId: "cn-nowhere" }, { authorization })).text();

  const text = await (await fetch(new URL("/metrics", running.url), { headers: { authorization } })).text();

  expect(text).toContain(
    'invoscope_requests_total{action="DescribeInvocations",region="cn-hangzhou",status="200",code="none",source="call"} 1',
  );
  expect(text).toContain(
    'invoscope_requests_total{action="DescribeInvocations",region="none",status="400",code="RegionNotAllowed",source="none"} 1',
  );
  expect(text).toContain('invoscope_calls_left{action="DescribeInvocations",region="cn-hangzhou"} 9999');
  await running.close();
  await far.close();
});

test("requests on one connection are answered one after another", async () => {
  const far = await upstream();
  const log = memoryLog();
  const running = await server(far.url, { log });
  const first = rawPost(running.port).replace("Connection: close\r\n", "");

  const answer = await raw(running.port, first + rawPost(running.port));

  expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(2);
  await running.close();
  await far.close();
});

test("the server is reached under each of its loopback names", async () => {
  const far = await upstream();
  const running = await server(far.url);

  for (const name of ["127.0.0.1", "localhost"]) {
    const text = rawPost(running.port).replaceAll("127.0.0.1", name);

    expect(await raw(running.port, text)).toMatch(/^HTTP\/1.1 200/);
  }
  await running.close();
  await far.close();
});
