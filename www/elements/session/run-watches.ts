import { type EventOutcome, parseTaskEvent } from "invoscope";
import { type Answer, answerBodies } from "./answers.ts";
import { asError } from "./list-loader.ts";
import { invokeIdsOf } from "./run-load.ts";
import type { RunLoader } from "./run-loader.ts";
import type { Session } from "./session.ts";
import { SharedWatch } from "./shared-watch.ts";
import { telling, watchable } from "./watchable.ts";

/** Keeps a session's runs fresh. */
export class RunWatches {
  readonly #session: Session;
  readonly #loads: RunLoader;
  readonly #changed: () => void;
  readonly #watches = new Map<string, SharedWatch>();

  /** `changed` is called when one has something else to show. */
  constructor(session: Session, loads: RunLoader, changed: () => void) {
    this.#session = session;
    this.#loads = loads;
    this.#changed = changed;
  }

  get(id: string): SharedWatch | undefined {
    return this.#watches.get(id);
  }

  /** Watches a run until it is finished, with the tabs of the same name; gives the watch under way, if there is one. */
  start(id: string, sharedName: () => string | undefined): SharedWatch | undefined {
    const session = this.#session;
    const running = this.#watches.get(id);
    const { client } = session;
    if (running !== undefined || client === undefined) return running;
    const store = watchable(session.store, (isChanged) => {
      if (isChanged) session.revision += 1;
      this.#loads.set(id, { phase: "ready", error: undefined, loadedAtMs: Date.now() });
    });
    const watch = new SharedWatch({
      name: sharedName(),
      begin: (signal, answered, moved) =>
        client.watch(telling(store, answered), invokeIdsOf(id), { onStatus: moved, signal }),
      take: ({ body, includeOutput }) => store.ingest(body, { includeOutput }),
      changed: this.#changed,
      failed: (error) => {
        if (this.#watches.get(id) !== watch) return;
        // What mends the error by hand watches anew.
        this.end(id);
        this.#loads.set(id, { phase: "stale", error: asError(error) });
      },
    });
    this.#watches.set(id, watch);
    return watch;
  }

  end(id: string): void {
    this.#watches.get(id)?.end();
    this.#watches.delete(id);
  }

  /** Gives a task event to the watch that it is for. */
  feed(event: Answer): EventOutcome["outcome"] {
    const [body = new Uint8Array()] = answerBodies([event]);
    // Even where nobody takes it.
    parseTaskEvent(body);
    const outcomes = [...this.#watches.values()].map((watch) => watch.event(body).outcome);
    return outcomes.find((outcome) => outcome !== "not-watched") ?? "not-watched";
  }
}
