import type { InstanceRow } from "invoscope";
import { html, nothing, type PropertyDeclarations } from "lit";
import {
  AppWindow,
  Download,
  FileJson,
  FileSpreadsheet,
  FileText,
  type IconNode,
  ShieldCheck,
  TriangleAlert,
} from "lucide";
import { base, format, icon } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";
import * as secrets from "../i18n/secrets.ts";
import { filteredRows } from "../session/filter.ts";
import { RunPart } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { download } from "../shared/download.ts";
import { Masker } from "../shared/secrets.ts";
import { toCli } from "./cli.ts";
import { exportStyles } from "./export.styles.ts";
import type { Selection } from "./selection.ts";

type Kind = "csv" | "ndjson" | "text" | "capsule";

interface Format {
  readonly kind: Kind;
  readonly icon: IconNode;
  readonly ending: string;
  readonly type: string;
  /** The writer, which is loaded when it is wanted. */
  readonly load: () => Promise<(selection: Selection, filter: string) => Promise<readonly string[]>>;
}

const FORMATS: readonly Format[] = [
  {
    kind: "csv",
    icon: FileSpreadsheet,
    ending: "csv",
    type: "text/csv",
    load: async () => (await import("./formats.ts")).toCsv,
  },
  {
    kind: "ndjson",
    icon: FileJson,
    ending: "ndjson",
    type: "application/x-ndjson",
    load: async () => (await import("./formats.ts")).toNdjson,
  },
  {
    kind: "text",
    icon: FileText,
    ending: "txt",
    type: "text/plain",
    load: async () => (await import("./formats.ts")).toText,
  },
  {
    kind: "capsule",
    icon: AppWindow,
    ending: "html",
    type: "text/html",
    load: async () => (await import("./capsule.ts")).toCapsule,
  },
];

/** What is told of the last file. */
type Said =
  | { readonly isBusy: true }
  | { readonly name: string; readonly bytes: number; readonly masked: number }
  | { readonly why: string };

/**
 * A menu that saves exactly the instances that are filtered: as a table, as answers, as text, as a page of its own.
 * Secrets are masked unless told otherwise.
 */
export class InvoscopeExport extends RunPart {
  static override styles = [...base, exportStyles];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    filter: {},
    isOpen: { state: true },
    withSecrets: { state: true },
    said: { state: true },
  };

  /** As in the filter box. */
  declare filter: string;
  declare isOpen: boolean;
  declare withSecrets: boolean;
  declare said: Said | undefined;

  constructor() {
    super();
    this.filter = "";
    this.isOpen = false;
    this.withSecrets = false;
    this.said = undefined;
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
    const words = pick(panels, this.locale).export;
    return html`<button
        class="btn"
        type="button"
        aria-label=${words.title}
        aria-expanded=${this.isOpen}
        @click=${this.#toggle}
        @keydown=${this.#keys}
      >
        ${icon(Download)}<span class="label">${words.title}</span>
      </button>
      ${this.isOpen ? this.#menu(session) : nothing}`;
  }

  #menu(session: Session): unknown {
    const { locale, runId } = this;
    const words = pick(panels, locale).export;
    const { include, includeHint } = pick(secrets, locale);
    const rows = filteredRows(session, runId, this.filter, { by: "attention", reverse: false });
    const isBusy = this.said !== undefined && "isBusy" in this.said;
    return html`<div class="menu" role="group" aria-label=${words.title} @keydown=${this.#keys}>
      <p class="quiet">${words.what(format.count(rows.length, locale))}</p>
      ${FORMATS.map(
        (one) => html`<button
          class="btn"
          type="button"
          ?disabled=${isBusy || rows.length === 0}
          @click=${() => this.#save(one, session, rows)}
        >
          ${icon(one.icon)}${words[one.kind]}
        </button>`,
      )}
      <invoscope-copy .text=${toCli(session, runId)} .locale=${locale} label=${words.cli}
        >${words.cli}</invoscope-copy
      >
      <label title=${includeHint}
        ><input
          type="checkbox"
          .checked=${this.withSecrets}
          @change=${(event: Event & { target: HTMLInputElement }) => {
            this.withSecrets = event.target.checked;
          }}
        />${include}</label
      >
      <div role="status">${this.#said()}</div>
    </div>`;
  }

  #said(): unknown {
    const { said, locale } = this;
    if (said === undefined) return nothing;
    const words = pick(panels, locale).export;
    if ("isBusy" in said) return html`<p class="said quiet">${words.busy}</p>`;
    if ("why" in said) {
      return html`<p class="said"><span class="status is-failed">${icon(TriangleAlert)}${words.failed(said.why)}</span></p>`;
    }
    return html`<p class="said">
      <span>${words.saved(said.name, format.bytes(said.bytes, locale))}</span>
      ${
        said.masked === 0
          ? nothing
          : html`<strong>${icon(ShieldCheck)}${pick(secrets, locale).masked(said.masked)}</strong>`
      }
    </p>`;
  }

  async #save(one: Format, session: Session, rows: readonly InstanceRow[]): Promise<void> {
    const { runId, filter } = this;
    const name = `${runId.split(",")[0] ?? "run"}.${one.ending}`;
    const masker = new Masker(!this.withSecrets);
    this.said = { isBusy: true };
    try {
      const write = await one.load();
      const parts = await write({ session, runId, rows, masker }, filter);
      const file = new Blob([...parts], { type: one.type });
      download(name, file);
      this.said = { name, bytes: file.size, masked: masker.found };
    } catch (error) {
      this.said = { why: error instanceof Error ? error.message : String(error) };
    }
  }

  readonly #toggle = (): void => {
    this.isOpen = !this.isOpen;
    this.said = undefined;
  };

  readonly #keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.isOpen) return;
    event.preventDefault();
    this.isOpen = false;
    this.renderRoot.querySelector("button")?.focus();
  };

  readonly #outside = (event: PointerEvent): void => {
    if (this.isOpen && !event.composedPath().includes(this)) this.isOpen = false;
  };
}
