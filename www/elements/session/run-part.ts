import type { PropertyDeclarations } from "lit";
import { base } from "../foundation/index.ts";
import { type ElementName, register } from "../register.ts";
import { problemStyles } from "../shared/problem.styles.ts";
import { FailedEvent, SelectEvent } from "./events.ts";
import { asError } from "./list-loader.ts";
import { NavigateEvent, type Place } from "./navigate.ts";
import { SessionPart } from "./part.ts";
import { placeholder } from "./placeholder.ts";
import { RunOpener } from "./run-opener.ts";
import { newestRun, type Session } from "./session.ts";

/** The styles of a part of a run, what stands there while it waits included. */
export const runPartStyles = [...base, problemStyles];

/**
 * A part of the view of one run. Where nobody has opened the run, it does so by itself.
 *
 * @fires invoscope-navigate - Another place of the run is wanted; `detail` is a `Place`.
 * @fires invoscope-select - An instance was chosen; `detail` has `runId` and `instanceId`.
 * @fires invoscope-loaded - The part opened the run, and it is read; `detail` has `runId`.
 * @fires invoscope-error - The part could not start, or the run not be read; `detail` has `runId` and `error`.
 */
export class RunPart extends SessionPart {
  static override properties: PropertyDeclarations = {
    ...SessionPart.properties,
    runId: { attribute: "run-id" },
    invokeId: { attribute: "invoke-id", noAccessor: true },
  };

  /** An `InvokeId`, or several joined by commas: a run set; of `answers`, the newest run unless told. */
  declare runId: string;

  /** The run that was chosen because none was named. */
  #chosen = "";

  constructor() {
    super();
    this.runId = "";
    new RunOpener(this, { session: () => this.current, runId: () => this.runId });
  }

  /** The same as `runId`, under the viewer's name. */
  get invokeId(): string {
    return this.runId;
  }

  set invokeId(invokeId: string) {
    this.runId = invokeId;
  }

  /** The session, once it has records of the run. */
  protected get loaded(): Session | undefined {
    const session = this.current;
    return session !== undefined && this.runId && session.has(this.runId) ? session : undefined;
  }

  protected override started(session: Session): void {
    if (this.answers === undefined || this.runId !== this.#chosen) return;
    this.#chosen = newestRun(session);
    this.runId = this.#chosen;
  }

  /** What to show while `loaded` has nothing. */
  protected waiting(): unknown {
    const load = this.current?.runLoad(this.runId);
    return placeholder({
      locale: this.locale,
      failure: this.startFailure,
      error: load?.error,
      isLoading: this.isStarting || load?.phase === "loading",
      retry: () => {
        if (this.startFailure === undefined) void this.current?.openRun(this.runId, { force: true });
        else this.restart();
      },
    });
  }

  /** Loads an element that the part is about to show. */
  protected need(name: ElementName): void {
    register(name).catch((error: unknown) => {
      this.dispatchEvent(new FailedEvent(this.runId, asError(error)));
    });
  }

  protected navigate(place: Place): void {
    this.dispatchEvent(new NavigateEvent(place));
    if (place.instance) this.dispatchEvent(new SelectEvent(this.runId, place.instance));
  }
}
