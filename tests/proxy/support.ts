import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import {
  createProxy,
  type ProxyHandler,
  type ProxyOptions,
  staticCredentials,
} from "../../www/proxy/index.ts";
import { type RunningServer, type ServeOptions, serve } from "../../www/proxy/serve.ts";

export const ACCESS_KEY = { accessKeyId: "test-key-id-0001", accessKeySecret: "test-secret-value-0001" };
export const TOKEN = "test-token-0123456789abcdef";
export const PATH = "/api/v1/describe-invocations";

/** An empty page, as the endpoint answers it. */
export const EMPTY_PAGE = '{"RequestId":"R-1","Invocations":{"Invocation":[]}}';

/** A request as an upstream saw it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Upstream {
  url: string;
  seen: Seen[];
  close(): Promise<void>;
}

/** A stand-in for the ECS endpoint on a free loopback port; answers an empty page unless told otherwise. */
export async function upstream(listener: RequestListener = answerEmpty): Promise<Upstream> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    seen.push({
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    });
    await listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const answerEmpty: RequestListener = (_, outgoing) => {
  outgoing.setHeader("content-type", "application/json;charset=utf-8");
  outgoing.setHeader("x-acs-request-id", "R-1");
  outgoing.end(EMPTY_PAGE);
};

/** Answers with a status and a body. */
export function answerWith(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): RequestListener {
  return (_, outgoing) => {
    outgoing.writeHead(status, { "content-type": "application/json", ...headers });
    outgoing.end(body);
  };
}

/** A handler whose upstream is a function. */
export function fakeProxy(
  answer: (url: URL, init: RequestInit) => Response | Promise<Response>,
  options: ProxyOptions = {},
): ProxyHandler {
  return createProxy({
    credentials: staticCredentials(ACCESS_KEY),
    cacheMs: 0,
    fetch: async (input, init) => answer(new URL(String(input)), init ?? {}),
    ...options,
  });
}

/** The answer of a fake upstream: an empty page. */
export function emptyPage(): Response {
  return new Response(EMPTY_PAGE, {
    headers: { "content-type": "application/json", "x-acs-request-id": "R-1" },
  });
}

/** The headers that a page of the console sends. */
export function pageHeaders(host = "127.0.0.1:8080"): Record<string, string> {
  return {
    host,
    origin: `http://${host}`,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
    "x-invoscope": "1",
  };
}

/** A call as a page of the console makes it; `null` as a header's value leaves it out. */
export function call(
  body: unknown = { RegionId: "cn-hangzhou" },
  headers: Record<string, string | null> = {},
  path = PATH,
): Request {
  const merged = new Headers(pageHeaders());
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return new Request(`http://127.0.0.1:8080${path}`, {
    method: "POST",
    headers: merged,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The code of an answer of the proxy's own, after checking its shape. */
export async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new Error("not an object");
  const keys = Object.keys(body).join();
  if (keys !== "code,message,requestId") throw new Error(`unexpected keys ${keys}`);
  return (body as { code: string }).code;
}

/** A log kept in memory. */
export function memoryLog() {
  const lines: string[] = [];
  return { lines, write: (line: string) => void lines.push(line) };
}

/** The real server, talking to a loopback upstream. */
export async function server(endpoint: string, options: ServeOptions = {}): Promise<RunningServer> {
  return serve({
    credentials: staticCredentials(ACCESS_KEY),
    endpoint,
    cacheMs: 0,
    callsPerMinute: 10_000,
    log: memoryLog(),
    ...options,
  });
}

/** Calls the real server as a page of it would. */
export function callServer(
  running: RunningServer,
  body: unknown = { RegionId: "cn-hangzhou" },
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL(PATH, running.url), {
    method: "POST",
    headers: {
      origin: new URL(running.url).origin,
      "content-type": "application/json",
      "x-invoscope": "1",
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

/** Sends bytes as they are, for requests that no client library would send, and gives all that comes back. */
export function raw(port: number, text: string | readonly string[], options: { pauseMs?: number } = {}) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setEncoding("latin1");
    socket.on("data", (data: string) => {
      received += data;
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(received) : reject(error),
    );
    socket.on("close", () => resolve(received));
    socket.on("connect", async () => {
      for (const part of [text].flat()) {
        if (socket.destroyed) return;
        socket.write(part);
        if (options.pauseMs) await new Promise((next) => setTimeout(next, options.pauseMs));
      }
    });
  });
}

/** A POST as text, for {@link raw}; header lines are given as they go over the wire. */
export function rawPost(port: number, headerLines: readonly string[] = [], path = PATH): string {
  const body = '{"RegionId":"cn-hangzhou"}';
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    "Content-Type: application/json",
    "X-Invoscope: 1",
    "Connection: close",
    `Content-Length: ${body.length}`,
    ...headerLines,
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
