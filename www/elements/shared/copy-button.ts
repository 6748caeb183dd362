import { css, html, LitElement, nothing, type PropertyDeclarations } from "lit";
import { Check, Copy } from "lucide";
import { base, icon } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import { maskSecrets } from "./secrets.ts";

/**
 * A button that copies a text, secrets masked, and says so.
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
    `,
  ];
  static override properties: PropertyDeclarations = {
    text: { attribute: false },
    label: {},
    locale: {},
    isCopied: { state: true },
  };

  /** What is copied; a function is asked when it is wanted. */
  declare text: string | (() => string);
  /** The name of the button. */
  declare label: string;
  declare locale: string;
  declare isCopied: boolean;

  constructor() {
    super();
    this.text = "";
    this.label = "";
    this.locale = "en";
    this.isCopied = false;
  }

  override render(): unknown {
    const { copied, copy } = messages(this.locale).common;
    const name = this.label === "" ? copy : this.label;
    return html`<button
      part="button"
      class="btn ghost"
      type="button"
      title=${name}
      aria-label=${this.#hasText ? nothing : this.isCopied ? copied : name}
      @click=${this.#copy}
    >
      ${icon(this.isCopied ? Check : Copy)}<slot></slot>
    </button>${this.isCopied ? html`<span class="visually-hidden" role="status">${copied}</span>` : nothing}`;
  }

  /** A button with words of its own has them as its name. */
  get #hasText(): boolean {
    return (this.textContent ?? "").trim() !== "";
  }

  async #copy(): Promise<void> {
    const text = maskSecrets(typeof this.text === "function" ? this.text() : this.text);
    await copyText(text);
    this.isCopied = true;
    setTimeout(() => {
      this.isCopied = false;
    }, 1500);
  }
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without a secure context have no clipboard of their own.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
