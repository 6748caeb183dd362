import type { MaskedSecrets } from "invoscope";
import { css, html, LitElement, nothing, type PropertyDeclarations } from "lit";
import { Check, Copy, ShieldCheck } from "lucide";
import { base, icon } from "../foundation/index.ts";
import { messages, pick } from "../i18n/index.ts";
import * as secrets from "../i18n/secrets.ts";
import { copyText } from "./clipboard.ts";
import { type Mask, maskedText, unmasked } from "./secrets.ts";

/** How long the button says that it copied. */
const COPIED_MS = 1500;

/**
 * A button that copies a text, secrets masked. Where some were, it says how many and offers the text with them.
 *
 * @slot - The label; without one the button shows its icon alone.
 * @csspart button - The button.
 */
export class InvoscopeCopy extends LitElement {
  static override styles = [
    ...base,
    css`
      :host {
        display: inline-block;
      }
      .btn {
        min-block-size: 1.5rem;
        padding-inline: 0.375rem;
      }
      .note {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: var(--s-2) var(--s-3);
        border: 0;
        border-radius: var(--r-md);
        background: var(--c-raised);
        box-shadow: var(--shadow-2);
        color: var(--c-text);
        font-size: var(--t-sm);
      }
      .note:popover-open {
        display: flex;
        align-items: center;
        gap: var(--s-2);
      }
      .note .btn {
        border-color: var(--c-line-strong);
        color: var(--c-text);
      }
      @media (forced-colors: active) {
        .note {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    text: { attribute: false },
    mask: { attribute: false },
    label: {},
    locale: {},
    state: { state: true },
    found: { state: true },
  };

  /** What is copied; a function is asked when it is wanted. */
  declare text: string | (() => string);
  /** How secrets are found in it. */
  declare mask: Mask;
  /** The name of the button. */
  declare label: string;
  /** `zh-CN` or `en`. */
  declare locale: string;
  declare state: "ready" | "copied" | "copied-all";
  /** Secrets that were masked in what was copied last. */
  declare found: number;

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = "";
    this.mask = maskedText;
    this.label = "";
    this.locale = "en";
    this.state = "ready";
    this.found = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): unknown {
    const { copied, copy } = messages(this.locale).common;
    const words = pick(secrets, this.locale);
    const name = this.label === "" ? copy : this.label;
    const isCopied = this.state !== "ready";
    const said = this.state === "copied-all" ? words.copiedAll : copied;
    return html`<button
        part="button"
        class="btn ghost"
        type="button"
        title=${name}
        aria-label=${this.#hasText ? nothing : isCopied ? said : name}
        @click=${() => this.#copy(this.mask)}
      >
        ${icon(isCopied ? Check : Copy)}<slot></slot>
      </button>
      <span class="visually-hidden" role="status"
        >${isCopied ? said : nothing} ${isCopied && this.found > 0 ? words.masked(this.found) : nothing}</span
      >
      <div class="note" popover="auto" @toggle=${this.#toggled}>
        ${
          this.found === 0
            ? nothing
            : html`${icon(ShieldCheck)}<span title=${words.why}>${words.masked(this.found)}</span>
                <button class="btn" type="button" @click=${this.#copyAll}>${words.copyAll}</button>`
        }
      </div>`;
  }

  /** A button with words of its own has them as its name. */
  get #hasText(): boolean {
    return (this.textContent ?? "").trim() !== "";
  }

  get #note(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".note");
  }

  async #copy(mask: Mask): Promise<void> {
    const { text, found }: MaskedSecrets = mask(typeof this.text === "function" ? this.text() : this.text);
    await copyText(text);
    this.found = found.length;
    this.#say(mask === unmasked ? "copied-all" : "copied");
    await this.updateComplete;
    if (found.length > 0) this.#showNote();
  }

  readonly #copyAll = async (): Promise<void> => {
    await this.#copy(unmasked);
    this.#note?.hidePopover();
    this.renderRoot.querySelector("button")?.focus();
  };

  #say(state: "copied" | "copied-all"): void {
    this.state = state;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.state = "ready";
    }, COPIED_MS);
  }

  /** In the top layer, where no pane that scrolls cuts it off. */
  #showNote(): void {
    const note = this.#note;
    if (note === null) return;
    note.showPopover();
    const button = this.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const isBelow = button.bottom + height + 8 < innerHeight;
    note.style.left = `${Math.max(8, Math.min(button.left, innerWidth - width - 8))}px`;
    note.style.top = `${isBelow ? button.bottom + 4 : Math.max(8, button.top - height - 4)}px`;
    addEventListener("scroll", this.#hideNote, { capture: true, once: true, passive: true });
  }

  readonly #hideNote = (): void => this.#note?.hidePopover();

  readonly #toggled = (event: ToggleEvent): void => {
    if (event.newState === "closed") removeEventListener("scroll", this.#hideNote, { capture: true });
  };
}
