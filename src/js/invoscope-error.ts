import type { ApiErrorCode } from "./wasm/invoscope.js";

/** Why the library refused. Codes are stable; new ones may be added. */
export type InvoscopeErrorCode =
  | "json-syntax"
  | "json-depth"
  | "invalid-utf8"
  | "too-large"
  | "empty-answer"
  | "html-answer"
  | "not-an-answer"
  | "api-error"
  | "invalid-type"
  | "invalid-value"
  | "invalid-base64"
  | "invalid-schedule"
  | "invalid-pattern"
  | "not-found"
  | "invalid-state"
  | "not-ready"
  | "invalid-handle"
  | (string & {});

/**
 * What the library throws: an `Error` with a code to go by, and where known the place in the input.
 *
 * It is made inside the WebAssembly module, so `instanceof` tells nothing: ask {@link isInvoscopeError}.
 */
export interface InvoscopeError extends Error {
  readonly name: "InvoscopeError";
  readonly code: InvoscopeErrorCode;
  /** Zero-based offset in the input: bytes of UTF-8. */
  readonly offset?: number;
  /** Of a value in an object, such as `Invocations.Invocation[0].InvokeId`. */
  readonly path?: string;
  /** With code `api-error`: the service's own error. */
  readonly api?: {
    readonly code: ApiErrorCode;
    readonly message: string;
    readonly requestId?: string;
    readonly hostId?: string;
    readonly recommend?: string;
    /** JSON text. */
    readonly accessDeniedDetail?: string;
  };
}

/** Whether something thrown is the library's, and thus has a `code`. */
export function isInvoscopeError(error: unknown): error is InvoscopeError {
  return error instanceof Error && error.name === "InvoscopeError" && "code" in error;
}

/** An error of the JavaScript side, shaped as the module's own are. */
export function invoscopeError(code: InvoscopeErrorCode, message: string): InvoscopeError {
  const error = new Error(message);
  error.name = "InvoscopeError";
  return Object.assign(error, { code }) as unknown as InvoscopeError;
}
