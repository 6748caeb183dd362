import type { IncomingMessage } from "node:http";
import { Problem } from "./problem.ts";

/** Headers that mean something to the proxy and must not come twice, since two readers could pick different ones. */
const SINGLE = new Set(["host", "origin", "content-type", "content-length", "authorization", "x-invoscope"]);

/** The methods that the Fetch API can stand for; what a route makes of them is its own business. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Checks a request as it came over the wire, before anything normalises it.
 *
 * Later code sees a URL with `..` resolved and headers joined; a gateway in front may have read the raw form
 * differently. What can be read in two ways is refused here.
 * @throws Problem `BadPath`, `BadHeader` or `MethodNotAllowed`.
 */
export function checkWire(incoming: IncomingMessage): void {
  if (!METHODS.has(incoming.method ?? "")) throw new Problem("MethodNotAllowed", "the method is not known");
  checkTarget(incoming.url ?? "");
  const seen = new Set<string>();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = (incoming.rawHeaders[index] ?? "").toLowerCase();
    if (name.includes("_")) throw new Problem("BadHeader", "header names must not contain an underscore");
    if (SINGLE.has(name) && seen.has(name)) throw new Problem("BadHeader", "a header came twice");
    seen.add(name);
  }
}

/** Paths of this server are plain: no empty or dot segments, no escapes, no backslashes, no absolute URLs. */
function checkTarget(target: string): void {
  const path = target.split("?", 1)[0] ?? "";
  const plain = /^\/[A-Za-z0-9._~/@:+,=-]*$/.test(path);
  if (!plain || path.includes("//") || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) {
    throw new Problem("BadPath", "the path is not in its plain form");
  }
}
