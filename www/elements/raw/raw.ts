import { css, html, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { Download, ShieldCheck } from "lucide";
import { base, icon } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";
import * as secrets from "../i18n/secrets.ts";
import { derived } from "../session/derived.ts";
import { RunPart } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { download } from "../shared/download.ts";
import { Gradual } from "../shared/gradual.ts";
import { type Mask, maskedJson, unmasked } from "../shared/secrets.ts";
import { JsonBlocks } from "./blocks.ts";
import { indented } from "./indented.ts";

const FIRST_BLOCKS = 2;
const BLOCKS_A_FRAME = 10;

/** The JSON of a run as it was received. */
export class InvoscopeRaw extends RunPart {
  static override styles = [
    ...base,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-1) var(--s-2);
        margin-block-end: var(--s-2);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--s-1);
        font-size: var(--t-sm);
      }
      .json {
        padding: var(--s-3) var(--s-4);
        overflow: auto;
        background: var(--c-sunken);
        font: var(--t-sm) / 1.6 var(--_mono);
      }
      .block {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        content-visibility: auto;
        contain-intrinsic-size: auto 240rem;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    compact: { type: Boolean },
    withSecrets: { state: true },
    masked: { state: true },
  };

  /** Without indentation. */
  declare compact: boolean;
  declare withSecrets: boolean;
  /** Secrets that were masked in the file that was saved last. */
  declare masked: number;

  readonly #gradual = new Gradual(this, FIRST_BLOCKS, BLOCKS_A_FRAME);

  constructor() {
    super();
    this.compact = false;
    this.withSecrets = false;
    this.masked = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("compact") || changed.has("runId")) this.#gradual.restart();
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return nothing;
    const words = pick(panels, this.locale).raw;
    const { include, includeHint, masked } = pick(secrets, this.locale);
    const json = this.#json(session);
    const blocks = json.first(this.#gradual.of(json.total));
    const choose = (compact: boolean) => (): void => {
      this.compact = compact;
    };
    return html`<div class="tools">
        <button class="btn" type="button" aria-pressed=${!this.compact} @click=${choose(false)}>${words.pretty}</button>
        <button class="btn" type="button" aria-pressed=${this.compact} @click=${choose(true)}>${words.asReceived}</button>
        <invoscope-copy
          .text=${() => session.store.raw(this.runId)}
          .mask=${this.#mask}
          .locale=${this.locale}
          label=${words.copy}
        ></invoscope-copy>
        <button
          class="btn ghost square"
          type="button"
          title=${words.download}
          aria-label=${words.download}
          @click=${() => this.#save(session)}
        >
          ${icon(Download)}
        </button>
        <label title=${includeHint}
          ><input type="checkbox" .checked=${this.withSecrets} @change=${this.#choose} />${include}</label
        >
        <span role="status">${this.masked === 0 ? nothing : html`<strong>${icon(ShieldCheck)} ${masked(this.masked)}</strong>`}</span>
        <span class="quiet">${words.note}</span>
      </div>
      <div class="card json" tabindex="0" role="region" aria-label=${words.label}>
        ${blocks.map((block) => html`<div class="block">${block}</div>`)}
      </div>`;
  }

  #json(session: Session): JsonBlocks {
    const { runId, compact } = this;
    return derived(
      session,
      `raw ${runId} ${compact}`,
      () => new JsonBlocks(session.store.raw(runId), compact),
    );
  }

  /** Base64 is masked inside, which only whole values allow: what is copied is laid out afterwards. */
  readonly #mask: Mask = (raw) => {
    const { text, found } = (this.withSecrets ? unmasked : maskedJson)(raw);
    return { text: this.compact ? text : indented(text), found };
  };

  readonly #choose = (event: Event & { target: HTMLInputElement }): void => {
    this.withSecrets = event.target.checked;
  };

  #save(session: Session): void {
    const { text, found } = this.#mask(session.store.raw(this.runId));
    download(`${this.runId.split(",")[0] ?? "run"}.json`, text, "application/json");
    this.masked = found.length;
  }
}
