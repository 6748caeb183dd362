import { type DiffLine, diffLines, type LineDiff } from "invoscope";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { legible } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as triage from "../i18n/triage.ts";
import { namesOf, outputOf, referenceOf, rowsById } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { pieceStyles, piecesOf } from "../shared/pieces.ts";
import { plain } from "../shared/plain.ts";

const SIGNS = { equal: " ", similar: "~", removed: "−", added: "+" };

/** How one instance's output differs from another's, names, times and numbers aside. */
export class InvoscopeDiff extends RunPart {
  static override styles = [
    ...runPartStyles,
    pieceStyles,
    css`
      .hunk {
        overflow-x: auto;
        border: 1px solid var(--c-line);
        border-radius: var(--r-md);
        background: var(--c-sunken);
        font: var(--t-sm) / 1.6 var(--_mono);
      }
      .hunk + .hunk {
        margin-block-start: var(--s-1);
      }
      .line {
        display: grid;
        grid-template-columns: 2.75rem 2.75rem 1.25rem minmax(0, 1fr);
      }
      .n,
      .sign {
        color: var(--c-text-2);
        text-align: end;
        user-select: none;
      }
      .sign {
        text-align: center;
      }
      .text {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .removed {
        background: var(--c-success-soft);
      }
      .added {
        background: var(--c-failed-soft);
      }
      .similar .text {
        color: var(--c-text-2);
      }
      mark {
        border-radius: 2px;
        background: color-mix(in oklab, currentColor 18%, transparent);
        color: inherit;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s-4);
        margin-block-end: var(--s-1);
        color: var(--c-text-2);
        font-size: var(--t-sm);
      }
      .legend code {
        color: var(--c-text);
      }
    `,
  ];
  static override properties: PropertyDeclarations = { ...RunPart.properties, instance: {}, reference: {} };

  /** The instance to compare, by its id. */
  declare instance: string;
  /** The instance to compare with; the store's choice unless told. */
  declare reference: string | undefined;

  constructor() {
    super();
    this.instance = "";
    this.reference = undefined;
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    if (this.instance === "") return nothing;
    const reference = this.reference ?? referenceOf(session, this.runId);
    if (reference === undefined) return nothing;
    const words = pick(triage, this.locale);
    const name = words.diffLegend(legible(session.label(reference) ?? reference));
    const diff = this.#diff(session, reference);
    const rows = rowsById(session, this.runId);
    const hasHole = [reference, this.instance].some((id) => (rows.get(id)?.dropped ?? 0) > 0);
    return html`<div class="legend">
        <span>${name}</span>
        <span><code>−</code> ${words.removed}</span><span><code>+</code> ${words.added}</span
        ><span><code>~</code> ${words.similar}</span>
      </div>
      ${hasHole ? html`<p class="legend">${words.hole}</p>` : nothing}
      ${diff.coarse ? html`<p class="legend">${words.coarse}</p>` : nothing}
      ${
        diff.hunks.length === 0
          ? html`<p class="quiet">${words.diffSame}</p>`
          : diff.hunks.map(
              (hunk) =>
                html`<div class="hunk" role="region" tabindex="0" aria-label=${name}>
                ${hunk.lines.map((line) => this.#line(line))}
              </div>`,
            )
      }`;
  }

  #diff(session: Session, reference: string): LineDiff {
    const text = (id: string): string => plain(outputOf(session, this.runId, id).text);
    return diffLines(text(reference), text(this.instance), {
      context: 2,
      ignoreMasked: true,
      referenceNames: namesOf(session, reference),
      otherNames: namesOf(session, this.instance),
    });
  }

  #line(line: DiffLine): TemplateResult {
    return html`<div class="line ${line.kind}">
      <span class="n">${line.referenceLine ?? ""}</span><span class="n">${line.otherLine ?? ""}</span
      ><span class="sign">${SIGNS[line.kind]}</span><span class="text wrap">${content(line)}</span>
    </div>`;
  }
}

function content({ text, emphasis, kind }: DiffLine): unknown {
  const pieces = piecesOf({ spans: [{ text }] }, kind === "similar" ? [] : emphasis).map(({ line, found }) =>
    emphasised(line.spans.map((span) => span.text).join(""), found),
  );
  return pieces.length === 1 ? pieces : pieces.map((piece) => html`<span class="piece">${piece}</span>`);
}

/** Ranges may begin before the text and end behind it. */
function emphasised(text: string, emphasis: readonly DiffLine["emphasis"][number][]): unknown {
  const parts: unknown[] = [];
  let at = 0;
  for (const { start, end } of emphasis) {
    const from = Math.max(0, start);
    parts.push(legible(text.slice(at, from)), html`<mark>${legible(text.slice(from, end))}</mark>`);
    at = end;
  }
  return [...parts, legible(text.slice(at))];
}
