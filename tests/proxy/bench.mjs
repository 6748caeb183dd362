// What the proxy costs: its added latency, and its memory over large answers. Proxy and endpoint run in processes of
// their own, as they would, and the calls alternate, so that noise of the machine meets both alike.
import { fork, spawn } from "node:child_process";
import { Agent, createServer, request } from "node:http";
import { fileURLToPath } from "node:url";

const TOKEN = "bench-token-0123456789";
const LARGE_BYTES = 6 * 1024 * 1024;
const PAGE_BYTES = 40 * 1024;

/**
 * Measures the built proxy.
 * @param {{ cli?: string, rounds?: number, large?: number }} [options] the built command, how many pairs of calls
 *   are timed, and how many answers of 6 MB are streamed.
 * @returns figures in milliseconds and MiB.
 */
export async function benchProxy(options = {}) {
  const {
    cli = fileURLToPath(new URL("../../dist/proxy/cli.js", import.meta.url)),
    rounds = 1000,
    large = 20,
  } = options;
  const upstream = fork(fileURLToPath(import.meta.url), ["upstream"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const endpoint = await new Promise((resolve) => upstream.once("message", resolve));
  const proxy = spawn(process.execPath, [cli, "--endpoint", endpoint, "--calls-per-minute", "100000"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { INVOSCOPE_TOKEN: TOKEN },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const url = await firstUrl(proxy.stdout);
    const direct = (n) => call(agent, `${endpoint}/?RegionId=cn-hangzhou&NextToken=d${n}`, {}, "");
    const through = (n) => callProxy(agent, url, { RegionId: "cn-hangzhou", NextToken: `p${n}` });
    for (let n = 0; n < 200; n += 1) {
      await direct(`w${n}`);
      await through(`w${n}`);
    }
    const times = { direct: [], proxy: [] };
    const cpuBefore = await cpuOf(agent, url);
    for (let n = 0; n < rounds; n += 1) {
      times.direct.push(await timed(() => direct(n)));
      times.proxy.push(await timed(() => through(n)));
    }
    const cpu = (await cpuOf(agent, url)) - cpuBefore;
    const memory = await largeAnswers(agent, url, large);
    const at = (list, share) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)];
    const figures = {
      directMedianMs: at(times.direct, 0.5),
      directP95Ms: at(times.direct, 0.95),
      proxyMedianMs: at(times.proxy, 0.5),
      proxyP95Ms: at(times.proxy, 0.95),
      addedMedianMs: at(times.proxy, 0.5) - at(times.direct, 0.5),
      addedP95Ms: at(times.proxy, 0.95) - at(times.direct, 0.95),
      // Unlike the times above this does not grow when the machine has other work.
      proxyCpuMsPerCall: (cpu * 1000) / rounds,
      ...memory,
    };
    return Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
    );
  } finally {
    agent.destroy();
    proxy.kill("SIGTERM");
    upstream.kill("SIGTERM");
  }
}

/** Streams large answers to a reader that pauses, and compares the proxy's memory before, between and after. */
async function largeAnswers(agent, url, count) {
  const ask = (n) => callProxy(agent, url, { RegionId: "cn-hangzhou", NextToken: `large${n}` }, 1);
  await ask("w1");
  await ask("w2");
  const before = await memoryOf(agent, url);
  let peak = before;
  const startedMs = performance.now();
  for (let n = 0; n < count; n += 1) {
    const bytes = await ask(n);
    if (bytes !== LARGE_BYTES) throw new Error(`${bytes} bytes arrived`);
    peak = Math.max(peak, await memoryOf(agent, url));
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const after = await memoryOf(agent, url);
  return {
    largeCount: count,
    residentBeforeMiB: before,
    residentPeakGrowthMiB: peak - before,
    residentGrowthMiB: after - before,
    largeMiBPerSecond: (count * 6) / seconds,
  };
}

async function memoryOf(agent, url) {
  return (await figure(agent, url, "process_resident_memory_bytes")) / 1024 / 1024;
}

function cpuOf(agent, url) {
  return figure(agent, url, "process_cpu_seconds_total");
}

async function figure(agent, url, name) {
  const text = await call(
    agent,
    new URL("/metrics", url),
    { authorization: `Bearer ${TOKEN}` },
    undefined,
    0,
    true,
  );
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

function callProxy(agent, url, body, pauseMs) {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    origin: new URL(url).origin,
    "content-type": "application/json",
    "x-invoscope": "1",
  };
  return call(agent, new URL("/api/v1/describe-invocations", url), headers, JSON.stringify(body), pauseMs);
}

/** Gives the number of bytes of the answer, or its text; `pauseMs` makes for a slow reader. */
function call(agent, url, headers, body, pauseMs = 0, asText = false) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: body === undefined ? "GET" : "POST", agent, headers },
      async (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
        let bytes = 0;
        let chunks = 0;
        let text = "";
        for await (const chunk of answer) {
          bytes += chunk.length;
          if (asText) text += chunk;
          chunks += 1;
          if (pauseMs > 0 && chunks % 16 === 0) await new Promise((next) => setTimeout(next, pauseMs));
        }
        resolve(asText ? text : bytes);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function timed(run) {
  const startedMs = performance.now();
  await run();
  return performance.now() - startedMs;
}

function firstUrl(stream) {
  return new Promise((resolve, reject) => {
    stream.on("data", (data) => resolve(/Proxy: (\S+)/.exec(String(data))?.[1]));
    stream.on("end", () => reject(new Error("the proxy did not start; is it built?")));
  });
}

function serveUpstream() {
  const page = Buffer.from(`"${"x".repeat(PAGE_BYTES - 2)}"`);
  const largePage = Buffer.from(`"${"x".repeat(LARGE_BYTES - 2)}"`);
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.setHeader("content-type", "application/json");
    outgoing.end(incoming.url.includes("NextToken=large") ? largePage : page);
  });
  server.listen(0, "127.0.0.1", () => process.send(`http://127.0.0.1:${server.address().port}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === "upstream") serveUpstream();
  else console.table(await benchProxy({ cli: process.argv[2] }));
}
