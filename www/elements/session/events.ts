/** A run is read, outputs and all. */
export class LoadedEvent extends CustomEvent<{ readonly runId: string }> {
  constructor(runId: string) {
    super("invoscope-loaded", { detail: { runId }, bubbles: true, composed: true });
  }
}

/**
 * A run could not be read or refreshed, or a list not be read on, or the part could not start; the part itself shows
 * why. Where it is no single run, `runId` is "".
 */
export class FailedEvent extends CustomEvent<{ readonly runId: string; readonly error: Error }> {
  constructor(runId: string, error: Error) {
    super("invoscope-error", { detail: { runId, error }, bubbles: true, composed: true });
  }
}

/** An instance was chosen. */
export class SelectEvent extends CustomEvent<{ readonly runId: string; readonly instanceId: string }> {
  constructor(runId: string, instanceId: string) {
    super("invoscope-select", { detail: { runId, instanceId }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "invoscope-loaded": LoadedEvent;
    "invoscope-error": FailedEvent;
    "invoscope-select": SelectEvent;
  }
}
