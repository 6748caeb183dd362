/**
 * What was changed by typing waits for the next frame: several keystrokes are one change.
 *
 * A change that is a step of its own, or a key that acts on what the change leaves, takes the waiting one with it.
 */
export class PendingChange<T> {
  readonly #apply: (part: Partial<T>, isStep: boolean) => void;
  #part: Partial<T> | undefined;
  #frame = 0;

  constructor(apply: (part: Partial<T>, isStep: boolean) => void) {
    this.#apply = apply;
  }

  /** Applies with the next frame. */
  soon(part: Partial<T>): void {
    this.#part = { ...this.#part, ...part };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.flush());
  }

  /** Applies at once, as a step that "back" undoes. */
  now(part: Partial<T>): void {
    this.#apply({ ...this.drop(), ...part }, true);
  }

  /** Applies what waits. */
  flush(): void {
    const part = this.drop();
    if (part !== undefined) this.#apply(part, false);
  }

  /** Forgets what waits, and gives it. */
  drop(): Partial<T> | undefined {
    const part = this.#part;
    cancelAnimationFrame(this.#frame);
    this.#part = undefined;
    return part;
  }
}
