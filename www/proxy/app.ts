import { randomUUID } from "node:crypto";
import type { AssetServer } from "./assets.ts";
import { type CallerRules, checkHost, checkToken } from "./guard.ts";
import type { ProxyHandler, RequestContext } from "./handler.ts";
import type { ProxyMetrics } from "./metrics.ts";
import { Problem, problemResponse } from "./problem.ts";

/** What the server consists of beside the proxy handler. */
export interface AppParts {
  readonly proxy: ProxyHandler;
  readonly caller: CallerRules;
  readonly assets: AssetServer;
  readonly metrics: ProxyMetrics;
}

/** Routes of the server: the API, the two paths for operators, and the console for everything else. */
export function createApp(parts: AppParts) {
  return async (request: Request, context: RequestContext): Promise<Response> => {
    const path = new URL(request.url).pathname;
    if (path === "/api" || path.startsWith("/api/")) return parts.proxy(request, context);
    try {
      // Probes come with the address of a pod as their host; the answer is a constant, so there is nothing to guard.
      if (path === "/healthz") return health(request);
      checkHost(request.headers.get("host"), parts.caller);
      if (path === "/metrics") return await metrics(request, parts);
      const asset = parts.assets(request, path);
      if (asset !== undefined) return asset;
      throw new Problem("NotFound", "there is no such path");
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem("InternalError", "the proxy failed");
      return problemResponse(problem, randomUUID());
    }
  };
}

function health(request: Request): Response {
  checkReading(request);
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}

async function metrics(request: Request, parts: AppParts): Promise<Response> {
  checkReading(request);
  if (parts.caller.token === undefined) {
    throw new Problem("TokenRequired", "figures are shown only when a token is configured");
  }
  checkToken(request.headers, parts.caller.token);
  const { type, body } = await parts.metrics.text();
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-store" } });
}

function checkReading(request: Request): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new Problem("MethodNotAllowed", "only GET is allowed", { allow: "GET, HEAD" });
  }
}
