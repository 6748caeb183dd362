import { expect, test } from "vitest";
import {
  answerWith,
  call,
  callServer,
  codeOf,
  emptyPage,
  fakeProxy,
  server,
  type Upstream,
  upstream,
} from "../support.ts";

/** Runs a test against the real server in front of an upstream. */
async function withUpstream(
  far: Promise<Upstream>,
  options: Parameters<typeof server>[1],
  body: (running: Awaited<ReturnType<typeof server>>, far: Upstream) => Promise<void>,
): Promise<void> {
  const started = await far;
  const running = await server(started.url, options);
  try {
    await body(running, started);
  } finally {
    await running.close();
    await started.close();
  }
}

test("a redirect is not followed", async () => {
  const other = await upstream();

  for (const status of [301, 302, 303, 307, 308, 304]) {
    await withUpstream(
      upstream(answerWith(status, "", { location: `${other.url}/?Action=RunCommand` })),
      {},
      async (running) => {
        const response = await callServer(running);

        expect([status, response.status, await codeOf(response)]).toEqual([status, 502, "UpstreamRedirect"]);
        expect(response.headers.get("location")).toBeNull();
      },
    );
  }
  expect(other.seen).toEqual([]);
  await other.close();
});

test("an endpoint that never answers is given up", async () => {
  await withUpstream(
    upstream(() => undefined),
    { limits: { upstreamMs: 50 } },
    async (running) => {
      const response = await callServer(running);

      expect(response.status).toBe(504);
      expect(await codeOf(response)).toBe("UpstreamTimeout");
    },
  );
});

test("an answer that drips is broken off, not ended", async () => {
  const drip = upstream((_, outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json" });
    outgoing.write('{"RequestId":');
  });

  await withUpstream(drip, { limits: { answerMs: 100 } }, async (running) => {
    const response = await callServer(running);

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
});

test("an answer that is cut off upstream is cut off here, with nothing added", async () => {
  const cut = upstream((_, outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    outgoing.write('{"RequestId":', () => outgoing.destroy());
  });

  await withUpstream(cut, {}, async (running) => {
    const response = await callServer(running);

    await expect(response.text()).rejects.toThrow();
  });
});

test("an answer larger than allowed is broken off", async () => {
  await withUpstream(
    upstream(answerWith(200, "x".repeat(3_000_000))),
    { limits: { answerBytes: 2_000_000 } },
    async (running) => {
      const response = await callServer(running);

      await expect(response.text()).rejects.toThrow();
    },
  );
});

test("what is not JSON is not passed on", async () => {
  for (const type of [
    "text/html",
    "application/json+x",
    "text/html, application/json",
    "application/javascript",
    "",
  ]) {
    const proxy = fakeProxy(
      () => new Response("<script>alert(1)</script>", { headers: { "content-type": type } }),
    );

    const response = await proxy(call());

    expect(response.status).toBe(502);
    expect(await codeOf(response)).toBe("UpstreamAnswerRefused");
  }
});

test("a status that is neither an answer nor an error is refused", async () => {
  for (const status of [201, 204, 206]) {
    const proxy = fakeProxy(
      () =>
        new Response(status === 204 ? null : "{}", {
          status,
          headers: { "content-type": "application/json" },
        }),
    );

    expect(await codeOf(await proxy(call()))).toBe("UpstreamAnswerRefused");
  }
});

test("an endpoint that cannot be reached tells nothing about the call", async () => {
  const proxy = fakeProxy(() => {
    throw new TypeError("fetch failed: https://ecs.cn-hangzhou.aliyuncs.com/?CommandName=private");
  });

  const response = await proxy(call());
  const text = await response.clone().text();

  expect(await codeOf(response)).toBe("UpstreamUnreachable");
  expect(text).not.toContain("aliyuncs");
  expect(text).not.toContain("private");
});

test("a request id that could be more than an id is dropped", async () => {
  const proxy = fakeProxy(
    () =>
      new Response("{}", {
        headers: { "content-type": "application/json", "x-acs-request-id": "a b<script>" },
      }),
  );

  expect((await proxy(call())).headers.get("x-acs-request-id")).toBeNull();
});

test("compressed answers are not asked for", async () => {
  let asked: unknown;
  const proxy = fakeProxy((_, init) => {
    asked = (init.headers as Record<string, string>)["accept-encoding"];
    return emptyPage();
  });

  await proxy(call());

  expect(asked).toBe("identity");
});
