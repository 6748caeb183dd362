import type { SessionOptions } from "./options.ts";

/** What tabs that may share the answers about a run have in common; `undefined` where a session keeps to itself. */
export function sharedName(options: SessionOptions, runId: string): string | undefined {
  const { endpoint = "", regionId = "", token, headers, fetch } = options;
  const isOwn = token !== undefined || headers !== undefined || fetch !== undefined;
  if (!(options.sharesTabs ?? !isOwn)) return undefined;
  return `invoscope ${new URL(endpoint, location.href).href} ${regionId} ${runId}`;
}
