import { createHash } from "node:crypto";

/** An RPC call as received: where it was sent, and its parameters from query and form body. */
export interface RpcRequest {
  method: string;
  path: string;
  host: string;
  headers: Headers;
  /** The query's pairs, decoded, in the order received: the signature covers exactly these. */
  query: readonly (readonly [string, string])[];
  form: readonly (readonly [string, string])[];
  /** Hex SHA-256 of the body's bytes. */
  bodySha256: string;
  /** Query and form together; where a name comes twice, the first one counts. */
  parameters: ReadonlyMap<string, string>;
}

/** Reads an RPC call. Only a form body carries parameters; any other body is hashed and otherwise ignored. */
export async function readRpcRequest(request: Request): Promise<RpcRequest> {
  const url = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  const isForm = (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  const query = [...url.searchParams];
  const form = isForm ? [...new URLSearchParams(new TextDecoder().decode(body))] : [];
  const parameters = new Map<string, string>();
  for (const [name, value] of [...query, ...form]) {
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return {
    method: request.method,
    path: url.pathname,
    host: request.headers.get("host") ?? url.host,
    headers: request.headers,
    query,
    form,
    bodySha256: createHash("sha256").update(body).digest("hex"),
    parameters,
  };
}
