import type { LitElement, ReactiveController, ReactiveControllerHost } from "lit";

/** A box to type in. */
export interface Box {
  /** The element that draws it; `undefined` while that is not there. */
  readonly element: () => LitElement | undefined;
  /** Puts the cursor into it, after the given text; `false` while it is not drawn. */
  readonly focus: (typed: string) => boolean | undefined;
}

/** Keeps what is typed for a box whose module, or whose records, are on their way, until the box is there. */
export class TypeAhead implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #box: Box | undefined;
  #typed = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The next keys are for this box. */
  wait(box: Box): void {
    this.#box = box;
    this.#typed = "";
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#box !== undefined) void this.#enter(this.#box);
  }

  hostDisconnected(): void {
    this.#box = undefined;
  }

  /** Whether a key was for the box. */
  keep({ key }: KeyboardEvent): boolean {
    if (this.#box === undefined) return false;
    if (key === "Backspace") this.#typed = this.#typed.slice(0, -1);
    else if ([...key].length === 1) this.#typed += key;
    else if (key === "Escape") this.#box = undefined;
    else return false;
    return true;
  }

  async #enter(box: Box): Promise<void> {
    await box.element()?.updateComplete;
    if (box !== this.#box) return;
    // What is typed from here on goes there by itself; drawing it brings the host back here.
    this.#box = undefined;
    if (!box.focus(this.#typed)) this.#box = box;
  }
}
