import { CallError, type InvocationClient, type InvocationRequest, InvocationStore } from "invoscope";
import { type ListLoad, RepeatedTokenError } from "./run-load.ts";
import { throttled, waitingFor } from "./waiting.ts";

const EMPTY: ListLoad = { phase: "idle", isComplete: false, pages: 0, records: 0, failures: 0 };

/**
 * Reads the pages of one request into a store of its own, so that the store holds exactly the request's runs.
 *
 * A new request starts afresh; the same one goes on where it was cancelled or failed, or from its first page where
 * the service does not take the token any more. What was read stays: a record that comes again is merged.
 */
export class ListLoader {
  /** The runs of the request, as far as they were read. */
  store = new InvocationStore();
  #load = EMPTY;
  #request: InvocationRequest = {};
  #abort: AbortController | undefined;
  readonly #client: () => InvocationClient | undefined;
  readonly #changed: () => void;

  constructor(client: () => InvocationClient | undefined, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  get load(): ListLoad {
    return this.#load;
  }

  get request(): InvocationRequest {
    return this.#request;
  }

  /** Forgets what was read, and reads the request's first pages. */
  async start(request: InvocationRequest, maxPages = 1): Promise<void> {
    this.cancel();
    this.#replaceStore();
    this.#request = request;
    this.#load = EMPTY;
    await this.more(maxPages);
  }

  /** Reads the same request's first page again; what was read stays until that page is here. */
  async refresh(): Promise<void> {
    this.cancel();
    await this.#read(1, undefined, () => {
      this.#replaceStore();
      this.#load = { ...EMPTY, phase: "loading" };
    });
  }

  /** Reads further pages; `Infinity` reads to the end. Does nothing while reading, or at the end. */
  async more(maxPages = 1): Promise<void> {
    if (this.#load.phase === "loading" || this.#load.isComplete) return;
    await this.#read(maxPages, this.#load.nextToken, () => undefined);
  }

  /** `begun` is called when the first answer is here. */
  async #read(maxPages: number, token: string | undefined, begun: () => void): Promise<void> {
    const client = this.#client();
    if (client === undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ phase: "loading", isStale: false, error: undefined, waiting: undefined });
    const paging = token === undefined ? {} : { NextToken: token };
    let isBegun = false;
    try {
      let left = maxPages;
      const request = { MaxResults: 50, ...this.#request, ...paging };
      for await (const page of client.pages(request, {
        signal: abort.signal,
        onProgress: ({ waitingUntilMs }, error) => {
          if (abort.signal.aborted) return;
          const failures = this.#load.failures + (error === undefined ? 0 : 1);
          this.#set({ failures, error, waiting: waitingFor(error, waitingUntilMs) });
        },
      })) {
        if (!isBegun) begun();
        isBegun = true;
        const { store } = this;
        store.ingest(page.body, { encoding: "Base64", includeOutput: false });
        left -= 1;
        const isComplete = page.ending?.isComplete === true;
        this.#set({
          pages: this.#load.pages + 1,
          records: store.runCount,
          nextToken: page.nextToken,
          isComplete,
          waiting: undefined,
          loadedAtMs: Date.now(),
        });
        if (page.ending?.reason === "repeated-token") throw new RepeatedTokenError();
        if (left <= 0 || isComplete) break;
        // A task of its own for each page: typing and painting come between.
        await new Promise((resolve) => setTimeout(resolve));
        abort.signal.throwIfAborted();
      }
      this.#set({ phase: "ready" });
    } catch (error) {
      // Of a request that was replaced meanwhile, nothing is shown.
      if (this.#abort !== abort) return;
      if (abort.signal.aborted) this.#set({ phase: "cancelled", waiting: undefined });
      else this.#stopped(asError(error), !isBegun && token === undefined && this.#load.records > 0);
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  /** Stops reading; `more` goes on. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Takes a saved answer over. */
  ingest(body: Uint8Array): void {
    this.store.ingest(body, undefined);
    this.#set({ records: this.store.runCount, phase: "ready", loadedAtMs: Date.now() });
  }

  #replaceStore(): void {
    this.store.free();
    this.store = new InvocationStore();
  }

  #stopped(error: Error, isStale: boolean): void {
    const isExpired = error instanceof CallError && error.failureKind === "token-rejected";
    this.#set({
      phase: "error",
      isStale,
      error,
      waiting: throttled(error, Date.now()),
      ...(isExpired && { nextToken: undefined }),
    });
  }

  #set(part: Partial<ListLoad>): void {
    this.#load = { ...this.#load, ...part };
    this.#changed();
  }
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
