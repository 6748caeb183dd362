import type { ReactiveController, ReactiveControllerHost } from "lit";
import { listKey } from "./keys.ts";

type Host = ReactiveControllerHost & HTMLElement & { readonly inactive: boolean };

/** What keys do beside moving the focus. */
export interface RowActions {
  /** Applies what was typed and still waits for its frame. */
  readonly flush: () => void;
  /** Shows or hides the runs of a set. */
  readonly expand: (runId: string, isOpen: boolean) => void;
}

/** The keys of the list: into the search box, out of it, and from row to row. */
export class RowKeys implements ReactiveController {
  readonly #host: Host;
  readonly #actions: RowActions;

  constructor(host: Host, actions: RowActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("keydown", this.#press);
  }

  hostDisconnected(): void {
    document.removeEventListener("keydown", this.#press);
  }

  /** Puts the focus on a run's row, where it is shown. */
  focusRun(runId: string): void {
    this.#names()
      .find((name) => name.dataset.run === runId)
      ?.focus({ preventScroll: true });
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { activeElement } = document;
    const isOurs =
      activeElement === null || activeElement === document.body || event.composedPath().includes(this.#host);
    if (this.#host.inactive || !isOurs) return;
    const search = this.#host.shadowRoot?.querySelector<HTMLInputElement>("#search");
    if (search && event.composedPath()[0] === search) this.#pressInSearch(event, search);
    else this.#pressInRows(event, search);
  };

  /** Keys in the search box go to what its text leaves, however fast they come after it. */
  #pressInSearch(event: KeyboardEvent, search: HTMLInputElement): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") search.blur();
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    this.#actions.flush();
    void this.#host.updateComplete.then(() => {
      if (event.key === "Enter") this.#names()[0]?.click();
      else this.#moveTo(0);
    });
  }

  #pressInRows(event: KeyboardEvent, search: HTMLInputElement | null | undefined): void {
    const key = listKey(event);
    if (key === undefined) return;
    if (key === "search") {
      event.preventDefault();
      search?.focus();
      search?.select();
      return;
    }
    const focused = this.#host.shadowRoot?.activeElement;
    if (key === "expand" || key === "collapse") {
      const runId = focused instanceof HTMLElement ? focused.dataset.run : undefined;
      if (runId?.includes(",")) this.#actions.expand(runId, key === "expand");
      return;
    }
    const names = this.#names();
    const now = focused instanceof HTMLElement ? names.indexOf(focused) : -1;
    if (now < 0 && (key === "first" || key === "last")) return;
    const last = names.length - 1;
    const to = { first: 0, last, next: Math.min(now + 1, last), previous: Math.max(now - 1, 0) }[key];
    if (this.#moveTo(to)) event.preventDefault();
  }

  #names(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>("a.name") ?? [])];
  }

  #moveTo(index: number): boolean {
    const name = this.#names()[index];
    name?.focus();
    name?.closest("tr")?.scrollIntoView({ block: "nearest" });
    return name !== undefined;
  }
}
