import { type AccessKey, EXPIRED_SECURITY_TOKEN, findAccessKey } from "./access-keys.ts";
import { ApiError, missingParameter } from "./errors.ts";
import type { NonceMemory } from "./nonces.ts";
import type { RpcRequest } from "./rpc-request.ts";
import { acs3Signature, acs3StringToSign, rpcSignature, rpcStringToSign } from "./signature.ts";

/** A timestamp may be this far from the server's time, in either direction. */
export const TIMESTAMP_WINDOW_MS = 15 * 60 * 1000;

/** What a signature check needs from outside. */
export interface AuthorizeContext {
  nowMs: number;
  nonces: NonceMemory;
}

interface Claim {
  accessKeyId: string;
  securityToken: string | undefined;
  timestamp: string;
  nonce: string;
  stringToSign: string;
  signature: string;
  sign(secret: string, stringToSign: string): string;
}

/**
 * Checks who sent the request by whichever scheme it uses.
 * @throws ApiError with the code that the API answers for the first thing that is wrong.
 */
export function authorize(request: RpcRequest, context: AuthorizeContext): void {
  const authorization = request.headers.get("authorization");
  const claim = authorization === null ? rpcClaim(request) : acs3Claim(request, authorization);
  checkTimestamp(claim.timestamp, context.nowMs);
  const key = findAccessKey(claim.accessKeyId);
  if (key === undefined) throw new ApiError("InvalidAccessKeyId.NotFound");
  checkSecurityToken(key, claim.securityToken);
  if (claim.sign(key.secret, claim.stringToSign) !== claim.signature) {
    const shown = claim.stringToSign.replaceAll("\n", "\\n");
    throw new ApiError(
      "SignatureDoesNotMatch",
      `Specified signature is not matched with our calculation. server string to sign is:${shown}`,
    );
  }
  if (!context.nonces.remember(key.id, claim.nonce, context.nowMs)) {
    throw new ApiError("SignatureNonceUsed");
  }
}

const ACS3_SIGNED = [
  "host",
  "x-acs-action",
  "x-acs-content-sha256",
  "x-acs-date",
  "x-acs-signature-nonce",
  "x-acs-version",
];

function acs3Claim(request: RpcRequest, authorization: string): Claim {
  const match = /^ACS3-HMAC-SHA256 +Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]+)$/.exec(
    authorization,
  );
  const [, accessKeyId, signedHeaderList, signature] = match ?? [];
  if (accessKeyId === undefined || signedHeaderList === undefined || signature === undefined) {
    throw new ApiError("IncompleteSignature");
  }
  const signedHeaders = signedHeaderList.split(";");
  const mustBeSigned = [...request.headers.keys()].filter((name) => name.startsWith("x-acs-"));
  for (const name of [...ACS3_SIGNED, ...mustBeSigned]) {
    if (!signedHeaders.includes(name)) throw new ApiError("IncompleteSignature");
  }
  const header = (name: string) => {
    const value = request.headers.get(name);
    if (value === null || value === "") throw missingParameter(name);
    return value;
  };
  const timestamp = header("x-acs-date");
  const nonce = header("x-acs-signature-nonce");
  if (header("x-acs-content-sha256") !== request.bodySha256) throw new ApiError("SignatureDoesNotMatch");
  return {
    accessKeyId,
    securityToken: request.headers.get("x-acs-security-token") ?? undefined,
    timestamp,
    nonce,
    stringToSign: acs3StringToSign(request, signedHeaders),
    signature,
    sign: acs3Signature,
  };
}

function rpcClaim(request: RpcRequest): Claim {
  const parameter = (name: string) => {
    const value = request.parameters.get(name);
    if (value === undefined || value === "") throw missingParameter(name);
    return value;
  };
  const accessKeyId = parameter("AccessKeyId");
  const signature = parameter("Signature");
  const timestamp = parameter("Timestamp");
  const nonce = parameter("SignatureNonce");
  const method = parameter("SignatureMethod").toUpperCase();
  if (method !== "HMAC-SHA1" || parameter("SignatureVersion") !== "1.0") {
    throw new ApiError("IncompleteSignature");
  }
  return {
    accessKeyId,
    securityToken: request.parameters.get("SecurityToken"),
    timestamp,
    nonce,
    stringToSign: rpcStringToSign(request.method, [...request.query, ...request.form]),
    signature,
    sign: rpcSignature,
  };
}

function checkTimestamp(timestamp: string, nowMs: number): void {
  const isWellFormed = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp);
  const timeMs = isWellFormed ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(timeMs)) throw new ApiError("InvalidTimeStamp.Format");
  if (Math.abs(timeMs - nowMs) > TIMESTAMP_WINDOW_MS) throw new ApiError("InvalidTimeStamp.Expired");
}

function checkSecurityToken(key: AccessKey, securityToken: string | undefined): void {
  if (key.securityToken === undefined) {
    if (securityToken) throw new ApiError("InvalidSecurityToken.MismatchWithAccessKey");
    return;
  }
  if (!securityToken) throw new ApiError("MissingSecurityToken");
  if (securityToken === EXPIRED_SECURITY_TOKEN) throw new ApiError("InvalidSecurityToken.Expired");
  if (securityToken !== key.securityToken) throw new ApiError("InvalidSecurityToken.Malformed");
}
