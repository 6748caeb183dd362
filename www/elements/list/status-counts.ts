import type { InvocationStore } from "invoscope";

/** Statuses of a run that the API page documents, what needs a look first. */
const STATUSES = [
  "Failed",
  "PartialFailed",
  "Running",
  "Pending",
  "Stopping",
  "Scheduled",
  "Stopped",
  "Success",
];

/** How many rows have each status, counted in pieces so that a long list does not hold up typing. */
export class StatusCounts {
  readonly #changed: () => void;
  #key = "";
  #run = 0;
  #counts: ReadonlyMap<string, number> = new Map();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get value(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Counts again where `key`, a name of the store's state, has changed. `further` are statuses seen beside the documented. */
  refresh(store: InvocationStore, key: string, further: readonly string[]): void {
    const statuses = [...new Set([...STATUSES, ...further])];
    const wanted = `${key} ${statuses.join()}`;
    if (wanted === this.#key) return;
    this.#key = wanted;
    this.#run += 1;
    void this.#count(store, statuses, this.#run);
  }

  async #count(store: InvocationStore, statuses: readonly string[], run: number): Promise<void> {
    const counts = new Map<string, number>();
    for (const status of statuses) {
      // A store that was replaced meanwhile is freed.
      if (run !== this.#run) return;
      counts.set(status, store.list({ statuses: [status], limit: 0 }).total);
      if (store.runCount > 5000) await new Promise((resolve) => setTimeout(resolve));
    }
    this.#counts = counts;
    this.#changed();
  }
}
