import {
  type AcceptedPage,
  type Action,
  type InvocationRequest,
  Pagination,
  type PaginationEnding,
  type PaginationProgress,
} from "./api.ts";
import { CallError } from "./errors.ts";
import { sleep } from "./sleep.ts";
import { type PageResult, post } from "./transport.ts";
import { type WatchableStore, Watcher, type WatcherOptions } from "./watcher.ts";

export { ApiError, CallError, GatewayError, NetworkError } from "./errors.ts";
export type { PageResult } from "./transport.ts";
export type { RunChange, WatchableStore, Watcher, WatcherOptions } from "./watcher.ts";

/** Where and how to ask. */
export interface InvocationClientOptions {
  /** Where the proxy's routes are, such as `/api/v1`. */
  endpoint: string;
  /** `RegionId` of every request that has none of its own. */
  regionId: string;
  /** Bearer token, where the proxy wants one. A function is asked before each call. */
  token?: string | (() => string | undefined) | undefined;
  /** Further headers of every call. */
  headers?: HeadersInit | undefined;
  /** Defaults to the platform's `fetch`. */
  fetch?: typeof fetch | undefined;
  /** The wall clock in milliseconds; defaults to `Date.now`. */
  now?: (() => number) | undefined;
  /** Random numbers from 0 to 1 for the back-off; defaults to `Math.random`. */
  random?: (() => number) | undefined;
}

/** Choices of one call. */
export interface PageOptions {
  signal?: AbortSignal | undefined;
  /** Defaults to `DescribeInvocations`. */
  action?: Action | undefined;
}

/** Choices of reading many pages. */
export interface PagesOptions extends PageOptions {
  /** Pages before the ending `page-limit`. */
  maxPages?: number | undefined;
  /** Tries of the same page. */
  maxAttempts?: number | undefined;
  /** Told after every answer, and before every wait; `error` is of the call that brought no page. */
  onProgress?: ((progress: PaginationProgress, error: CallError | undefined) => void) | undefined;
}

/** One of many pages. */
export interface PageOfMany extends PageResult {
  /** Positions, in `keys`, of the records that no earlier page had. */
  new: AcceptedPage["new"];
  /** Why this is the last page, if it is. */
  ending: PaginationEnding | undefined;
}

const PATHS: Readonly<Record<Action, string>> = {
  DescribeInvocations: "describe-invocations",
  DescribeInvocationResults: "describe-invocation-results",
};

/**
 * Asks the signing proxy. It keeps nothing but its options; the wasm module must be ready.
 *
 * Errors are {@link ApiError}, {@link GatewayError} and {@link NetworkError}; an aborted call rejects with the
 * signal's reason.
 */
export class InvocationClient {
  readonly #options: InvocationClientOptions;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(options: InvocationClientOptions) {
    this.#options = options;
    this.#endpoint = options.endpoint.replace(/\/+$/, "");
    // The platform's fetch must be called on its own object.
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#now = options.now ?? Date.now;
    this.#random = options.random ?? Math.random;
  }

  /** Asks once, for one page. The request has the API's own names; the proxy checks it. */
  async page(request: InvocationRequest, options: PageOptions = {}): Promise<PageResult> {
    return post({
      fetch: this.#fetch,
      url: `${this.#endpoint}/${PATHS[options.action ?? "DescribeInvocations"]}`,
      headers: this.#headers(),
      body: { RegionId: this.#options.regionId, ...request },
      now: this.#now,
      signal: options.signal,
    });
  }

  /**
   * Asks for page after page until the last, waiting and trying again where that may help. Nothing is asked
   * before a page is wanted, and nothing more once the loop is left.
   *
   * Throws the last call's error where it cannot go on; `NextToken` of the last page then continues it.
   */
  async *pages(
    request: InvocationRequest,
    options: PagesOptions = {},
  ): AsyncGenerator<PageOfMany, void, void> {
    const { signal, onProgress } = options;
    const { NextToken: firstToken, ...filter } = request;
    const machine = new Pagination({
      maxResults: request.MaxResults ?? null,
      nextToken: firstToken ?? null,
      maxPages: options.maxPages ?? null,
      maxAttempts: options.maxAttempts ?? null,
    });
    let lastError: CallError | undefined;
    try {
      for (;;) {
        signal?.throwIfAborted();
        const step = machine.nextRequest(this.#now());
        if (step.type === "wait") {
          await sleep(step.waitMs, signal);
          continue;
        }
        if (step.type === "done") {
          if (lastError !== undefined && !step.ending.isComplete) throw lastError;
          return;
        }
        const token = step.nextToken === undefined ? {} : { NextToken: step.nextToken };
        let page: PageResult;
        try {
          page = await this.page({ ...filter, MaxResults: step.maxResults, ...token }, options);
        } catch (error) {
          if (!(error instanceof CallError)) throw error;
          lastError = error;
          machine.fail(error.failure, this.#now(), this.#random());
          onProgress?.(machine.progress(), error);
          continue;
        }
        lastError = undefined;
        const accepted = machine.accept({ nextToken: page.nextToken ?? null, keys: page.keys });
        onProgress?.(machine.progress(), undefined);
        yield { ...page, new: accepted.new, ending: accepted.ending };
      }
    } finally {
      machine.free();
    }
  }

  /**
   * Keeps a store fresh until every run is finished: politely, see {@link Watcher}. Starts at once; `signal`
   * ends it.
   */
  watch(store: WatchableStore, ids: Iterable<string>, options: WatcherOptions = {}): Watcher {
    return new Watcher(
      {
        page: (request, signal) => this.page(request, { signal }),
        now: this.#now,
        random: this.#random,
      },
      store,
      ids,
      options,
    );
  }

  #headers(): Headers {
    const headers = new Headers(this.#options.headers);
    headers.set("content-type", "application/json");
    headers.set("x-invoscope", "1");
    const { token } = this.#options;
    const bearer = typeof token === "function" ? token() : token;
    if (bearer !== undefined) headers.set("authorization", `Bearer ${bearer}`);
    return headers;
  }
}
