import type { InvocationStore, ListQuery, RunRows } from "invoscope";
import type { ListLoad } from "../session/index.ts";

/** A list that grows is read again at most this often… */
const SHORTEST_PAUSE_MS = 250;

/** …and takes at most this share of the time: pages come in faster than a long list can be read. */
const REST_PER_WORK = 9;

/** The rows on screen, read from the store when they may have changed. */
export class Rows {
  #store: InvocationStore | undefined;
  #asked = "";
  #seen = "";
  #readAtMs = 0;
  #tookMs = 0;
  #rows: RunRows = { total: 0, rows: [] };

  /**
   * The rows of a query. While pages come in, they may be those of a moment ago; `later` is then given the time after
   * which to ask again.
   */
  read(store: InvocationStore, load: ListLoad, query: ListQuery, later: (delayMs: number) => void): RunRows {
    const asked = JSON.stringify(query);
    const seen = `${load.pages} ${load.records} ${load.loadedAtMs}`;
    const isSame = store === this.#store && asked === this.#asked;
    if (isSame && seen === this.#seen) return this.#rows;
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, this.#tookMs * REST_PER_WORK);
    const leftMs = this.#readAtMs + pauseMs - performance.now();
    if (isSame && load.phase === "loading" && this.#rows.total > 0 && leftMs > 0) {
      later(leftMs);
      return this.#rows;
    }
    const startMs = performance.now();
    this.#rows = store.list(query);
    this.#readAtMs = performance.now();
    this.#tookMs = this.#readAtMs - startMs;
    this.#store = store;
    this.#asked = asked;
    this.#seen = seen;
    return this.#rows;
  }
}
