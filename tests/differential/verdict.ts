/**
 * Whether bytes are JSON: the module's verdict and the engine's.
 *
 * @module
 */
import { isInvoscopeError, parse } from "invoscope";

const NO_JSON: readonly string[] = ["json-syntax", "invalid-utf8", "empty-answer", "html-answer"];

/** Whether the module takes a body for JSON, whatever it makes of it. A trap is passed on. */
export function isRead(body: Uint8Array): boolean {
  try {
    parse(body);
    return true;
  } catch (error) {
    if (!isInvoscopeError(error)) throw error;
    return !NO_JSON.includes(error.code);
  }
}

/** Takes one byte order mark off, as the module does. */
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Whether `JSON.parse` reads the bytes as text. */
export function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decoder.decode(bytes));
    return true;
  } catch {
    return false;
  }
}
