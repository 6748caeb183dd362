import init, {
  type EventOutcome,
  type InvocationClient,
  type InvocationRequest,
  InvocationStore,
  type WatchStatus,
} from "invoscope";
import { capsuleTemplate } from "../shared/saved/template.ts";
import type { Answer } from "./answers.ts";
import { beforePaint } from "./frame.ts";
import { Language } from "./language.ts";
import { ListLoader } from "./list-loader.ts";
import { asksAlike, clientOf, type SessionOptions } from "./options.ts";
import { invokeIdsOf, type ListLoad, type RunLoad } from "./run-load.ts";
import { RunLoader } from "./run-loader.ts";
import { RunWatches } from "./run-watches.ts";
import type { SharedWatch } from "./shared-watch.ts";
import { sharedName } from "./tabs.ts";

export type { SessionOptions } from "./options.ts";

const NO_LABELS: Readonly<Record<string, string>> = {};

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
  /** The list: its store, its loading and its request. */
  readonly list: ListLoader;

  readonly #language: Language;
  readonly #runs: RunLoader;
  readonly #watches: RunWatches;
  #options: SessionOptions;
  #client: InvocationClient | undefined;
  #isChangeDue = false;

  constructor(options: SessionOptions = {}) {
    super();
    const changed = (): void => this.#changed();
    this.store = options.store ?? new InvocationStore();
    this.#options = options;
    this.#language = new Language(options.locale, changed);
    this.#client = clientOf(options);
    this.list = new ListLoader(() => this.#client, changed);
    this.#runs = new RunLoader(this, changed);
    this.#watches = new RunWatches(this, this.#runs, changed);
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

  get listLoad(): ListLoad {
    return this.list.load;
  }

  /**
   * Changes options; another endpoint or region forgets nothing, but asks there from then on. Another language shows
   * once its texts are loaded.
   */
  configure(options: SessionOptions): void {
    const before = this.#options;
    this.#options = { ...before, ...options };
    if (!asksAlike(before, this.#options)) this.#client = clientOf(this.#options);
    if ("locale" in options) this.#language.want(options.locale);
    this.#changed();
  }

  /** The host's name for an instance, or `undefined`. */
  label(instanceId: string): string | undefined {
    return Object.hasOwn(this.labels, instanceId) ? this.labels[instanceId] : undefined;
  }

  /** How far a run is loaded; `undefined` where nobody asked for it. */
  runLoad(id: string): RunLoad | undefined {
    return this.#runs.get(id);
  }

  /** Whether the records of a run, or of every run of a set, are here. */
  has(id: string): boolean {
    const ids = invokeIdsOf(id);
    return ids.length > 0 && ids.every((invokeId) => this.store.contains(invokeId));
  }

  /** Reads a run or run set: the statuses first, then the outputs. Resolves when all is read or has failed. */
  openRun(id: string, options: { force?: boolean } = {}): Promise<void> {
    return this.#runs.open(id, options.force === true);
  }

  /** Stops reading a run. */
  closeRun(id: string): void {
    this.#runs.close(id);
  }

  /** Reads the executions of a periodic run into the store; `store.history` has them. */
  async openHistory(id: string): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    for (const invokeId of invokeIdsOf(id)) {
      const request = { InvokeId: invokeId, IncludeHistory: true, MaxResults: 50 };
      for await (const page of client.pages(request, { action: "DescribeInvocationResults", maxPages: 20 })) {
        this.take(page.body, true);
      }
    }
  }

  /** Reads the list of a request from its first page. */
  loadList(request: InvocationRequest, maxPages = 1): Promise<void> {
    return this.list.start(request, maxPages);
  }

  /** Reads the list again from its first page; what is shown stays until that page is here. */
  refreshList(): Promise<void> {
    return this.list.refresh();
  }

  /** Reads further pages of the list. */
  loadMore(maxPages = 1): Promise<void> {
    return this.list.more(maxPages);
  }

  /** Stops reading the list; `loadMore` goes on. */
  cancelList(): void {
    this.list.cancel();
  }

  /**
   * Takes a saved answer over, for the list and for the run views, and gives the ids of its runs.
   *
   * Throws an `InvoscopeError` where the bytes are no answer; then nothing has changed.
   */
  ingestFile(body: Uint8Array): readonly string[] {
    const { invokeIds } = this.store.ingest(body, undefined);
    this.list.ingest(body);
    this.#runs.settle(invokeIds);
    this.touch();
    return invokeIds;
  }

  /** The run sets that a run of the store or the list belongs to. */
  setOf(id: string): readonly string[] | undefined {
    const sets = [...this.store.proposeRunSets(), ...this.list.store.proposeRunSets()];
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
    this.take(page.body, false);
    return this.setOf(id);
  }

  /** Keeps a run fresh until it is finished; gives the watch under way, if there is one. */
  watch(id: string): SharedWatch | undefined {
    return this.#watches.start(id, () => sharedName(this.#options, id));
  }

  /** Asks for a run no more. */
  unwatch(id: string): void {
    this.#watches.end(id);
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
    return this.#watches.feed(event);
  }

  /** What to show of a run's watch. */
  watchStatus(id: string): WatchStatus | undefined {
    return this.watcher(id)?.status();
  }

  /** Takes an answer of the service over, with outputs if it was asked for them. */
  take(body: Uint8Array, includeOutput: boolean): void {
    this.store.ingest(body, { encoding: "Base64", includeOutput });
    this.touch();
  }

  /** Tells views of a change that was made to the store from outside. */
  touch(): void {
    this.revision += 1;
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
