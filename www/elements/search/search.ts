import type { OutputHits } from "invoscope";
import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { CaseSensitive, Regex } from "lucide";
import { format, icon, legible } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";
import * as panels from "../i18n/panels.ts";
import { beforePaint } from "../session/frame.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { beginning, ending } from "../shared/excerpt.ts";
import { firstOfEachLine, type Hit, hitsOf, searchRun } from "./run-search.ts";

/** Instances with a match that are shown before the rest is folded. */
const SHOWN = 100;
/** Lines of one instance that are shown. */
const LINES = 3;
/** How long an input waits for what it finds. */
const SLICE_MS = 25;

/**
 * Search over the outputs of every instance of a run, with counts.
 *
 * @fires invoscope-navigate - A line of an output was chosen.
 */
export class InvoscopeSearch extends RunPart {
  static override styles = [
    ...runPartStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-2);
        margin-block-end: var(--s-3);
      }
      .input {
        flex: 1 1 16rem;
        max-inline-size: 32rem;
      }
      .count {
        display: inline-flex;
        align-items: center;
        gap: var(--s-2);
      }
      .error {
        color: var(--c-failed);
      }
      li {
        padding: var(--s-2) var(--s-3);
        content-visibility: auto;
        contain-intrinsic-size: auto 4.5rem;
      }
      li + li {
        border-block-start: 1px solid var(--c-line);
      }
      .name {
        display: flex;
        gap: var(--s-2);
        align-items: baseline;
      }
      .hit {
        display: grid;
        grid-template-columns: 2.75rem minmax(0, 1fr);
        gap: var(--s-2);
        inline-size: 100%;
        padding: 0;
        border: 0;
        border-radius: var(--r-sm);
        background: none;
        color: var(--c-text);
        font: var(--t-sm) / 1.6 var(--_mono);
        text-align: start;
        cursor: pointer;
      }
      .hit:hover {
        background: var(--c-hover);
      }
      .hit .n {
        color: var(--c-text-2);
        text-align: end;
      }
      .hit .text {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      mark {
        border-radius: 2px;
        background: var(--c-mark);
        color: inherit;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    query: {},
    regex: { type: Boolean },
    matchCase: { type: Boolean, attribute: "match-case" },
    found: { state: true },
    failure: { state: true },
    shown: { state: true },
  };

  /** What to look for. */
  declare query: string;
  /** Whether it is an expression. */
  declare regex: boolean;
  /** Whether capital letters differ from small ones. */
  declare matchCase: boolean;
  declare found: OutputHits | undefined;
  declare failure: string;
  declare shown: number;

  #searchedRevision = -1;
  /** The search under way, or the last one. */
  #steps: ReturnType<typeof searchRun> | undefined;

  constructor() {
    super();
    this.query = "";
    this.regex = false;
    this.matchCase = false;
    this.failure = "";
    this.shown = SHOWN;
  }

  /** Puts the cursor into the box, in place of what is there or after `typed`; `false` while the box is not drawn. */
  focusQuery(typed = ""): boolean {
    const box = this.renderRoot.querySelector("input");
    box?.focus();
    if (typed === "") box?.select();
    else if (box !== null) this.query = typed;
    return box !== null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const session = this.loaded;
    if (session === undefined) return;
    const isAsked = ["query", "regex", "matchCase", "runId"].some((name) => changed.has(name));
    if (!isAsked && session.revision === this.#searchedRevision) return;
    this.#searchedRevision = session.revision;
    this.#run(session);
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const words = pick(panels, this.locale).search;
    return html`<div class="tools" role="search">
        <input
          class="input"
          type="search"
          spellcheck="false"
          autocomplete="off"
          placeholder=${words.placeholder}
          aria-label=${words.label}
          aria-invalid=${this.failure !== ""}
          .value=${this.query}
          @input=${(event: Event & { target: HTMLInputElement }) => {
            this.query = event.target.value;
          }}
        />
        ${this.#toggle(words.regex, words.regexHint, Regex, "regex")}
        ${this.#toggle(words.matchCase, words.matchCase, CaseSensitive, "matchCase")} ${this.#count()}
      </div>
      ${this.#results(session)}`;
  }

  #toggle(
    name: string,
    hint: string,
    node: Parameters<typeof icon>[0],
    key: "regex" | "matchCase",
  ): TemplateResult {
    return html`<button
      class="btn"
      type="button"
      title=${hint}
      aria-pressed=${this[key]}
      @click=${() => {
        this[key] = !this[key];
      }}
    >
      ${icon(node)}${name}
    </button>`;
  }

  #count(): TemplateResult | typeof nothing {
    const { found, locale } = this;
    const words = pick(panels, locale).search;
    if (this.failure !== "")
      return html`<span class="error" role="alert">${pick(instances, locale).badPattern(this.failure)}</span>`;
    if (found === undefined || this.query === "") return nothing;
    const number = (value: number): string => format.count(value, locale);
    return html`<span class="count"
      ><span class="quiet num" role="status"
        >${words.result(number(found.count), number(found.outputs.length), number(found.searched))}</span
      >
      ${
        found.outputs.length === 0
          ? nothing
          : html`<invoscope-copy
            .text=${() => found.outputs.map(({ instanceId }) => instanceId).join("\n")}
            .locale=${locale}
            label=${words.copyIds}
          ></invoscope-copy>`
      }</span
    >`;
  }

  #results(session: Session): TemplateResult {
    const { found, locale } = this;
    const words = pick(panels, locale).search;
    if (this.query === "" || found === undefined) return html`<p class="quiet">${words.hint}</p>`;
    if (found.outputs.length === 0) {
      return html`<p class="quiet">${words.none}</p>`;
    }
    const rest = found.outputs.length - this.shown;
    return html`<ol class="card">
        ${found.outputs.slice(0, this.shown).map((hits) => this.#instance(session, hits))}
      </ol>
      ${
        rest <= 0
          ? nothing
          : html`<button
            class="btn"
            type="button"
            @click=${() => {
              this.shown += 400;
            }}
          >
            ${words.moreInstances(format.count(rest, locale))}
          </button>`
      }`;
  }

  #instance(session: Session, output: OutputHits["outputs"][number]): TemplateResult {
    const { locale } = this;
    const { instanceId } = output;
    const lines = firstOfEachLine(output.matches);
    const rest = lines.length - LINES;
    return html`<li>
      <div class="name">
        <span class="mono">${legible(session.label(instanceId) ?? instanceId)}</span>
        <span class="faint num">${format.count(output.count, locale)}</span>
      </div>
      ${hitsOf(session, this.runId, instanceId, lines.slice(0, LINES)).map((hit) => this.#hit(instanceId, hit))}
      ${
        rest > 0
          ? html`<span class="faint"
            >${pick(panels, locale).search.more(`${format.count(rest, locale)}${output.truncated ? "+" : ""}`)}</span
          >`
          : nothing
      }
    </li>`;
  }

  #hit(instanceId: string, { line, text, start, end }: Hit): TemplateResult {
    return html`<button
      class="hit"
      type="button"
      aria-description=${pick(instances, this.locale).open(legible(instanceId))}
      @click=${() => this.navigate({ instance: instanceId, line })}
    >
      <span class="n">${line}</span
      ><span class="text">${legible(ending(text.slice(0, start)))}<mark>${legible(beginning(text.slice(start, end)))}</mark>${legible(beginning(text.slice(end)))}</span>
    </button>`;
  }

  #run(session: Session): void {
    this.#steps = undefined;
    this.failure = "";
    this.shown = SHOWN;
    if (this.query === "") {
      this.found = undefined;
      return;
    }
    const query = { pattern: this.query, regex: this.regex, caseSensitive: this.matchCase };
    this.#steps = searchRun(session, this.runId, query);
    this.#search(session, this.#steps);
  }

  /** What takes longer than an input may is searched after the paint; what was found before stays until then. */
  #search(session: Session, steps: ReturnType<typeof searchRun>): void {
    const endMs = performance.now() + SLICE_MS;
    try {
      while (performance.now() < endMs) {
        const { done, value } = steps.next();
        if (!done) continue;
        this.found = value;
        return;
      }
    } catch (error) {
      this.found = undefined;
      this.failure = error instanceof Error ? error.message : String(error);
      return;
    }
    beforePaint(() =>
      setTimeout(() => {
        if (steps === this.#steps && session === this.loaded) this.#search(session, steps);
      }),
    );
  }
}
