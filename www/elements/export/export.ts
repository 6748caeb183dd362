import { css, html, nothing, type PropertyDeclarations } from "lit";
import { Download, FileJson, FileSpreadsheet, FileText } from "lucide";
import { base, format, icon } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";
import * as run from "../i18n/run.ts";
import { filteredRows } from "../session/filter.ts";
import { RunPart } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { download } from "../shared/download.ts";
import { maskSecrets } from "../shared/secrets.ts";
import { toCli, toCsv, toNdjson, toText } from "./formats.ts";

/** A menu that saves exactly the instances that are filtered, secrets masked unless told otherwise. */
export class InvoscopeExport extends RunPart {
  static override styles = [
    ...base,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .menu {
        position: absolute;
        z-index: 20;
        inset-block-start: calc(100% + var(--s-1));
        inset-inline-end: 0;
        display: grid;
        min-inline-size: 16rem;
        padding: var(--s-2);
        border-radius: var(--r-lg);
        background: var(--c-raised);
        box-shadow: var(--shadow-2);
      }
      .menu .btn {
        justify-content: start;
        min-block-size: 2rem;
        border-color: transparent;
        background: transparent;
      }
      .menu .btn:hover {
        background: var(--c-hover);
      }
      p,
      label {
        padding: var(--s-1) 0.625rem;
        font-size: var(--t-sm);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--s-2);
        margin-block-start: var(--s-1);
        border-block-start: 1px solid var(--c-line);
        padding-block-start: var(--s-2);
      }
      @media (max-width: 40rem) {
        .label {
          display: none;
        }
        .menu {
          position: fixed;
          inset: auto var(--s-3) var(--s-3);
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    filter: {},
    isOpen: { state: true },
    isMasked: { state: true },
  };

  /** As in the filter box. */
  declare filter: string;
  declare isOpen: boolean;
  declare isMasked: boolean;

  constructor() {
    super();
    this.filter = "";
    this.isOpen = false;
    this.isMasked = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#outside);
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return nothing;
    const { locale } = this;
    const words = pick(panels, locale).export;
    return html`<button
        class="btn"
        type="button"
        aria-label=${words.title}
        aria-expanded=${this.isOpen}
        @click=${() => {
          this.isOpen = !this.isOpen;
        }}
        @keydown=${this.#keys}
      >
        ${icon(Download)}<span class="label">${words.title}</span>
      </button>
      ${this.isOpen ? this.#menu(session) : nothing}`;
  }

  #menu(session: Session): unknown {
    const { locale, runId } = this;
    const words = pick(panels, locale).export;
    const rows = filteredRows(session, runId, this.filter, { by: "attention", reverse: false });
    const name = runId.split(",")[0] ?? "run";
    const save = (ending: string, text: () => string) => (): void => {
      download(`${name}.${ending}`, this.isMasked ? maskSecrets(text()) : text());
      this.isOpen = false;
    };
    return html`<div class="menu" role="group" aria-label=${words.title} @keydown=${this.#keys}>
      <p class="quiet">${words.what(format.count(rows.length, locale))}</p>
      <button class="btn" type="button" @click=${save("csv", () => toCsv(session, rows))}>${icon(FileSpreadsheet)}${words.csv}</button>
      <button class="btn" type="button" @click=${save("ndjson", () => toNdjson(session, runId, rows))}>
        ${icon(FileJson)}${words.ndjson}
      </button>
      <button class="btn" type="button" @click=${save("txt", () => toText(session, runId, rows))}>${icon(FileText)}${words.text}</button>
      <invoscope-copy .text=${toCli(session, runId)} .locale=${locale} label=${pick(run, locale).copyCli}
        >${words.cli}</invoscope-copy
      >
      <label
        ><input
          type="checkbox"
          .checked=${this.isMasked}
          @change=${(event: Event & { target: HTMLInputElement }) => {
            this.isMasked = event.target.checked;
          }}
        />${words.mask}</label
      >
    </div>`;
  }

  #keys(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.isOpen) return;
    event.preventDefault();
    this.isOpen = false;
    this.renderRoot.querySelector("button")?.focus();
  }

  readonly #outside = (event: PointerEvent): void => {
    if (this.isOpen && !event.composedPath().includes(this)) this.isOpen = false;
  };
}
