import { randomUUID } from "node:crypto";
import { type Budget, memoryBudget } from "./budget.ts";
import { ConfigError } from "./config-error.ts";
import { type CredentialsProvider, defaultCredentials } from "./credentials.ts";
import { isLoopback, isRegionId, type Network, PUBLIC_REGIONS } from "./endpoints.ts";
import type { CallerRules } from "./guard.ts";
import type { RequestRecord } from "./record.ts";
import { TokenCheck } from "./secret.ts";

/** Settings of a proxy. Everything has a safe default; see the README for what a public deployment has to set. */
export interface ProxyOptions {
  /** Where the credentials come from. Default: the official chain of `@alicloud/credentials`. */
  readonly credentials?: CredentialsProvider | undefined;
  /** Regions that may be asked. Default: the public regions. */
  readonly regions?: readonly string[] | undefined;
  /** Which endpoints of the table are used. Default: `public`. */
  readonly network?: Network | undefined;
  /** An endpoint for every region in place of the table; loopback only (the simulator). */
  readonly endpoint?: string | undefined;
  /** Exact `Host` values that are served. Default: the loopback names. */
  readonly hosts?: readonly string[] | undefined;
  /** Origins allowed beside the page's own, for a development server that forwards calls. */
  readonly origins?: readonly string[] | undefined;
  /** When set, every call has to carry `Authorization: Bearer <token>`. */
  readonly token?: string | undefined;
  /** The path before the names of the routes. Default: `/api/v1`. */
  readonly basePath?: string | undefined;
  /** Calls per account, region and action in a minute. Default: 60. */
  readonly callsPerMinute?: number | undefined;
  /** The share of one client of that. Default: all of it. */
  readonly clientCallsPerMinute?: number | undefined;
  /** Replaces the budget in memory, for example by one that replicas share. */
  readonly budget?: Budget | undefined;
  /** How long an equal question gets the same answer. Default: 1000; 0 turns the cache off. */
  readonly cacheMs?: number | undefined;
  readonly limits?: Partial<ProxyLimits> | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly now?: (() => number) | undefined;
  /** Gives a text that no other call has used. Default: a random UUID. */
  readonly nonce?: (() => string) | undefined;
  /** Told once per request, after the head of the answer is settled. Never holds anything secret. */
  readonly onRequest?: ((record: RequestRecord) => void) | undefined;
  /** Told the cause when the credential chain fails; it may name files and addresses, so keep it in the log. */
  readonly onCredentialsFailure?: ((error: unknown) => void) | undefined;
}

/** Sizes and times that are never exceeded. */
export interface ProxyLimits {
  readonly bodyBytes: number;
  readonly bodyMs: number;
  readonly credentialsMs: number;
  /** From sending the call to the head of the answer. */
  readonly upstreamMs: number;
  /** From the head of the answer to its end. */
  readonly answerMs: number;
  readonly answerBytes: number;
  /** The largest answer that is shared and cached. */
  readonly sharedBytes: number;
}

const DEFAULT_LIMITS: ProxyLimits = {
  bodyBytes: 16 * 1024,
  bodyMs: 5_000,
  credentialsMs: 10_000,
  upstreamMs: 15_000,
  answerMs: 60_000,
  answerBytes: 32 * 1024 * 1024,
  sharedBytes: 1024 * 1024,
};

/** Checked settings. Holds no secret: the token is a private hash, the credentials are behind a function. */
export interface ProxyConfig {
  readonly credentials: CredentialsProvider;
  readonly regions: ReadonlySet<string>;
  readonly network: Network;
  readonly endpoint: URL | undefined;
  readonly caller: CallerRules;
  readonly basePath: string;
  readonly budget: Budget;
  readonly cacheMs: number;
  readonly limits: ProxyLimits;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly nonce: () => string;
  readonly onRequest: (record: RequestRecord) => void;
  readonly onCredentialsFailure: (error: unknown) => void;
}

/** @throws ConfigError for the first setting that cannot be used. */
export function resolveConfig(options: ProxyOptions): ProxyConfig {
  const now = options.now ?? Date.now;
  const callsPerMinute = count("callsPerMinute", options.callsPerMinute ?? 60);
  const clientCallsPerMinute = count("clientCallsPerMinute", options.clientCallsPerMinute ?? callsPerMinute);
  return {
    credentials: options.credentials ?? defaultCredentials(),
    regions: regionSet(options.regions ?? PUBLIC_REGIONS),
    network: network(options.network ?? "public"),
    endpoint: options.endpoint === undefined ? undefined : loopbackEndpoint(options.endpoint),
    caller: {
      hosts: options.hosts === undefined ? undefined : new Set(options.hosts.map(exactHost)),
      origins: new Set((options.origins ?? []).map(exactOrigin)),
      token: options.token === undefined ? undefined : new TokenCheck(options.token),
    },
    basePath: basePath(options.basePath ?? "/api/v1"),
    budget: options.budget ?? memoryBudget({ callsPerMinute, clientCallsPerMinute }, now),
    cacheMs: options.cacheMs ?? 1_000,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    // Looked up at each call, so that instrumentation that replaces the global is seen.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now,
    nonce: options.nonce ?? randomUUID,
    onRequest: options.onRequest ?? (() => undefined),
    onCredentialsFailure: options.onCredentialsFailure ?? (() => undefined),
  };
}

function regionSet(regions: readonly string[]): ReadonlySet<string> {
  if (regions.length === 0) throw new ConfigError("regions must not be empty");
  if (!regions.every(isRegionId))
    throw new ConfigError("regions has an entry that is not the id of a region");
  return new Set(regions);
}

function network(value: string): Network {
  if (value !== "public" && value !== "vpc") throw new ConfigError("network must be public or vpc");
  return value;
}

function loopbackEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare =
    url !== undefined && url.pathname === "/" && url.search === "" && url.hash === "" && !url.username;
  if (!url || !bare || !/^https?:$/.test(url.protocol) || !isLoopback(url.hostname)) {
    throw new ConfigError("endpoint must be a plain http URL of the loopback interface");
  }
  return url;
}

function exactHost(host: string): string {
  if (!/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(host)) {
    throw new ConfigError("hosts must be lower-case host names with an optional port, without wildcards");
  }
  return host;
}

function exactOrigin(origin: string): string {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new ConfigError("origins must be exact origins such as https://ops.example.com");
  }
  return origin;
}

function basePath(path: string): string {
  if (!/^(?:\/[A-Za-z0-9._-]+)*$/.test(path) || path.includes("..")) {
    throw new ConfigError("basePath must be a plain path without a slash at its end");
  }
  return path;
}

function count(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) throw new ConfigError(`${name} must be a whole number above 0`);
  return value;
}
