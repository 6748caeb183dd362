import { createRequire } from "node:module";
import type * as OpenApiCore from "@alicloud/openapi-core";
import { ACCESS_KEY, type Simulator } from "../../www/simulator/index.ts";

const require = createRequire(import.meta.url);
const { OpenApiUtil } = require("@alicloud/openapi-core") as {
  OpenApiUtil: typeof OpenApiCore.OpenApiUtil;
};

/** What a test changes about a well-formed call. */
export interface CallOptions {
  action?: string;
  version?: string;
  accessKeyId?: string;
  secret?: string;
  securityToken?: string;
  nonce?: string;
  date?: string;
  asForm?: boolean;
  /** The host that the signature is for; any will do where no socket is involved. */
  host?: string;
  headers?: Record<string, string>;
}

let nonces = 0;
const HOST = "127.0.0.1:1";
const nowText = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** Builds a call and signs it with the official SDK's ACS3-HMAC-SHA256. */
export function acs3Request(parameters: Record<string, string>, options: CallOptions = {}): Request {
  const form = options.asForm === true ? new URLSearchParams(parameters).toString() : "";
  const query = options.asForm === true ? {} : parameters;
  const payload = OpenApiUtil.hash(Buffer.from(form), "ACS3-HMAC-SHA256").toString("hex");
  const headers: Record<string, string> = {
    host: options.host ?? HOST,
    "x-acs-action": options.action ?? "DescribeInvocations",
    "x-acs-version": options.version ?? "2014-05-26",
    "x-acs-date": options.date ?? nowText(),
    "x-acs-signature-nonce": options.nonce ?? `nonce-${nonces++}`,
    "x-acs-content-sha256": payload,
    ...(form === "" ? {} : { "content-type": "application/x-www-form-urlencoded" }),
    ...(options.securityToken === undefined ? {} : { "x-acs-security-token": options.securityToken }),
  };
  const toSign = { method: "POST", pathname: "/", query, headers } as unknown as Parameters<
    typeof OpenApiUtil.getAuthorization
  >[0];
  headers.authorization = OpenApiUtil.getAuthorization(
    toSign,
    "ACS3-HMAC-SHA256",
    payload,
    options.accessKeyId ?? ACCESS_KEY.id,
    options.secret ?? ACCESS_KEY.secret,
  );
  const url = new URL(`http://${HOST}/`);
  url.search = new URLSearchParams(query).toString();
  return new Request(url, {
    method: "POST",
    headers: { ...headers, ...options.headers },
    body: form === "" ? null : form,
  });
}

/** Builds a call and signs it with the official SDK's older RPC scheme. */
export function rpcRequest(parameters: Record<string, string>, options: CallOptions = {}): Request {
  const signed: Record<string, string> = {
    ...parameters,
    Action: options.action ?? "DescribeInvocations",
    Version: options.version ?? "2014-05-26",
    Format: "json",
    Timestamp: options.date ?? nowText(),
    SignatureNonce: options.nonce ?? `nonce-${nonces++}`,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    AccessKeyId: options.accessKeyId ?? ACCESS_KEY.id,
    ...(options.securityToken === undefined ? {} : { SecurityToken: options.securityToken }),
  };
  const method = options.asForm === true ? "POST" : "GET";
  signed.Signature = OpenApiUtil.getRPCSignature(signed, method, options.secret ?? ACCESS_KEY.secret);
  const text = new URLSearchParams(signed).toString();
  if (method === "GET") return new Request(`http://${HOST}/?${text}`);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return new Request(`http://${HOST}/`, { method, headers, body: text });
}

/** A decoded answer. */
export interface Answer {
  status: number;
  requestId: string | null;
  body: Record<string, unknown>;
}

/** Calls the simulator in the default region; parameters are the API's own. */
export async function call(
  simulator: Simulator,
  parameters: Record<string, string> = {},
  options: CallOptions = {},
): Promise<Answer> {
  return answerOf(await simulator.fetch(acs3Request({ RegionId: "cn-hangzhou", ...parameters }, options)));
}

/** Decodes a JSON answer. */
export async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    requestId: response.headers.get("x-acs-request-id"),
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** The fields of an InvokeInstance, or of an InvocationResult, that tests look at. */
export interface InstanceRecord extends Record<string, unknown> {
  InstanceId: string;
  InvocationStatus: string;
  Output: string;
  Dropped: number;
  Repeats: number;
  UpdateTime: string;
  ErrorCode: string;
}

/** The fields of an Invocation that tests look at. */
export interface InvocationRecord extends Record<string, unknown> {
  InvokeId: string;
  CommandId: string;
  CommandName: string;
  CommandContent: string;
  CommandType: string;
  CreationTime: string;
  RepeatMode: string;
  InvocationStatus: string;
  InvokeStatus: string;
  Timed: boolean;
  InvokeInstances: { InvokeInstance: InstanceRecord[] };
  Tags: { Tag: { TagKey: string; TagValue: string }[] };
}

/** The invocations of an answer. */
export function invocationsOf({ body }: Answer): InvocationRecord[] {
  return (body.Invocations as { Invocation: InvocationRecord[] }).Invocation;
}

/** The rows of a DescribeInvocationResults answer. */
export function resultsOf({ body }: Answer): InstanceRecord[] {
  const { InvocationResults } = body.Invocation as {
    InvocationResults: { InvocationResult: InstanceRecord[] };
  };
  return InvocationResults.InvocationResult;
}

/** Every invocation that a filter leaves, by tokens. */
export async function listAll(
  simulator: Simulator,
  parameters: Record<string, string> = {},
): Promise<InvocationRecord[]> {
  const all: InvocationRecord[] = [];
  let token = "";
  do {
    const page = await call(simulator, {
      ...parameters,
      MaxResults: "50",
      ...(token ? { NextToken: token } : {}),
    });
    all.push(...invocationsOf(page));
    const next = String(page.body.NextToken ?? "");
    if (next !== "" && next === token) throw new Error("the list has no end: its token came again");
    token = next;
  } while (token !== "");
  return all;
}
