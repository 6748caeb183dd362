import { createHash, createHmac } from "node:crypto";
import type { Action, Query } from "./allow.ts";
import type { Credentials } from "./credentials.ts";

/** The one algorithm that is used; the older HMAC-SHA1 form is not implemented. */
export const ALGORITHM = "ACS3-HMAC-SHA256";

/** The version of the ECS API that both actions belong to. */
export const API_VERSION = "2014-05-26";

/** What is signed: a POST of `/` with everything in the query and an empty body, as the official SDK sends it. */
export interface Signable {
  readonly host: string;
  readonly action: Action;
  readonly query: Query;
  readonly nowMs: number;
  readonly nonce: string;
}

/** Percent-encodes by RFC 3986, where `!'()*` are not left alone as `encodeURIComponent` does. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The query in the order and encoding that is signed; the URL that is sent uses this very text. */
export function canonicalQuery(query: Query): string {
  return Object.keys(query)
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(query[name] ?? "")}`)
    .join("&");
}

/** The headers that are signed, by lower-case name. */
export function signedHeaders(request: Signable, credentials: Credentials): Record<string, string> {
  const headers: Record<string, string> = {
    host: request.host,
    "x-acs-action": request.action,
    "x-acs-content-sha256": sha256Hex(""),
    "x-acs-date": timestamp(request.nowMs),
    "x-acs-signature-nonce": request.nonce,
    "x-acs-version": API_VERSION,
  };
  if (credentials.securityToken !== undefined && credentials.securityToken !== "") {
    headers["x-acs-accesskey-id"] = credentials.accessKeyId;
    headers["x-acs-security-token"] = credentials.securityToken;
  }
  return headers;
}

/** Step 1: method, path, query, headers, their names and the hash of the body, one a line. */
export function canonicalRequest(query: Query, headers: Readonly<Record<string, string>>): string {
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  return ["POST", "/", canonicalQuery(query), lines, names.join(";"), sha256Hex("")].join("\n");
}

/** Step 2: the algorithm and the hash of step 1. */
export function stringToSign(canonical: string): string {
  return `${ALGORITHM}\n${sha256Hex(canonical)}`;
}

/** Step 3: the secret is the key as it is; ACS3 derives none. */
export function signature(accessKeySecret: string, text: string): string {
  return createHmac("sha256", accessKeySecret).update(text).digest("hex");
}

/** All steps: the signed headers and the `authorization` header over them. */
export function sign(request: Signable, credentials: Credentials): Record<string, string> {
  const headers = signedHeaders(request, credentials);
  const proof = signature(
    credentials.accessKeySecret,
    stringToSign(canonicalRequest(request.query, headers)),
  );
  const names = Object.keys(headers).sort().join(";");
  return {
    ...headers,
    authorization: `${ALGORITHM} Credential=${credentials.accessKeyId},SignedHeaders=${names},Signature=${proof}`,
  };
}

function timestamp(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19)}Z`;
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
