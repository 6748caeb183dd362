import {
  type AcceptedRun,
  type EventOutcome,
  type InvocationRequest,
  type RunFacts,
  Watch,
  type WatchOptions,
  type WatchStatus,
  type WatchStep,
} from "./api.ts";
import { CallError } from "./errors.ts";
import { LONGEST_DELAY_MS } from "./sleep.ts";
import type { PageResult } from "./transport.ts";

/** What a watch needs of a store. */
export interface WatchableStore {
  /** Takes an answer over, whole or not at all. */
  ingest(body: Uint8Array, context: { includeOutput: boolean }): unknown;
  /** What is known of a run, so that it need not be asked for. */
  runFacts?(invokeId: string): RunFacts | undefined;
}

/** What changed in a run. */
export interface RunChange extends AcceptedRun {
  invokeId: string;
}

/** Choices of a watch. */
export interface WatcherOptions extends WatchOptions {
  signal?: AbortSignal | undefined;
  /** Told whenever there is something else to show: before every call, wait and pause, and at the end. */
  onStatus?: ((status: WatchStatus) => void) | undefined;
  /** Told after the store has an answer. */
  onChange?: ((change: RunChange) => void) | undefined;
}

/** How a watch reaches the world. */
interface Means {
  page(request: InvocationRequest, signal: AbortSignal): Promise<PageResult>;
  now(): number;
  random(): number;
}

/**
 * Keeps a store fresh within a budget of calls, until every run is finished.
 *
 * It is the engine around the state machine `Watch`, whose page has the rules. It looks at no document: the host
 * calls {@link pause} when the page is hidden and {@link resume} when it is shown.
 */
export class Watcher {
  /**
   * Settles when the watch ends: with the last status when every run is finished, with the call's error when a
   * further call would fail too, with the signal's reason when it is aborted. These need not be handled; an error
   * of the store or of a callback ends the watch too, and has to be.
   */
  readonly done: Promise<WatchStatus>;

  readonly #means: Means;
  readonly #store: WatchableStore;
  readonly #options: WatcherOptions;
  readonly #machine: Watch;
  readonly #stop = new AbortController();
  #lastStatus: WatchStatus;
  #isOver = false;
  /** Whether the machine was changed since it was asked for a step. */
  #isChanged = false;
  #wake: (() => void) | undefined;

  constructor(means: Means, store: WatchableStore, ids: Iterable<string>, options: WatcherOptions) {
    this.#means = means;
    this.#store = store;
    this.#options = options;
    this.#machine = new Watch({
      callsPerMinute: options.callsPerMinute ?? null,
      shortestIntervalMs: options.shortestIntervalMs ?? null,
      longestIntervalMs: options.longestIntervalMs ?? null,
      outputs: options.outputs ?? null,
    });
    this.#addAll(ids);
    this.#lastStatus = this.#machine.status(means.now());
    // The caller has the watch in hand before the first callback.
    this.done = Promise.resolve().then(() => this.#run());
    this.done.catch((error: unknown) => {
      if (!(error instanceof CallError || this.#stop.signal.aborted)) throw error;
    });
  }

  /** What to show: the next refresh, the calls left, why it waits. */
  status(): WatchStatus {
    return this.#isOver ? this.#lastStatus : this.#machine.status(this.#means.now());
  }

  /** Watches further runs. */
  add(ids: Iterable<string>): void {
    this.#change(() => this.#addAll(ids));
  }

  /** Watches a run no more. */
  remove(invokeId: string): void {
    this.#change(() => this.#machine.remove(invokeId));
  }

  /** Asks nothing until {@link resume}; what is under way is taken over. */
  pause(): void {
    this.#change(() => this.#machine.pause());
  }

  /** Goes on: runs that are not finished are due, within the budget. */
  resume(): void {
    this.#change(() => this.#machine.resume(this.#means.now()));
  }

  /** Makes every run that is not finished due, within the budget. */
  refresh(): void {
    this.#change(() => this.#machine.refresh(this.#means.now()));
  }

  /** Counts a call that was made for something else against the budget. */
  spend(): void {
    this.#change(() => this.#machine.spend(this.#means.now()));
  }

  /**
   * Takes over a task event, as EventBridge delivers it, without a call.
   *
   * Throws an `InvoscopeError` where it is no task event.
   */
  event(event: string | Uint8Array): EventOutcome {
    let outcome: EventOutcome = { outcome: "not-watched" };
    this.#change(() => {
      outcome = this.#machine.event(event, this.#means.now());
    });
    return outcome;
  }

  #addAll(ids: Iterable<string>): void {
    for (const id of ids) {
      const facts = this.#store.runFacts?.(id);
      if (facts === undefined) this.#machine.add(id);
      else this.#machine.observe(facts, this.#means.now());
    }
  }

  #change(change: () => void): void {
    if (this.#isOver) return;
    change();
    this.#isChanged = true;
    this.#wake?.();
  }

  async #run(): Promise<WatchStatus> {
    const { signal } = this.#options;
    const stop = (): void => this.#stop.abort(signal?.reason);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    let lastError: CallError | undefined;
    try {
      for (;;) {
        this.#stop.signal.throwIfAborted();
        this.#isChanged = false;
        const step = this.#machine.nextStep(this.#means.now());
        this.#show();
        if (step.type === "call") lastError = (await this.#call(step)) ?? lastError;
        else if (step.type === "wait") await this.#rest(step.waitMs);
        else if (step.type === "paused") await this.#rest(undefined);
        else if (step.type === "failed") throw lastError ?? new Error("the watch failed");
        else return this.#lastStatus;
      }
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#isOver = true;
      this.#machine.free();
    }
  }

  async #call(call: Extract<WatchStep, { type: "call" }>): Promise<CallError | undefined> {
    const request = {
      InvokeId: call.invokeId,
      ...(call.instanceId === undefined ? {} : { InstanceId: call.instanceId }),
      ...(call.includeOutput ? { IncludeOutput: true } : {}),
    };
    let page: PageResult;
    try {
      page = await this.#means.page(request, this.#stop.signal);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.#machine.fail(error.failure, this.#means.now(), this.#means.random());
      return error;
    }
    this.#store.ingest(page.body, { includeOutput: call.includeOutput });
    const accepted = this.#machine.accept(page.runs, this.#means.now());
    this.#options.onChange?.({ ...accepted, invokeId: call.invokeId });
    return undefined;
  }

  /** Rests that long, or for good; a change of the machine and the end of the watch wake it. */
  #rest(ms: number | undefined): Promise<void> {
    const { signal } = this.#stop;
    return new Promise((resolve) => {
      // What a callback changed meanwhile is looked at in a task of its own, so that none can freeze the page.
      const isOverdue = this.#isChanged || signal.aborted;
      const delayMs = isOverdue ? 0 : ms;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        this.#wake = undefined;
        resolve();
      };
      if (delayMs !== undefined) timer = setTimeout(wake, Math.min(delayMs, LONGEST_DELAY_MS));
      this.#wake = wake;
      signal.addEventListener("abort", wake, { once: true });
    });
  }

  #show(): void {
    this.#lastStatus = this.#machine.status(this.#means.now());
    this.#options.onStatus?.(this.#lastStatus);
  }
}
