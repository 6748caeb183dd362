import type { InvoscopeError as ModuleError } from "./wasm/invoscope.js";

/**
 * Why the library refused: the module's own codes, `not-ready` of a call before `init()`, `texts-not-loaded` of one
 * that answers in a language that `loadTexts` did not load, and `invalid-handle` of one on a store that was freed. Codes are stable; new ones may be added.
 */
export type InvoscopeErrorCode =
  | ModuleError["code"]
  | "not-ready"
  | "texts-not-loaded"
  | "invalid-handle"
  | (string & {});

/**
 * What the library throws: an `Error` with a code to go by, and where known the place in the input.
 *
 * It is made inside the WebAssembly module, so `instanceof` tells nothing: ask {@link isInvoscopeError}.
 */
export interface InvoscopeError extends Omit<ModuleError, "code"> {
  readonly code: InvoscopeErrorCode;
}

/** Whether something thrown is the library's, and thus has a `code`. */
export function isInvoscopeError(error: unknown): error is InvoscopeError {
  return error instanceof Error && error.name === "InvoscopeError" && "code" in error;
}

/** An error of the JavaScript side, shaped as the module's own are. */
export function invoscopeError(code: InvoscopeErrorCode, message: string): InvoscopeError {
  return Object.assign(new Error(message), { name: "InvoscopeError" as const, code });
}
