import { css, html, nothing, type PropertyDeclarations } from "lit";
import { Download } from "lucide";
import { base, icon, legibleJson } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";
import { derived } from "../session/derived.ts";
import { RunPart } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { download } from "../shared/download.ts";

/** Lines in one block that the browser may skip while it is out of sight. */
const BLOCK = 200;

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
  static override properties: PropertyDeclarations = { ...RunPart.properties, compact: { type: Boolean } };

  /** Without indentation. */
  declare compact: boolean;

  constructor() {
    super();
    this.compact = false;
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return nothing;
    const words = pick(panels, this.locale).raw;
    const text = this.#text(session);
    const lines = text.split("\n");
    const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) =>
      lines.slice(block * BLOCK, (block + 1) * BLOCK).join("\n"),
    );
    const choose = (compact: boolean) => (): void => {
      this.compact = compact;
    };
    return html`<div class="tools">
        <button class="btn" type="button" aria-pressed=${!this.compact} @click=${choose(false)}>${words.pretty}</button>
        <button class="btn" type="button" aria-pressed=${this.compact} @click=${choose(true)}>${words.asReceived}</button>
        <invoscope-copy .text=${text} .locale=${this.locale} label=${words.copy}></invoscope-copy>
        <button
          class="btn ghost square"
          type="button"
          title=${words.download}
          aria-label=${words.download}
          @click=${() => download(`${this.runId.split(",")[0] ?? "run"}.json`, text, "application/json")}
        >
          ${icon(Download)}
        </button>
        <span class="quiet">${words.note}</span>
      </div>
      <div class="card json" tabindex="0" role="region" aria-label=${words.label}>
        ${blocks.map((block) => html`<div class="block">${legibleJson(block)}</div>`)}
      </div>`;
  }

  #text(session: Session): string {
    return derived(session, `raw ${this.runId} ${this.compact}`, () => {
      const raw = session.store.raw(this.runId);
      return this.compact ? raw : indent(raw);
    });
  }
}

/** Breaks lines without reading values, so that a number of twenty digits stays one. */
function indent(json: string): string {
  const parts: string[] = [];
  let depth = 0;
  const newLine = (): string => `\n${"  ".repeat(depth)}`;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    if (token === "{" || token === "[") {
      depth += 1;
      parts.push(token, newLine());
    } else if (token === "}" || token === "]") {
      depth -= 1;
      const last = parts.at(-1) ?? "";
      if (last.startsWith("\n")) parts.pop();
      const isEmpty = parts.at(-1) === "{" || parts.at(-1) === "[";
      parts.push(isEmpty ? token : newLine() + token);
    } else if (token === ",") parts.push(token, newLine());
    else if (token === ":") parts.push(": ");
    else parts.push(token);
  }
  return parts.join("");
}
