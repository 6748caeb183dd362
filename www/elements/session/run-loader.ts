import type { InvocationClient } from "invoscope";
import { asError } from "./list-loader.ts";
import { invokeIdsOf, type RunLoad, RunNotFoundError } from "./run-load.ts";
import type { Session } from "./session.ts";
import { throttled, waitingFor } from "./waiting.ts";

/** Calls of a run set that are under way at once. */
const CONCURRENT_CALLS = 3;

/** Reads runs and run sets into a session's store, and knows how far each is read. */
export class RunLoader {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #loads = new Map<string, RunLoad>();
  readonly #aborts = new Map<string, AbortController>();

  /** `changed` is called when one is further. */
  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  get(id: string): RunLoad | undefined {
    return this.#loads.get(id);
  }

  /** Changes what is known of a run that was asked for. */
  set(id: string, part: Partial<RunLoad>): void {
    const load = this.#loads.get(id);
    if (load !== undefined) this.#loads.set(id, { ...load, ...part });
    this.#changed();
  }

  /** Of these runs there is no more to read. */
  settle(ids: readonly string[]): void {
    for (const id of ids) this.#loads.set(id, settled(id));
  }

  /** Reads a run or run set: the statuses first, then the outputs. Resolves when all is read or has failed. */
  async open(id: string, force: boolean): Promise<void> {
    const now = this.#loads.get(id);
    const isUnderWay = now?.phase === "loading" || now?.phase === "partial";
    if (!force && now !== undefined && (isUnderWay || now.phase === "ready")) return;
    this.#aborts.get(id)?.abort();
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    this.#takeFromList(id);
    const { client } = this.#session;
    if (client === undefined) {
      this.#loads.set(id, this.#session.has(id) ? settled(id) : failed(id, this.#notFound(id)));
      this.#changed();
    } else await this.#read(client, id, abort.signal);
  }

  /** Stops reading a run. */
  close(id: string): void {
    this.#aborts.get(id)?.abort();
    this.#aborts.delete(id);
    const load = this.#loads.get(id);
    if (load?.phase !== "loading" && load?.phase !== "partial") return;
    this.#loads.delete(id);
    this.#changed();
  }

  async #read(client: InvocationClient, id: string, signal: AbortSignal): Promise<void> {
    const session = this.#session;
    const hadAll = session.has(id);
    const needed = invokeIdsOf(id).length * (hadAll ? 1 : 2);
    const { loadedAtMs, hasOutputs } = this.#loads.get(id) ?? {};
    this.#loads.set(id, {
      id,
      phase: hadAll ? "partial" : "loading",
      done: 0,
      needed,
      loadedAtMs,
      hasOutputs,
    });
    this.#changed();
    try {
      if (!hadAll) {
        await this.#readAll(client, id, false, signal);
        if (!session.has(id)) throw this.#notFound(id);
        this.set(id, { phase: "partial" });
      }
      await this.#readAll(client, id, true, signal);
      this.set(id, { phase: "ready", error: undefined, waiting: undefined, hasOutputs: true });
    } catch (error) {
      if (signal.aborted) return;
      const phase = session.has(id) ? "stale" : "error";
      this.set(id, { phase, error: asError(error), waiting: throttled(error, Date.now()) });
    }
  }

  /** Asks for each run of a set, a few at a time. */
  async #readAll(
    client: InvocationClient,
    id: string,
    includeOutput: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const queue = invokeIdsOf(id);
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
            this.set(id, { waiting: waitingFor(error, waitingUntilMs) }),
        });
        for await (const page of pages) this.#session.take(page.body, includeOutput);
        this.set(id, { done: (this.#loads.get(id)?.done ?? 0) + 1, loadedAtMs: Date.now() });
      }
    };
    await Promise.all(Array.from({ length: Math.min(CONCURRENT_CALLS, queue.length) }, read));
  }

  #notFound(id: string): RunNotFoundError {
    const ids = invokeIdsOf(id);
    const missing = ids.filter((invokeId) => !this.#session.store.contains(invokeId));
    return new RunNotFoundError(missing, ids.length);
  }

  /** The list has the statuses already: a run that was clicked shows at once. */
  #takeFromList(id: string): void {
    const session = this.#session;
    const list = session.list.store;
    for (const invokeId of invokeIdsOf(id)) {
      if (session.store.contains(invokeId) || !list.contains(invokeId)) continue;
      session.store.ingest(list.raw(invokeId), { encoding: "Base64", includeOutput: false });
      session.revision += 1;
    }
  }
}

function settled(id: string): RunLoad {
  return { id, phase: "ready", done: 0, needed: 0, loadedAtMs: Date.now() };
}

function failed(id: string, error: Error): RunLoad {
  return { id, phase: "error", done: 0, needed: 0, error };
}
