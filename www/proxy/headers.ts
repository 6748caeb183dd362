import { Problem } from "./problem.ts";

/**
 * The headers that go upstream: the signed ones and these. Built from nothing, so that no header of the client,
 * whatever it is called, reaches the endpoint.
 */
export function upstreamHeaders(signed: Readonly<Record<string, string>>): Record<string, string> {
  const { host: _fromUrl, ...rest } = signed;
  return {
    ...rest,
    accept: "application/json",
    // The body is passed on as it comes; decoding it here would cost time and open a way for decompression bombs.
    "accept-encoding": "identity",
    "user-agent": "invoscope",
  };
}

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=[A-Za-z0-9_-]{1,20})?$/i;
const REQUEST_ID = /^[A-Za-z0-9-]{1,64}$/;

/**
 * The headers of the endpoint's answer that the client gets: the type, when it is JSON, and the request id.
 * @throws Problem `UpstreamAnswerRefused` for any other type, which a browser might be made to render.
 */
export function answerHeaders(upstream: Headers): Record<string, string> {
  const type = upstream.get("content-type")?.trim() ?? "";
  if (!JSON_TYPE.test(type)) throw new Problem("UpstreamAnswerRefused", "the endpoint's answer is not JSON");
  const requestId = upstream.get("x-acs-request-id");
  return {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(requestId !== null && REQUEST_ID.test(requestId) ? { "x-acs-request-id": requestId } : {}),
  };
}
