/** Views of a run. */
export type RunView = "overview" | "instances" | "search" | "timeline" | "command" | "raw";

export const RUN_VIEWS: readonly RunView[] = [
  "overview",
  "instances",
  "search",
  "timeline",
  "command",
  "raw",
];

/** What a link into a run points at. An absent member stays, an empty one is taken away. */
export interface Place {
  /** Another run, such as the set that this one belongs to. */
  readonly runId?: string;
  readonly view?: RunView;
  /** As in the filter box: `is:failed`, `family:3fa9c1d2`, free text. */
  readonly filter?: string;
  readonly instance?: string;
  /** One-based line of the instance's output. */
  readonly line?: number | undefined;
}

/** Wanted: another place of the run. The page writes it into its URL. */
export class NavigateEvent extends CustomEvent<Place> {
  constructor(place: Place) {
    super("invoscope-navigate", { detail: place, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "invoscope-navigate": NavigateEvent;
  }
}
