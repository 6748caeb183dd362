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
  readonly #changed: () => void;
  #store: InvocationStore | undefined;
  #asked = "";
  #seen = "";
  #readAtMs = 0;
  #tookMs = 0;
  #rows: RunRows = { total: 0, rows: [] };
  /** What each row on screen says, by its id. */
  #known = new Map<string, { readonly row: RunRow; readonly text: string }>();
  #key = "";
  /** Before this, runs may be on pages that were not read. */
  #readSinceMs = Number.NEGATIVE_INFINITY;
  /** The query that waits for the paint. */
  #waiting = "";
  /** The query whose turn it is: no input waits for what is done now. */
  #turn: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when there is something else to read. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Stands for the filter that the rows are of, however many are shown. */
  get key(): string {
    return this.#key;
  }

  /** The rows of a query; those of a moment ago while pages come in, and of a long list until the frame is painted. */
  read(store: InvocationStore, load: ListLoad, query: ListQuery): RunRows {
    const asked = JSON.stringify(query);
    const seen = `${load.pages} ${load.records} ${load.loadedAtMs}`;
    const isSame = store === this.#store && asked === this.#asked;
    if (isSame && seen === this.#seen) return this.#rows;
    const isTurn = asked === this.#turn;
    this.#turn = undefined;
    if (!isTurn && store === this.#store && this.#mustWait(store, load, asked)) return this.#rows;
    const startMs = performance.now();
    this.#take(store.list(query));
    if (store !== this.#store || seen !== this.#seen) {
      this.#readSinceMs = load.isComplete ? Number.NEGATIVE_INFINITY : oldestMs(store);
    }
    this.#readAtMs = performance.now();
    this.#tookMs = this.#readAtMs - startMs;
    this.#store = store;
    this.#asked = asked;
    this.#key = JSON.stringify({ ...query, limit: 0 });
    this.#seen = seen;
    this.stop();
    return this.#rows;
  }

  /** Whether further runs of a set may be on pages that were not read: the service tells the newest first. */
  mayGrow(row: RunRow): boolean {
    return row.invokeIds.length > 1 && Date.parse(row.creationTime ?? "") - this.#readSinceMs <= SET_GAP_MS;
  }

  /** The next read waits for no paint: a key acts on its rows. */
  hurry(query: ListQuery): void {
    this.#turn = JSON.stringify(query);
  }

  /** Waits for nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = "";
  }

  #mustWait(store: InvocationStore, load: ListLoad, asked: string): boolean {
    const isLong = store.runCount >= LONG;
    if (asked !== this.#asked) {
      if (isLong && this.#waiting !== asked) {
        this.stop();
        this.#waiting = asked;
        requestAnimationFrame(() => {
          if (this.#waiting === asked) this.#later(asked, 0);
        });
      }
      return isLong;
    }
    if (load.phase !== "loading" || this.#rows.total === 0) return false;
    const pauseMs = Math.max(SHORTEST_PAUSE_MS, this.#tookMs * REST_PER_WORK);
    const leftMs = Math.max(0, this.#readAtMs + pauseMs - performance.now());
    if (leftMs === 0 && !isLong) return false;
    if (this.#timer === undefined) this.#later(asked, leftMs);
    return true;
  }

  /** In a task of its own, not in a frame, which an input may be waiting for. */
  #later(asked: string, delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.stop();
      this.#turn = asked;
      this.#changed();
    }, delayMs);
  }

  /** A row that says the same stays the same object, and need not be drawn again. */
  #take({ total, rows }: RunRows): void {
    const known = new Map<string, { readonly row: RunRow; readonly text: string }>();
    const shown = rows.map((row) => {
      const text = JSON.stringify(row);
      const before = this.#known.get(row.id);
      const now = before?.text === text ? before : { row, text };
      known.set(row.id, now);
      return now.row;
    });
    this.#known = known;
    this.#rows = { total, rows: shown };
  }
}

function oldestMs(store: InvocationStore): number {
  const [oldest] = store.list({ sort: "created", reverse: true, limit: 1 }).rows;
  return Date.parse(oldest?.creationTime ?? "");
}
