import { randomUUID } from "node:crypto";
import { type Action, type AllowedCall, allowCall } from "./allow.ts";
import { readJson } from "./body.ts";
import type { BudgetState } from "./budget.ts";
import { type ProxyConfig, type ProxyOptions, resolveConfig } from "./config.ts";
import { obtainCredentials } from "./credentials.ts";
import { checkCaller } from "./guard.ts";
import { Problem, problemResponse } from "./problem.ts";
import type { RequestRecord } from "./record.ts";
import { accountLabel } from "./secret.ts";
import { type Answer, Sharing, type Source } from "./sharing.ts";
import { canonicalQuery } from "./sign.ts";
import { callEndpoint } from "./upstream.ts";

/** What the server around the handler knows of a request. Frameworks may pass other things; they are ignored. */
export interface RequestContext {
  /** Names the client for its share of the budget, for example its address. */
  readonly client?: string;
}

/** Answers a request of the proxy's API. Never rejects: every failure is an answer `{code, message, requestId}`. */
export type ProxyHandler = (request: Request, context?: RequestContext) => Promise<Response>;

/**
 * Builds the handler. It keeps a budget and a short cache in memory, so build it once and not per request.
 * @throws ConfigError for settings that cannot be used.
 */
export function createProxy(options: ProxyOptions = {}): ProxyHandler {
  return proxyFor(resolveConfig(options));
}

/** The handler for settings that are checked already. */
export function proxyFor(config: ProxyConfig): ProxyHandler {
  const sharing = new Sharing(
    { maxBytes: config.limits.sharedBytes, ttlMs: config.cacheMs, maxEntries: 32 },
    config.now,
  );
  const routes: ReadonlyMap<string, Action> = new Map([
    [`${config.basePath}/describe-invocations`, "DescribeInvocations"],
    [`${config.basePath}/describe-invocation-results`, "DescribeInvocationResults"],
  ]);
  return async (request, context) => {
    const startedMs = performance.now();
    const record: Mutable<RequestRecord> = { requestId: randomUUID(), status: 500, ms: 0 };
    const response = await respond(config, sharing, routes, request, clientOf(context), record);
    record.status = response.status;
    record.ms = Math.round((performance.now() - startedMs) * 100) / 100;
    config.onRequest(record);
    return response;
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function respond(
  config: ProxyConfig,
  sharing: Sharing,
  routes: ReadonlyMap<string, Action>,
  request: Request,
  client: string,
  record: Mutable<RequestRecord>,
): Promise<Response> {
  try {
    const action = route(request, routes);
    record.action = action;
    checkCaller(request.headers, config.caller);
    const body = await readJson(request, config.limits.bodyBytes, config.limits.bodyMs);
    const call = allowCall(action, body, config.regions);
    record.region = call.region;
    const { answer, source } = await fetchAnswer(config, sharing, call, client);
    record.source = source;
    const left = answer.headers[CALLS_LEFT];
    if (left !== undefined) record.callsLeft = Number(left);
    return toResponse(answer, source, record.requestId);
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem("InternalError", "the proxy failed");
    record.code = problem.code;
    return problemResponse(problem, record.requestId);
  }
}

/** Exact paths only: no patterns, no prefixes, no query, so there is no second reading of a path to exploit. */
function route(request: Request, routes: ReadonlyMap<string, Action>): Action {
  const url = new URL(request.url);
  const action = routes.get(url.pathname);
  if (action === undefined) throw new Problem("NotFound", "there is no such path");
  if (request.method !== "POST") {
    throw new Problem("MethodNotAllowed", "only POST is allowed", { allow: "POST" });
  }
  if (url.search !== "") throw new Problem("BadPath", "parameters belong in the body, not in the URL");
  return action;
}

const CALLS_LEFT = "x-invoscope-calls-left";
const NEXT_CALL_MS = "x-invoscope-next-call-ms";

async function fetchAnswer(
  config: ProxyConfig,
  sharing: Sharing,
  call: AllowedCall,
  client: string,
): Promise<{ answer: Answer; source: Source }> {
  const credentials = await obtainCredentials(
    config.credentials,
    config.limits.credentialsMs,
    config.onCredentialsFailure,
  );
  const budgetKey = `${accountLabel(credentials.accessKeyId)}:${call.region}:${call.action}`;
  return sharing.answer(`${budgetKey}?${canonicalQuery(call.query)}`, async () => {
    const state = await config.budget.take(budgetKey, client);
    if (!state.allowed) throw exhausted(state);
    const answer = await callEndpoint(config, call, credentials, () => config.budget.pause(budgetKey));
    return { ...answer, headers: { ...answer.headers, ...budgetHeaders(state) } };
  });
}

function budgetHeaders(state: BudgetState): Record<string, string> {
  return { [CALLS_LEFT]: String(state.left), [NEXT_CALL_MS]: String(state.nextCallMs) };
}

function exhausted(state: BudgetState): Problem {
  return new Problem("CallBudgetExhausted", "the calls of this minute are used up", {
    ...budgetHeaders(state),
    "retry-after": String(Math.max(1, Math.ceil(state.nextCallMs / 1000))),
  });
}

function toResponse(answer: Answer, source: Source, requestId: string): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      ...answer.headers,
      "x-invoscope-source": source,
      "x-invoscope-request-id": requestId,
    },
  });
}

function clientOf(context: RequestContext | undefined): string {
  return typeof context?.client === "string" ? context.client : "all";
}
