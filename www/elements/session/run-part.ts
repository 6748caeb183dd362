import type { PropertyDeclarations } from "lit";
import { NavigateEvent, type Place } from "./navigate.ts";
import { SessionPart } from "./part.ts";
import type { Session } from "./session.ts";

/**
 * A part of the view of one run.
 *
 * @fires invoscope-navigate - Another place of the run is wanted.
 */
export class RunPart extends SessionPart {
  static override properties: PropertyDeclarations = {
    ...SessionPart.properties,
    runId: { attribute: "run-id" },
  };

  /** An `InvokeId`, or several joined by commas: a run set. */
  declare runId: string;

  constructor() {
    super();
    this.runId = "";
  }

  /** The session, once it has records of the run. */
  protected get loaded(): Session | undefined {
    const session = this.current;
    return session !== undefined && this.runId !== "" && session.has(this.runId) ? session : undefined;
  }

  protected navigate(place: Place): void {
    this.dispatchEvent(new NavigateEvent(place));
  }
}
