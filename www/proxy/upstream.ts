import type { Action, AllowedCall } from "./allow.ts";
import { boundBody } from "./bound.ts";
import type { ProxyConfig } from "./config.ts";
import type { Credentials } from "./credentials.ts";
import { endpointHost } from "./endpoints.ts";
import { answerHeaders, upstreamHeaders } from "./headers.ts";
import { Problem } from "./problem.ts";
import type { Answer } from "./sharing.ts";
import { canonicalQuery, sign } from "./sign.ts";
import { saysThrottling } from "./throttling.ts";

const ACTIONS: ReadonlySet<Action> = new Set(["DescribeInvocations", "DescribeInvocationResults"]);

/**
 * The only function that reaches out of the proxy. Whatever routes lead here, it calls one of two actions, on an
 * endpoint of the table (or the loopback endpoint of the settings), with headers that it builds itself.
 * @throws Problem `Upstream…` when there is no usable answer.
 */
export async function callEndpoint(
  config: ProxyConfig,
  call: AllowedCall,
  credentials: Credentials,
  onThrottled: () => Promise<void>,
): Promise<Answer> {
  if (!ACTIONS.has(call.action) || !config.regions.has(call.region)) {
    throw new Problem("InternalError", "the call is not one that may leave the proxy");
  }
  const base = config.endpoint ?? new URL(`https://${endpointHost(call.region, config.network)}/`);
  const url = `${base.origin}/?${canonicalQuery(call.query)}`;
  const signed = sign(
    { host: base.host, action: call.action, query: call.query, nowMs: config.now(), nonce: config.nonce() },
    credentials,
  );
  const abort = new AbortController();
  const response = await send(config, url, upstreamHeaders(signed), abort);
  try {
    checkStatus(response);
    const headers = answerHeaders(response.headers);
    let throttled = false;
    const body = boundBody(response.body, {
      maxBytes: config.limits.answerBytes,
      timeoutMs: config.limits.answerMs,
      abort,
      peek: async (head) => {
        if (throttled || !saysThrottling(response.status, head)) return;
        throttled = true;
        await onThrottled();
      },
    });
    return { status: response.status, headers, body, reusable: () => response.status === 200 && !throttled };
  } catch (error) {
    abort.abort();
    throw error;
  }
}

async function send(
  config: ProxyConfig,
  url: string,
  headers: Record<string, string>,
  abort: AbortController,
): Promise<Response> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort.abort();
  }, config.limits.upstreamMs);
  try {
    return await config.fetch(url, { method: "POST", headers, redirect: "manual", signal: abort.signal });
  } catch {
    // The cause may hold the URL with every parameter, so it is neither passed on nor logged.
    if (late) throw new Problem("UpstreamTimeout", "the endpoint did not answer in time");
    throw new Problem("UpstreamUnreachable", "the endpoint could not be reached");
  } finally {
    clearTimeout(timer);
  }
}

function checkStatus(response: Response): void {
  const { status, type } = response;
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    throw new Problem("UpstreamRedirect", "the endpoint answered with a redirect, which is not followed");
  }
  if (status !== 200 && (status < 400 || status > 599)) {
    throw new Problem("UpstreamAnswerRefused", "the endpoint answered with an unexpected status");
  }
}
