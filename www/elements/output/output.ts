import { searchText, type TextMatches } from "invoscope";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import {
  ChevronDown,
  ChevronUp,
  Download,
  Pilcrow,
  Scissors,
  ShieldCheck,
  TextWrap,
  TriangleAlert,
  Type,
} from "lucide";
import { format, icon, legible } from "../foundation/index.ts";
import { isChinese, pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";
import * as secrets from "../i18n/secrets.ts";
import { rowsById } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { download } from "../shared/download.ts";
import { pieceStyles, piecesOf } from "../shared/pieces.ts";
import { plain } from "../shared/plain.ts";
import { maskedBytes } from "../shared/secrets.ts";
import { outputStyles } from "./output.styles.ts";
import { type ReadAs, type Reading, readingOf } from "./reading.ts";
import { type Found, lineContent } from "./span.ts";

/** Lines in one block that the browser may skip while it is out of sight. */
const BLOCK = 100;

/**
 * One instance's output: colours, line numbers that are not copied, holes where they are, everything invisible shown.
 *
 * @fires invoscope-navigate - A line was chosen.
 * @csspart lines - The text.
 */
export class InvoscopeOutput extends RunPart {
  static override styles = [...runPartStyles, pieceStyles, outputStyles];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    instance: {},
    line: { type: Number },
    wrap: { type: Boolean, reflect: true },
    query: { state: true },
    match: { state: true },
    readAs: { state: true },
    masked: { state: true },
  };

  /** Whose output, by its id. */
  declare instance: string;
  /** The line to show, one-based. */
  declare line: number | undefined;
  /** Whether long lines wrap. */
  declare wrap: boolean;
  declare query: string;
  declare match: number;
  declare readAs: ReadAs;
  /** Secrets that were masked in the file that was saved. */
  declare masked: number;

  constructor() {
    super();
    this.instance = "";
    this.line = undefined;
    this.wrap = true;
    this.query = "";
    this.match = 0;
    this.readAs = "received";
    this.masked = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("instance")) {
      this.readAs = "received";
      this.match = 0;
      this.masked = 0;
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("line") || changed.has("instance")) this.#show(".line.now", "center");
    else if (changed.has("match") || changed.has("query")) this.#show("mark.now", "nearest");
  }

  /**
   * In the next frame, because blocks that come into sight have no size of their own before, and in the one after it,
   * because the pane around a new output has none before that.
   */
  #show(selector: string, block: ScrollLogicalPosition): void {
    const show = (): void => this.renderRoot.querySelector(selector)?.scrollIntoView({ block });
    requestAnimationFrame(() => {
      show();
      requestAnimationFrame(show);
    });
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const row = rowsById(session, this.runId).get(this.instance);
    const words = pick(instances, this.locale);
    if (row === undefined) return this.instance ? html`<p class="quiet">${words.notThere}</p>` : nothing;
    if (row.outputBytes === 0) {
      const isReading = session.runLoad(this.runId)?.phase === "partial";
      const ran = row.startTime !== undefined && row.startTime !== "";
      return html`<div class="frame">
        <p class="empty quiet">${isReading ? words.notRead : ran ? words.noOutput : words.neverRan}</p>
      </div>`;
    }
    const reading = readingOf(session, this.runId, this.instance, this.readAs);
    const matches = this.#matches(reading.text);
    return html`<div class="frame">
      ${this.#tools(session, reading, matches)} ${this.#maskedNotice(session)} ${this.#notices(reading)}
      ${row.outcome === "running" && row.outputBytes > 5500 ? html`<p class="notice is-running">${words.liveStall}</p>` : nothing}
      <div
        part="lines"
        class="lines ${this.wrap ? "wrap" : ""}"
        role="region"
        tabindex="0"
        aria-label=${words.output(legible(session.label(this.instance) ?? this.instance))}
      >
        ${this.#blocks(reading, matches)}
      </div>
    </div>`;
  }

  #blocks(reading: Reading, matches: TextMatches | undefined): TemplateResult[] {
    const found = new Map<number, Found[]>();
    matches?.matches.forEach((match, index) => {
      const list = found.get(match.line) ?? [];
      list.push({ start: match.start, end: match.end, isCurrent: index === this.match });
      found.set(match.line, list);
    });
    const { lines, loss, lossLine } = reading;
    const starts = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) => block * BLOCK);
    const words = pick(instances, this.locale);
    return starts.map(
      (start) => html`<div class="block">
        ${lines.slice(start, start + BLOCK).map((line, index) => {
          const number = start + index + 1;
          const pieces = piecesOf(line, found.get(number) ?? []).map((piece) =>
            lineContent(piece.line, piece.found, words.invisible),
          );
          // Made anew, because Chromium keeps the size that a piece had when it went out of sight.
          const content =
            pieces.length === 1
              ? pieces
              : keyed(
                  this.wrap,
                  pieces.map((piece) => html`<span class="piece">${piece}</span>`),
                );
          return html`${loss !== undefined && lossLine === number - 1 ? this.#hole(reading) : nothing}
            <div class=${this.line === number ? "line now" : "line"}>
              <button
                class="number"
                type="button"
                tabindex="-1"
                data-line=${number}
                aria-label=${words.lineLink(number)}
                @click=${() => this.navigate({ instance: this.instance, line: number })}
              ></button
              ><span class="text">${content}</span>
            </div>`;
        })}
      </div>`,
    );
  }

  #hole({ loss }: Reading): TemplateResult {
    if (loss === undefined) return html``;
    return html`<div class="hole" role="note">
      ${icon(Scissors)}<span>${isChinese(this.locale) ? loss.words.zh : loss.words.en}</span>
    </div>`;
  }

  #notices(reading: Reading): unknown {
    const words = pick(instances, this.locale);
    const set = (readAs: ReadAs) => (): void => {
      this.readAs = readAs;
    };
    if (this.readAs === "controls") return nothing;
    if (this.readAs !== "received") {
      return html`<p class="notice is-waiting">
        ${icon(Type)}<span>${words.repaired}</span>
        <button class="btn" type="button" @click=${set("received")}>${words.original}</button>
      </p>`;
    }
    const [best] = reading.charsets;
    return [
      reading.isMisread
        ? html`<p class="notice is-waiting">
            ${icon(Type)}<span>${words.misread}</span>
            <button class="btn" type="button" @click=${set("repaired")}>${words.repair}</button>
          </p>`
        : nothing,
      (reading.flaws.damagedBytes ?? 0) > 0
        ? html`<p class="notice is-waiting">
            ${icon(TriangleAlert)}<span>${words.damaged(format.count(reading.flaws.damagedBytes ?? 0, this.locale))}</span>
            ${
              best === undefined
                ? nothing
                : html`<button class="btn" type="button" @click=${set(best.charset)}>
                  ${words.decodeAs(best.charset.toUpperCase())}
                </button>`
            }
          </p>`
        : nothing,
    ];
  }

  #tools(session: Session, reading: Reading, matches: TextMatches | undefined): TemplateResult {
    const { locale } = this;
    const words = pick(instances, locale);
    const count = matches?.matches.length ?? 0;
    const step = (by: number) => (): void => {
      if (count > 0) this.match = (this.match + by + count) % count;
    };
    return html`<div class="tools">
      <input
        class="input"
        type="search"
        placeholder=${words.find}
        aria-label=${words.find}
        .value=${this.query}
        @input=${(event: Event & { target: HTMLInputElement }) => {
          this.query = event.target.value;
          this.match = 0;
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1)();
        }}
      />
      ${
        matches === undefined
          ? nothing
          : html`<span class="faint num" role="status"
              >${count === 0 ? words.noMatch : words.matches(this.match + 1, format.count(matches.count, locale))}</span
            >
            <button class="btn ghost square" type="button" title=${words.previous} aria-label=${words.previous} @click=${step(-1)}>${icon(ChevronUp)}</button>
            <button class="btn ghost square" type="button" title=${words.next} aria-label=${words.next} @click=${step(1)}>${icon(ChevronDown)}</button>`
      }
      <span class="faint num end">${format.bytes(reading.bytes, locale)}</span>
      ${reading.hasControls ? this.#controlsButton(words.controls) : nothing}
      <button
        class="btn ghost square"
        type="button"
        title=${words.wrap}
        aria-label=${words.wrap}
        aria-pressed=${this.wrap}
        @click=${() => {
          this.wrap = !this.wrap;
        }}
      >
        ${icon(TextWrap)}
      </button>
      <invoscope-copy .text=${reading.text} .locale=${locale} label=${words.copy}></invoscope-copy>
      <button
        class="btn ghost square"
        type="button"
        title=${words.download}
        aria-label=${words.download}
        @click=${() => this.#save(session)}
      >
        ${icon(Download)}
      </button>
    </div>`;
  }

  /** What overwrote or erased text is there, and so is the text. */
  #controlsButton(name: string): TemplateResult {
    const isOn = this.readAs === "controls";
    return html`<button
      class="btn ghost square"
      type="button"
      id="controls"
      title=${name}
      aria-label=${name}
      aria-pressed=${isOn}
      @click=${() => {
        this.readAs = isOn ? "received" : "controls";
      }}
    >
      ${icon(Pilcrow)}
    </button>`;
  }

  #maskedNotice(session: Session): TemplateResult {
    const words = pick(secrets, this.locale);
    const all = (): void =>
      download(`${this.instance}.txt`, session.store.outputBytes(this.runId, this.instance));
    return html`<div role="status">
      ${
        this.masked === 0
          ? nothing
          : html`<p class="notice">
              ${icon(ShieldCheck)}<span title=${words.why}>${words.masked(this.masked)}</span>
              <button class="btn" type="button" @click=${all}>${words.saveAll}</button>
            </p>`
      }
    </div>`;
  }

  #save(session: Session): void {
    const { bytes, found } = maskedBytes(session.store.outputBytes(this.runId, this.instance));
    download(`${this.instance}.txt`, bytes);
    this.masked = found;
  }

  /** Searched is the text as it is drawn, so that the marks stand where the matches are. */
  #matches(text: string): TextMatches | undefined {
    if (this.query === "") return undefined;
    try {
      return searchText(plain(text), { pattern: this.query, limit: 1000 });
    } catch {
      return { count: 0, matches: [], truncated: false };
    }
  }
}
