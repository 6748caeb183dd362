import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { createProxy, staticCredentials } from "../../../www/proxy/index.ts";
import { ACCESS_KEY, createSimulator, listen } from "../../../www/simulator/index.ts";

/** A token as a deployment would have one. */
export const TOKEN = "docs-token-0123456789abcdef";

/** What a host page of the recipes runs on: its files, the proxy, and a stream of events. */
export interface Stage {
  /** Ends in a slash. */
  readonly url: string;
  /** The names of instances, by id, that `/inventory.json` gives. */
  inventory: Readonly<Record<string, string>>;
  /** Sends an event to every page that listens. */
  publish(event: string): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves a folder, and the embedded account behind two proxies: `/api/v1` for pages, `/programs` for programs with a token. */
export async function startStage(folder: string): Promise<Stage> {
  const simulator = await listen(createSimulator({ clock: "fixed", startMs: Date.now() }), { port: 0 });
  const account = {
    endpoint: simulator.url.replace(/\/$/, ""),
    credentials: staticCredentials({ accessKeyId: ACCESS_KEY.id, accessKeySecret: ACCESS_KEY.secret }),
    callsPerMinute: 600,
  };
  const pages = createProxy(account);
  const programs = createProxy({ ...account, token: TOKEN, basePath: "/programs" });
  const listeners = new Set<(event: string) => void>();

  const app = new Hono();
  app.post("/api/v1/*", ({ req }) => pages(req.raw));
  app.post("/programs/*", ({ req }) => programs(req.raw));
  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const send = (data: string): void => void stream.writeSSE({ data });
      listeners.add(send);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      listeners.delete(send);
    }),
  );
  app.get("/inventory.json", ({ json }) => json(stage.inventory));
  app.get("*", ({ req, notFound, body }) => {
    const path = join(folder, normalize(req.path.endsWith("/") ? `${req.path}index.html` : req.path));
    const type = TYPES[extname(path)];
    if (type === undefined || !path.startsWith(folder)) return notFound();
    return body(new Uint8Array(readFileSync(path)), 200, { "content-type": type });
  });

  const server = createServer(
    getRequestListener(app.fetch, { overrideGlobalObjects: false }) as RequestListener,
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stage: Stage = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    inventory: {},
    publish: (event) => {
      for (const send of listeners) send(event);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await simulator.close();
    },
  };
  return stage;
}
