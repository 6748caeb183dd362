import type { EventOutcome, Watcher, WatchStatus } from "invoscope";

/** An answer that one tab was given, for the others. */
export interface SharedPage {
  readonly body: Uint8Array;
  readonly includeOutput: boolean;
}

type Message =
  | { readonly kind: "page"; readonly page: SharedPage }
  | { readonly kind: "status"; readonly status: WatchStatus }
  /** A tab that has just come wants to know how the watch stands. */
  | { readonly kind: "hello" };

/** How a watch reaches its session. */
export interface SharedWatchOptions {
  /** The same in all tabs that ask for the same; without one, this tab asks by itself. */
  readonly name: string | undefined;
  /** Starts asking; `answered` and `moved` are called with each answer and at each change of the status. */
  readonly begin: (signal: AbortSignal, answered: (page: SharedPage) => void, moved: () => void) => Watcher;
  /** Takes over what another tab was given. */
  readonly take: (page: SharedPage) => void;
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** Until the tab that asks has told. */
const UNHEARD: WatchStatus = {
  phase: "idle",
  reason: "interval",
  callsLeft: 0,
  callsPerMinute: 0,
  isPaused: false,
  runs: 0,
  finishedRuns: 0,
  missingRuns: 0,
  outputsWanted: 0,
};

/**
 * The watch of a run that all tabs of a browser share: the one that holds the run's Web Lock asks, the others take its
 * answers from a BroadcastChannel. A tab that is paused, hidden or closed lets go of the lock, and the next one asks.
 *
 * Where the browser has no locks, or refuses them to the page, each tab asks by itself.
 */
export class SharedWatch {
  readonly #options: SharedWatchOptions;
  readonly #channel: BroadcastChannel | undefined;
  readonly #end = new AbortController();
  #watcher: Watcher | undefined;
  #isLeading = false;
  #isPaused = false;
  /** Lets go of the lock, or of the wish for it. */
  #release: AbortController | undefined;
  #heard: WatchStatus | undefined;

  constructor(options: SharedWatchOptions) {
    this.#options = options;
    if (options.name !== undefined && "locks" in navigator && typeof BroadcastChannel === "function") {
      this.#channel = new BroadcastChannel(options.name);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
      this.#tell({ kind: "hello" });
    }
    this.#ask();
  }

  /** What to show: of the own watch, or of the tab's that asks. */
  status(): WatchStatus {
    if (this.#isLeading && this.#watcher !== undefined) return this.#watcher.status();
    return { ...(this.#heard ?? UNHEARD), isPaused: this.#isPaused };
  }

  /** Whether another tab asks. */
  get isFollowing(): boolean {
    return !this.#isLeading && !this.#isPaused;
  }

  /** Asks nothing until {@link resume}; what another tab is given is still taken over. */
  pause(): void {
    this.#isPaused = true;
    this.#watcher?.pause();
    if (this.#channel !== undefined) {
      this.#isLeading = false;
      this.#release?.abort();
    }
    this.#options.changed();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#ask();
    this.#options.changed();
  }

  /** Ends the watch. */
  end(): void {
    this.#end.abort();
    this.#release?.abort();
    this.#channel?.close();
  }

  /** Takes over a task event; a tab that does not ask leaves it to the one that does. */
  event(event: Uint8Array): EventOutcome {
    return this.#isLeading && this.#watcher !== undefined
      ? this.#watcher.event(event)
      : { outcome: "not-watched" };
  }

  #ask(): void {
    const { name } = this.#options;
    if (this.#channel === undefined || name === undefined) {
      this.#lead();
      return;
    }
    const release = new AbortController();
    this.#release = release;
    const { signal } = release;
    navigator.locks
      .request(name, { signal }, async () => {
        if (signal.aborted) return;
        const done = this.#lead();
        await Promise.race([done, new Promise((resolve) => signal.addEventListener("abort", resolve))]);
      })
      .catch(() => {
        // A page of an opaque origin may not lock.
        if (!signal.aborted) this.#lead();
      });
  }

  /** Starts or goes on asking; settles when there is nothing more to ask for. */
  #lead(): Promise<void> {
    this.#isLeading = true;
    if (this.#watcher === undefined) this.#watcher = this.#begin();
    else this.#watcher.resume();
    this.#options.changed();
    return this.#watcher.done.then(
      () => undefined,
      () => undefined,
    );
  }

  #begin(): Watcher {
    const watcher = this.#options.begin(
      this.#end.signal,
      (page) => this.#tell({ kind: "page", page }),
      () => this.#moved(),
    );
    watcher.done.then(
      () => this.#moved(),
      (error: unknown) => {
        if (!this.#end.signal.aborted) this.#options.failed(error);
      },
    );
    return watcher;
  }

  #moved(): void {
    if (this.#isLeading) this.#tell({ kind: "status", status: this.status() });
    this.#options.changed();
  }

  #tell(message: Message): void {
    if (!this.#end.signal.aborted) this.#channel?.postMessage(message);
  }

  #hear(message: unknown): void {
    if (!isMessage(message)) return;
    if (message.kind === "page") this.#options.take(message.page);
    else if (message.kind === "status") this.#heard = message.status;
    else if (this.#isLeading) this.#tell({ kind: "status", status: this.status() });
    this.#options.changed();
  }
}

/** Another version of the page may speak another language. */
function isMessage(data: unknown): data is Message {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  if (data.kind === "hello") return true;
  if (data.kind === "status") return "status" in data && isObjectWith(data.status, "reason", "string");
  return (
    data.kind === "page" &&
    "page" in data &&
    isObjectWith(data.page, "includeOutput", "boolean") &&
    (data.page as Partial<SharedPage>).body instanceof Uint8Array
  );
}

function isObjectWith(value: unknown, name: string, type: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, name) === type;
}
