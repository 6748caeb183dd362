import type { InvocationStore, ListQuery, RunRow, RunRows } from "invoscope";
import type { ListLoad } from "../session/index.ts";

/** A list that grows is read again at most this often… */
const SHORTEST_PAUSE_MS = 250;

/** …and takes at most this share of the time: pages come in faster than a long list can be read. */
const REST_PER_WORK = 9;

/** To sort and filter so many runs takes longer than a frame: what was typed or pressed is painted first. */
const LONG = 10_000;

/** Runs of one set were called at most so far apart. */
const SET_GAP_MS = 30_000;

/** The rows on screen, read from the store when they may have changed. */
export class Rows {
  #store: InvocationStore | undefined;
  #asked = "";
  #seen = "";
  #readAtMs = 0;
  #tookMs = 0;
  #rows: RunRows = { total: 0, rows: [] };
  #key = "";
  /** Before this, runs may be on pages that were not read. */
  #readSinceMs = Number.NEGATIVE_INFINITY;
  /** The query that waits for the paint, and whether that has been. */
  #waiting = { asked: "", isPainted: false };

  /** Stands for the filter that the rows are of, however many are shown. */
  get key(): string {
    return this.#key;
  }

  /**
   * The rows of a query. They may be those of a moment ago, while pages come in, and of a long list until the frame is
   * painted; `later` is then given the time after which to ask again.
   */
  read(store: InvocationStore, load: ListLoad, query: ListQuery, later: (delayMs: number) => void): RunRows {
    const asked = JSON.stringify(query);
    const seen = `${load.pages} ${load.records} ${load.loadedAtMs}`;
    const isSame = store === this.#store && asked === this.#asked;
    if (isSame && seen === this.#seen) return this.#rows;
    if (store === this.#store && !isSame && store.runCount >= LONG && this.#mustWait(asked, later)) {
      return this.#rows;
    }
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, this.#tookMs * REST_PER_WORK);
    const leftMs = this.#readAtMs + pauseMs - performance.now();
    if (isSame && load.phase === "loading" && this.#rows.total > 0 && leftMs > 0) {
      later(leftMs);
      return this.#rows;
    }
    const startMs = performance.now();
    this.#rows = store.list(query);
    if (store !== this.#store || seen !== this.#seen) {
      this.#readSinceMs = load.isComplete ? Number.NEGATIVE_INFINITY : oldestMs(store);
    }
    this.#readAtMs = performance.now();
    this.#tookMs = this.#readAtMs - startMs;
    this.#store = store;
    this.#asked = asked;
    this.#key = JSON.stringify({ ...query, limit: 0 });
    this.#seen = seen;
    this.#waiting = { asked: "", isPainted: false };
    return this.#rows;
  }

  /** Whether further runs of a set may be on pages that were not read: the service tells the newest first. */
  mayGrow(row: RunRow): boolean {
    return row.invokeIds.length > 1 && Date.parse(row.creationTime ?? "") - this.#readSinceMs <= SET_GAP_MS;
  }

  /** The next read waits for no paint: a key acts on its rows. */
  hurry(query: ListQuery): void {
    this.#waiting = { asked: JSON.stringify(query), isPainted: true };
  }

  #mustWait(asked: string, later: (delayMs: number) => void): boolean {
    if (this.#waiting.asked !== asked) {
      const waiting = { asked, isPainted: false };
      this.#waiting = waiting;
      requestAnimationFrame(() =>
        setTimeout(() => {
          waiting.isPainted = true;
          later(0);
        }),
      );
    }
    return !this.#waiting.isPainted;
  }
}

function oldestMs(store: InvocationStore): number {
  const [oldest] = store.list({ sort: "created", reverse: true, limit: 1 }).rows;
  return Date.parse(oldest?.creationTime ?? "");
}
