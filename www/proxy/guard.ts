import { Problem } from "./problem.ts";
import type { TokenCheck } from "./secret.ts";

/** Who may call. */
export interface CallerRules {
  /** Exact values of the `Host` header; `undefined` allows the loopback names with any port. */
  readonly hosts: ReadonlySet<string> | undefined;
  /** Exact origins allowed beside the page's own. */
  readonly origins: ReadonlySet<string>;
  readonly token: TokenCheck | undefined;
}

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/**
 * Refuses header names with `_`: servers and gateways that write `-` and `_` alike would let such a twin
 * override a header that was checked here.
 */
export function checkHeaderNames(names: Iterable<string>): void {
  for (const name of names) {
    if (name.includes("_")) throw new Problem("BadHeader", "header names must not contain an underscore");
  }
}

/**
 * Lets only listed `Host` values through. A page that rebinds its own name to 127.0.0.1 still sends that name.
 * `X-Forwarded-Host`, `Forwarded` and the URL of the request are never read: whoever connects can write them.
 */
export function checkHost(host: string | null, rules: CallerRules): string {
  const allowed = host !== null && (rules.hosts?.has(host) ?? LOOPBACK.test(host));
  if (!allowed) throw new Problem("HostNotAllowed", "the Host header is missing or not in the list of hosts");
  return host;
}

/**
 * Lets only the page's own origin and listed ones through.
 *
 * A browser sends `Origin` with every POST. A call without it comes from a program, which has to show the token;
 * without a token configured only `Sec-Fetch-Site: same-origin`, which no page can forge, stands in for it.
 */
export function checkOrigin(headers: Headers, host: string, rules: CallerRules): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (origin !== null && rules.origins.has(origin)) return;
  if (site !== null && site !== "same-origin" && site !== "none") throw refusedOrigin();
  if (origin === null) {
    if (site === "same-origin" || rules.token !== undefined) return;
    throw refusedOrigin();
  }
  const own = origin === `https://${host}` || (LOOPBACK.test(host) && origin === `http://${host}`);
  if (!own) throw refusedOrigin();
}

/** A form can send neither this content type nor this header without a preflight, which is never granted. */
export function checkIntent(headers: Headers): void {
  const type = headers.get("content-type") ?? "";
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim())) {
    throw new Problem("ContentTypeNotAllowed", "the content type must be application/json");
  }
  if (headers.get("x-invoscope") !== "1") {
    throw new Problem("HeaderRequired", "the header X-Invoscope: 1 is required");
  }
}

/** Asks for the token when one is configured. */
export function checkToken(headers: Headers, token: TokenCheck | undefined): void {
  if (token !== undefined && !token.accepts(headers.get("authorization"))) {
    throw new Problem("TokenRequired", "a bearer token is required", { "www-authenticate": "Bearer" });
  }
}

/** All of the above, for a call of an action. */
export function checkCaller(headers: Headers, rules: CallerRules): void {
  checkHeaderNames(headers.keys());
  const host = checkHost(headers.get("host"), rules);
  checkOrigin(headers, host, rules);
  checkIntent(headers);
  checkToken(headers, rules.token);
}

function refusedOrigin(): Problem {
  return new Problem("OriginNotAllowed", "the origin of the call is missing or not allowed");
}
