import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { DestinationStream } from "pino";
import { createApp } from "./app.ts";
import { serveAssets } from "./assets.ts";
import { bridge } from "./bridge.ts";
import type { Budget } from "./budget.ts";
import { type ProxyOptions, resolveConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { trackConnections } from "./connections.ts";
import { type PageHeaderOptions, pageHeaders } from "./csp.ts";
import { isLoopback } from "./endpoints.ts";
import { proxyFor } from "./handler.ts";
import { type ProxyLog, proxyLog, safeDetail } from "./log.ts";
import { type ProxyMetrics, proxyMetrics } from "./metrics.ts";

/** Settings of the server around the proxy. */
export interface ServeOptions extends Omit<ProxyOptions, "basePath" | "onRequest" | "onCredentialsFailure"> {
  /** The address to listen on. Default: 127.0.0.1; any other than loopback needs a token and `hosts`. */
  readonly address?: string | undefined;
  /** Default: 0, a free port. */
  readonly port?: number | undefined;
  /** The folder of the built console. Without one only the API is served. */
  readonly consoleFolder?: string | undefined;
  readonly frameAncestors?: readonly string[] | undefined;
  /** Where replicas share the budget. */
  readonly redisUrl?: string | undefined;
  /** Where log lines go. Default: standard error. */
  readonly log?: DestinationStream | undefined;
  /** How long a request may take to arrive, and its headers half of that. Default: 10 seconds. */
  readonly requestMs?: number | undefined;
  /** How long answers in flight may take after `close`. Default: 10 seconds. */
  readonly graceMs?: number | undefined;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets answers in flight finish, then closes everything. */
  close(): Promise<void>;
}

/** Starts the server. @throws ConfigError for settings that cannot be used or are not safe together. */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const address = options.address ?? "127.0.0.1";
  checkExposure(address, options);
  const log = proxyLog(options.log);
  const metrics = proxyMetrics();
  const server = createServer(serverLimits(options.requestMs ?? 10_000));
  server.maxConnections = 512;
  const budget = options.budget ?? (await sharedBudget(options, log));
  try {
    await listen(server, options.port ?? 0, address);
    return attach(server, address, { ...options, budget }, log, metrics);
  } catch (error) {
    server.close();
    await budget?.close();
    throw error;
  }
}

/** A budget in Redis when an address is set. Its client is an optional peer, so it is loaded only then. */
async function sharedBudget(options: ServeOptions, log: ProxyLog): Promise<Budget | undefined> {
  if (options.redisUrl === undefined) return undefined;
  const { redisBudget } = await import("./budget-redis.ts").catch(() => {
    throw new ConfigError("REDIS_URL is set, but the optional peer ioredis is not installed");
  });
  const callsPerMinute = options.callsPerMinute ?? 60;
  const limits = { callsPerMinute, clientCallsPerMinute: options.clientCallsPerMinute ?? callsPerMinute };
  return redisBudget(options.redisUrl, limits, options.now ?? Date.now, (state) => {
    log.event(state === "lost" ? "redis lost, budget kept in memory" : "redis back, budget shared", "warn");
  });
}

/** The port is known only once the server listens, and the list of hosts needs it. */
function attach(
  server: Server,
  address: string,
  options: ServeOptions,
  log: ProxyLog,
  metrics: ProxyMetrics,
): RunningServer {
  const connections = trackConnections(server);
  const { port } = server.address() as AddressInfo;
  const config = resolveConfig({
    ...options,
    hosts: options.hosts ?? ownHosts(address, port),
    onRequest(record) {
      metrics.observe(record);
      log.request(record);
    },
    onCredentialsFailure(error) {
      log.event("no credentials", "error", safeDetail(error, [options.token, options.redisUrl]));
    },
  });
  const page: PageHeaderOptions = options.frameAncestors ? { frameAncestors: options.frameAncestors } : {};
  const app = createApp({
    proxy: proxyFor(config),
    caller: config.caller,
    assets: serveAssets(options.consoleFolder ?? "", pageHeaders(page)),
    metrics,
  });
  server.on("request", (incoming, outgoing) => {
    bridge(app, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return {
    url: `http://${address.includes(":") ? `[${address}]` : address}:${port}/`,
    port,
    async close() {
      await connections.close(options.graceMs ?? 10_000);
      await config.budget.close();
      log.flush();
    },
  };
}

/** Node's own defaults are meant for uploads; a call of this API is small and sent at once. */
function serverLimits(requestMs: number) {
  return {
    headersTimeout: requestMs / 2,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(1_000, requestMs / 4),
    keepAliveTimeout: 30_000,
    maxHeaderSize: 16 * 1024,
    requireHostHeader: true,
    insecureHTTPParser: false,
  };
}

function checkExposure(address: string, options: ServeOptions): void {
  if (isLoopback(address)) return;
  if (options.token === undefined) {
    throw new ConfigError("listening beyond loopback needs a token: set INVOSCOPE_TOKEN or --token-file");
  }
  if (options.hosts === undefined || options.hosts.length === 0) {
    throw new ConfigError("listening beyond loopback needs the name that clients use: --host NAME[:PORT]");
  }
}

function ownHosts(address: string, port: number): string[] {
  const names = new Set([
    "127.0.0.1",
    "localhost",
    "[::1]",
    address.includes(":") ? `[${address}]` : address,
  ]);
  return [...names].map((name) => `${name}:${port}`);
}

async function listen(server: Server, port: number, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
