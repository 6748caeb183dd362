import { createHash, createHmac } from "node:crypto";
import type { RpcRequest } from "./rpc-request.ts";

/** RFC 3986 percent-encoding, as both signature schemes require it. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Pairs sorted by name, encoded and joined: the canonical query of both schemes. */
export function canonicalQuery(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs]
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join("&");
}

/** The text that ACS3-HMAC-SHA256 signs; `signedHeaders` are lower-case names in the caller's order. */
export function acs3StringToSign(request: RpcRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => {
    const value = name === "host" ? request.host : (request.headers.get(name) ?? "");
    return `${name}:${value.trim()}\n`;
  });
  const canonicalRequest = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.join(""),
    signedHeaders.join(";"),
    request.headers.get("x-acs-content-sha256") ?? "",
  ].join("\n");
  const digest = createHash("sha256").update(canonicalRequest).digest("hex");
  return `ACS3-HMAC-SHA256\n${digest}`;
}

/** The hexadecimal ACS3-HMAC-SHA256 signature. */
export function acs3Signature(secret: string, stringToSign: string): string {
  return createHmac("sha256", secret).update(stringToSign).digest("hex");
}

/** The text that the older RPC scheme signs: every parameter but the signature itself. */
export function rpcStringToSign(method: string, pairs: Iterable<readonly [string, string]>): string {
  const signed = [...pairs].filter(([name]) => name !== "Signature");
  return `${method}&${percentEncode("/")}&${percentEncode(canonicalQuery(signed))}`;
}

/** The Base64 HMAC-SHA1 signature of the older RPC scheme. */
export function rpcSignature(secret: string, stringToSign: string): string {
  return createHmac("sha1", `${secret}&`).update(stringToSign).digest("base64");
}
