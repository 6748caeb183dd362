import type { ReactiveController, ReactiveControllerHost } from "lit";
import { FailedEvent, LoadedEvent } from "./events.ts";
import type { RunPhase } from "./run-load.ts";
import type { Session } from "./session.ts";

type Host = ReactiveControllerHost & HTMLElement;

/** What an opener is told by its host. */
export interface OpenerOptions {
  readonly session: () => Session | undefined;
  readonly runId: () => string;
  /** Whether it opens, and tells of, runs that another element has opened. */
  readonly always?: boolean;
  /** Called once all is read, or has failed. */
  readonly settled?: (session: Session, runId: string) => void;
}

/**
 * Reads the run of an element, and tells the page when it is read or why not.
 *
 * Of the parts that share a session, the first opens a run and speaks for all.
 */
export class RunOpener implements ReactiveController {
  readonly #host: Host;
  readonly #options: OpenerOptions;
  #session: Session | undefined;
  #runId = "";
  #told: RunPhase | undefined;

  constructor(host: Host, options: OpenerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#options.session();
    const runId = this.#options.runId();
    if (session === undefined || !runId) return;
    if (session === this.#session && runId === this.#runId) return;
    if (!this.#options.always && (session.has(runId) || session.runLoad(runId) !== undefined)) return;
    this.#session = session;
    this.#runId = runId;
    this.#told = undefined;
    void session.openRun(runId).then(() => this.#options.settled?.(session, runId));
  }

  hostUpdated(): void {
    const load = this.#session?.runLoad(this.#runId);
    if (load === undefined || load.phase === this.#told) return;
    this.#told = load.phase;
    if (load.phase === "ready") this.#host.dispatchEvent(new LoadedEvent(this.#runId));
    else if (load.error !== undefined) this.#host.dispatchEvent(new FailedEvent(this.#runId, load.error));
  }

  hostDisconnected(): void {
    this.#session?.closeRun(this.#runId);
    this.#session = undefined;
    this.#runId = "";
  }
}
