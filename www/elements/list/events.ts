import type { ListFilters } from "./filters.ts";

/** The filters changed; `isStep` tells a choice from a keystroke, so that a page can keep its history short. */
export class ListFiltersEvent extends CustomEvent<{ filters: ListFilters; isStep: boolean }> {
  constructor(filters: ListFilters, isStep: boolean) {
    super("invoscope-list-filters", { detail: { filters, isStep }, bubbles: true, composed: true });
  }
}

/** A run is wanted; unless it is prevented, the run's link is followed. */
export class OpenRunEvent extends CustomEvent<{ runId: string }> {
  constructor(runId: string) {
    super("invoscope-open-run", { detail: { runId }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "invoscope-list-filters": ListFiltersEvent;
    "invoscope-open-run": OpenRunEvent;
  }
}
