import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Keys without a modifier, as `KeyboardEvent.key` tells them; a handler that did nothing gives `false`. */
export type Shortcuts = Readonly<Record<string, () => boolean | undefined>>;

/** Single-key shortcuts of the whole page, silent while somebody types. */
export class Keyboard implements ReactiveController {
  readonly #shortcuts: Shortcuts;
  readonly #keep: (event: KeyboardEvent) => boolean;

  /** A key that `keep` takes is no shortcut. */
  constructor(
    host: ReactiveControllerHost,
    shortcuts: Shortcuts,
    keep: (event: KeyboardEvent) => boolean = () => false,
  ) {
    this.#shortcuts = shortcuts;
    this.#keep = keep;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("keydown", this.#press);
  }

  hostDisconnected(): void {
    document.removeEventListener("keydown", this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    if (event.key !== "Escape" && target instanceof HTMLElement && isTyping(target)) return;
    if (this.#keep(event) || this.#shortcuts[event.key]?.()) event.preventDefault();
  };
}

function isTyping(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input, textarea, select");
}
