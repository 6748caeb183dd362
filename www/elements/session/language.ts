import { hasTexts, loadTexts } from "invoscope";

/** The browser's language, as far as there are texts in it. Node 20 has no navigator. */
export const browserLocale = (): string =>
  typeof navigator !== "undefined" && navigator.language.startsWith("zh") ? "zh-CN" : "en";

/**
 * The language that views speak. One whose texts are not here yet is spoken once they are: a view never shows half
 * of one language and half of another.
 */
export class Language {
  #wanted: string;
  #spoken: string;
  readonly #changed: () => void;

  constructor(wanted: string | undefined, changed: () => void) {
    this.#wanted = wanted ?? browserLocale();
    this.#spoken = [this.#wanted, "en", "zh-CN"].find(hasTexts) ?? this.#wanted;
    this.#changed = changed;
    this.#load();
  }

  get locale(): string {
    return this.#spoken;
  }

  /** Changes to a language. Where its texts cannot be loaded the old one stays, and the next change tries again. */
  want(locale: string | undefined): void {
    this.#wanted = locale ?? browserLocale();
    this.#load();
  }

  #load(): void {
    const wanted = this.#wanted;
    if (wanted === this.#spoken) return;
    if (hasTexts(wanted)) {
      this.#spoken = wanted;
      this.#changed();
      return;
    }
    loadTexts(wanted).then(
      () => this.#load(),
      () => undefined,
    );
  }
}
