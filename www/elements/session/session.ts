import init, {
  type EventOutcome,
  InvocationClient,
  type InvocationClientOptions,
  type InvocationRequest,
  InvocationStore,
  parseTaskEvent,
  type WatchStatus,
} from "invoscope";
import { capsuleTemplate } from "../shared/saved/template.ts";
import { type Answer, answerBodies } from "./answers.ts";
import { beforePaint } from "./frame.ts";
import { Language } from "./language.ts";
import { asError, ListLoader } from "./list-loader.ts";
import { invokeIdsOf, type ListLoad, type RunLoad, RunNotFoundError } from "./run-load.ts";
import { SharedWatch } from "./shared-watch.ts";
import { sharedName } from "./tabs.ts";
import { throttled, waitingFor } from "./waiting.ts";
import { telling, watchable } from "./watchable.ts";

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

const NO_LABELS: Readonly<Record<string, string>> = {};

/** Calls of a run set that are under way at once. */
const CONCURRENT_CALLS = 3;

/** The newest run or run set among a session's records, and "" where there is none. */
export function newestRun(session: Session): string {
  return session.store.list({ limit: 1 }).rows[0]?.id ?? "";
}

/**
 * Loads the WebAssembly module and the texts of the language, then starts a session. Rejects where the browser has no
 * WebAssembly.
 */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
  await init(undefined, { locale: options.locale });
  return new Session(options);
}

/**
 * What the parts of a viewer share: the records, the way to ask for more, language and names.
 *
 * It fires a plain `change` event, at most one a frame, whenever a view may have something else to show.
 */
export class Session extends EventTarget {
  /** The runs that were opened or given. The list's runs are in `list.store`. */
  readonly store: InvocationStore;
  /** Grows with every change of records; a key for what is derived from them. */
  revision = 0;

  readonly #language: Language;
  readonly #list: ListLoader;
  readonly #loads = new Map<string, RunLoad>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #watches = new Map<string, SharedWatch>();
  #options: SessionOptions;
  #client: InvocationClient | undefined;
  #isChangeDue = false;

  constructor(options: SessionOptions = {}) {
    super();
    this.store = options.store ?? new InvocationStore();
    this.#options = options;
    this.#language = new Language(options.locale, () => this.#changed());
    this.#client = this.#newClient();
    this.#list = new ListLoader(
      () => this.#client,
      () => this.#changed(),
    );
  }

  get client(): InvocationClient | undefined {
    return this.#client;
  }

  get isOffline(): boolean {
    return this.#client === undefined;
  }

  get regionId(): string {
    return this.#options.regionId ?? "";
  }

  get locale(): string {
    return this.#language.locale;
  }

  set locale(locale: string) {
    this.configure({ locale });
  }

  get labels(): Readonly<Record<string, string>> {
    return this.#options.labels ?? NO_LABELS;
  }

  set labels(labels: Readonly<Record<string, string>>) {
    this.configure({ labels });
  }

  /** The page that a capsule is made of. */
  capsuleTemplate(): Promise<string> {
    return (this.#options.capsuleTemplate ?? capsuleTemplate)();
  }

  /** The list: its store, its loading and its request. */
  get list(): ListLoader {
    return this.#list;
  }

  get listLoad(): ListLoad {
    return this.#list.load;
  }

  /**
   * Changes options; another endpoint or region forgets nothing, but asks there from then on. Another language shows
   * once its texts are loaded.
   */
  configure(options: SessionOptions): void {
    const before = this.#options;
    this.#options = { ...before, ...options };
    if (CLIENT_OPTIONS.some((name) => before[name] !== this.#options[name])) this.#client = this.#newClient();
    if ("locale" in options) this.#language.want(options.locale);
    this.#changed();
  }

  /** The host's name for an instance, or `undefined`. */
  label(instanceId: string): string | undefined {
    return Object.hasOwn(this.labels, instanceId) ? this.labels[instanceId] : undefined;
  }

  /** How far a run is loaded; `undefined` where nobody asked for it. */
  runLoad(id: string): RunLoad | undefined {
    return this.#loads.get(id);
  }

  /** Whether the records of a run, or of every run of a set, are here. */
  has(id: string): boolean {
    const ids = invokeIdsOf(id);
    return ids.length > 0 && ids.every((invokeId) => this.store.contains(invokeId));
  }

  /** Reads a run or run set: the statuses first, then the outputs. Resolves when all is read or has failed. */
  async openRun(id: string, options: { force?: boolean } = {}): Promise<void> {
    const now = this.#loads.get(id);
    const isUnderWay = now?.phase === "loading" || now?.phase === "partial";
    if (!options.force && now !== undefined && (isUnderWay || now.phase === "ready")) return;
    this.#aborts.get(id)?.abort();
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    await this.#readRun(id, abort.signal);
  }

  /** Stops reading a run. */
  closeRun(id: string): void {
    this.#aborts.get(id)?.abort();
    this.#aborts.delete(id);
    const load = this.#loads.get(id);
    if (load?.phase !== "loading" && load?.phase !== "partial") return;
    this.#loads.delete(id);
    this.#changed();
  }

  /** Reads the executions of a periodic run into the store; `store.history` has them. */
  async openHistory(id: string): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    for (const invokeId of invokeIdsOf(id)) {
      const request = { InvokeId: invokeId, IncludeHistory: true, MaxResults: 50 };
      for await (const page of client.pages(request, { action: "DescribeInvocationResults", maxPages: 20 })) {
        this.#ingest(page.body, true);
      }
    }
  }

  /** Reads the list of a request from its first page. */
  loadList(request: InvocationRequest, maxPages = 1): Promise<void> {
    return this.#list.start(request, maxPages);
  }

  /** Reads the list again from its first page; what is shown stays until that page is here. */
  refreshList(): Promise<void> {
    return this.#list.refresh();
  }

  /** Reads further pages of the list. */
  loadMore(maxPages = 1): Promise<void> {
    return this.#list.more(maxPages);
  }

  /** Stops reading the list; `loadMore` goes on. */
  cancelList(): void {
    this.#list.cancel();
  }

  /**
   * Takes a saved answer over, for the list and for the run views, and gives the ids of its runs.
   *
   * Throws an `InvoscopeError` where the bytes are no answer; then nothing has changed.
   */
  ingestFile(body: Uint8Array): readonly string[] {
    const { invokeIds } = this.store.ingest(body, undefined);
    this.#list.ingest(body);
    for (const id of invokeIds) this.#loads.set(id, offlineLoad(id));
    this.touch();
    return invokeIds;
  }

  /** The run sets that a run of the store or the list belongs to. */
  setOf(id: string): readonly string[] | undefined {
    const sets = [...this.store.proposeRunSets(), ...this.#list.store.proposeRunSets()];
    return sets.find((set) => set.includes(id));
  }

  /** Looks for the other runs of the set that a run may belong to: one call. */
  async findSet(id: string): Promise<readonly string[] | undefined> {
    const known = this.setOf(id);
    const client = this.#client;
    if (known !== undefined || client === undefined || !this.store.contains(id)) return known;
    const { commandName } = this.store.run(id);
    if (commandName === undefined || commandName === "") return undefined;
    const page = await client.page({ CommandName: commandName, MaxResults: 50 });
    this.#ingest(page.body, false);
    return this.setOf(id);
  }

  /** Keeps a run fresh until it is finished; gives the watch under way, if there is one. */
  watch(id: string): SharedWatch | undefined {
    const running = this.#watches.get(id);
    const client = this.#client;
    if (running !== undefined || client === undefined) return running;
    const store = watchable(this.store, (isChanged) => this.#watched(id, isChanged));
    const watch = new SharedWatch({
      name: sharedName(this.#options, id),
      begin: (signal, answered, moved) =>
        client.watch(telling(store, answered), invokeIdsOf(id), { onStatus: moved, signal }),
      take: ({ body, includeOutput }) => store.ingest(body, { includeOutput }),
      changed: () => this.#changed(),
      failed: (error) => {
        if (this.#watches.get(id) !== watch) return;
        // What mends the error by hand watches anew.
        this.unwatch(id);
        this.#setLoad(id, { phase: "stale", error: asError(error) });
      },
    });
    this.#watches.set(id, watch);
    return watch;
  }

  /** Asks for a run no more. */
  unwatch(id: string): void {
    this.#watches.get(id)?.end();
    this.#watches.delete(id);
  }

  /** The watch under way, or the one that ended when the run was finished. */
  watcher(id: string): SharedWatch | undefined {
    return this.#watches.get(id);
  }

  /**
   * Takes over a task event (`ecs:CloudAssistant:TaskCompleted`), as EventBridge delivers it: the watch of its run asks
   * for just what it names, at once but within the budget. Gives what became of it: `not-watched` where no run that
   * this tab asks for has the instance.
   *
   * Throws an `InvoscopeError` where it is no task event.
   */
  feed(event: Answer): EventOutcome["outcome"] {
    const [body = new Uint8Array()] = answerBodies([event]);
    // Even where nobody takes it.
    parseTaskEvent(body);
    const outcomes = [...this.#watches.values()].map((watch) => watch.event(body).outcome);
    return outcomes.find((outcome) => outcome !== "not-watched") ?? "not-watched";
  }

  /** What to show of a run's watch. */
  watchStatus(id: string): WatchStatus | undefined {
    return this.watcher(id)?.status();
  }

  /** Tells views of a change that was made to the store from outside. */
  touch(): void {
    this.revision += 1;
    this.#changed();
  }

  #newClient(): InvocationClient | undefined {
    const { endpoint, regionId, token, headers, fetch } = this.#options;
    if (endpoint === undefined || endpoint === "") return undefined;
    return new InvocationClient({ endpoint, regionId: regionId ?? "", token, headers, fetch });
  }

  async #readRun(id: string, signal: AbortSignal): Promise<void> {
    const client = this.#client;
    const ids = invokeIdsOf(id);
    this.#takeFromList(ids);
    if (client === undefined) {
      this.#loads.set(id, this.has(id) ? offlineLoad(id) : failedLoad(id, this.#notFound(ids)));
      this.#changed();
      return;
    }
    const hadAll = this.has(id);
    const needed = ids.length * (hadAll ? 1 : 2);
    const { loadedAtMs, hasOutputs } = this.#loads.get(id) ?? {};
    const phase = hadAll ? "partial" : "loading";
    this.#loads.set(id, { id, phase, done: 0, needed, loadedAtMs, hasOutputs });
    this.#changed();
    try {
      if (!hadAll) {
        await this.#readAll(client, id, ids, false, signal);
        if (!this.has(id)) throw this.#notFound(ids);
        this.#setLoad(id, { phase: "partial" });
      }
      await this.#readAll(client, id, ids, true, signal);
      this.#setLoad(id, {
        phase: "ready",
        error: undefined,
        waiting: undefined,
        hasOutputs: true,
      });
    } catch (error) {
      if (signal.aborted) return;
      const phase = this.has(id) ? "stale" : "error";
      this.#setLoad(id, { phase, error: asError(error), waiting: throttled(error, Date.now()) });
    }
  }

  #notFound(ids: readonly string[]): RunNotFoundError {
    const missing = ids.filter((invokeId) => !this.store.contains(invokeId));
    return new RunNotFoundError(missing, ids.length);
  }

  /** Asks for each run, a few at a time. */
  async #readAll(
    client: InvocationClient,
    id: string,
    ids: readonly string[],
    includeOutput: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const queue = [...ids];
    const read = async (): Promise<void> => {
      for (let invokeId = queue.shift(); invokeId !== undefined; invokeId = queue.shift()) {
        const request = {
          InvokeId: invokeId,
          ContentEncoding: "Base64",
          ...(includeOutput && { IncludeOutput: true }),
        };
        const pages = client.pages(request, {
          signal,
          onProgress: ({ waitingUntilMs }, error) =>
            this.#setLoad(id, { waiting: waitingFor(error, waitingUntilMs) }),
        });
        for await (const page of pages) this.#ingest(page.body, includeOutput);
        this.#setLoad(id, { done: (this.#loads.get(id)?.done ?? 0) + 1, loadedAtMs: Date.now() });
      }
    };
    await Promise.all(Array.from({ length: Math.min(CONCURRENT_CALLS, ids.length) }, read));
  }

  /** The list has the statuses already: a run that was clicked shows at once. */
  #takeFromList(ids: readonly string[]): void {
    const { store } = this.#list;
    for (const id of ids) {
      if (!this.store.contains(id) && store.contains(id)) {
        this.store.ingest(store.raw(id), { encoding: "Base64", includeOutput: false });
        this.revision += 1;
      }
    }
  }

  #ingest(body: Uint8Array, includeOutput: boolean): void {
    this.store.ingest(body, { encoding: "Base64", includeOutput });
    this.touch();
  }

  #watched(id: string, isChanged: boolean): void {
    if (isChanged) this.revision += 1;
    this.#setLoad(id, { phase: "ready", error: undefined, loadedAtMs: Date.now() });
  }

  #setLoad(id: string, part: Partial<RunLoad>): void {
    const load = this.#loads.get(id);
    if (load !== undefined) this.#loads.set(id, { ...load, ...part });
    this.#changed();
  }

  #changed(): void {
    if (this.#isChangeDue) return;
    this.#isChangeDue = true;
    beforePaint(() => {
      this.#isChangeDue = false;
      this.dispatchEvent(new Event("change"));
    });
  }
}

function offlineLoad(id: string): RunLoad {
  return { id, phase: "ready", done: 0, needed: 0, loadedAtMs: Date.now() };
}

function failedLoad(id: string, error: Error): RunLoad {
  return { id, phase: "error", done: 0, needed: 0, error };
}
