import { InvocationClient, type InvocationClientOptions, type InvocationStore } from "invoscope";

/** What a session starts with. Without an endpoint it is offline: it shows what it is given. */
export interface SessionOptions {
  /** Where the proxy's routes are, such as `/api/v1`. */
  endpoint?: string | undefined;
  regionId?: string | undefined;
  /** `zh-CN` or `en`. */
  locale?: string | undefined;
  /** Names of instances, by id. */
  labels?: Readonly<Record<string, string>> | undefined;
  token?: InvocationClientOptions["token"];
  /** Further headers of every call to the proxy. */
  headers?: HeadersInit | undefined;
  fetch?: typeof fetch | undefined;
  /** Gives the page that capsules are made of; by default the file beside the elements. */
  capsuleTemplate?: (() => Promise<string>) | undefined;
  /**
   * Whether tabs of one origin, endpoint and region ask once for all. `true` unless the session has a token, headers or
   * a `fetch` of its own, which may stand for somebody who may read other runs.
   */
  sharesTabs?: boolean | undefined;
  /** Records to begin with, such as those of a page that reads answers by itself. */
  store?: InvocationStore | undefined;
}

/** What another way of asking follows from. */
const CLIENT_OPTIONS = ["endpoint", "regionId", "token", "headers", "fetch"] as const;

/** Whether both ask the same proxy in the same way. */
export function asksAlike(one: SessionOptions, other: SessionOptions): boolean {
  return CLIENT_OPTIONS.every((name) => one[name] === other[name]);
}

/** The way to ask; `undefined` offline. */
export function clientOf(options: SessionOptions): InvocationClient | undefined {
  const { endpoint, regionId, token, headers, fetch } = options;
  if (endpoint === undefined || endpoint === "") return undefined;
  return new InvocationClient({ endpoint, regionId: regionId ?? "", token, headers, fetch });
}
