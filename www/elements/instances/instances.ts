import type { InstanceRow } from "invoscope";
import {
  html,
  noChange,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { guard } from "lit/directives/guard.js";
import { ArrowDown, ArrowUp, ChevronRight, Scissors } from "lucide";
import {
  each,
  format,
  icon,
  legible,
  OUTCOMES,
  outcomeTone,
  outcomeWord,
  statusBadge,
} from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";
import {
  filteredRows,
  hasToken,
  type LazyRows,
  lazyRows,
  type RowSort,
  toggleToken,
} from "../session/filter.ts";
import { summaryOf } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { Gradual, screenful } from "../shared/gradual.ts";
import { last } from "../shared/last.ts";
import { fieldsStyles } from "./fields.styles.ts";
import { fieldList } from "./fields.ts";
import { instancesStyles } from "./instances.styles.ts";

type Sort = RowSort["by"];
type Column = keyof (typeof instances.en)["columns"];

const COLUMNS: readonly { name: Column; sort?: Sort; kind?: string }[] = [
  { name: "status", sort: "status" },
  { name: "instance", sort: "instanceId" },
  { name: "exitCode", sort: "exitCode", kind: "end" },
  { name: "error", kind: "error" },
  { name: "queue", kind: "end extra" },
  { name: "run", sort: "duration", kind: "end" },
  { name: "finished", kind: "end extra" },
  { name: "output", sort: "output", kind: "end extra" },
];

/** Rows in one block that the browser may skip while it is out of sight, and that is drawn anew as one. */
const BLOCK = 50;

/** Rows that are read at once: of several blocks, because each reading sorts. */
const PAGE = 5 * BLOCK;

const ROW_PIXELS = 34;

/**
 * Every instance of a run: filtered as typed, sorted by any column, its output unfolded in place.
 *
 * @fires invoscope-navigate - The filter changed, or an instance was chosen.
 * @csspart table - The table.
 */
export class InvoscopeInstances extends RunPart {
  static override styles = [...runPartStyles, fieldsStyles, instancesStyles];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    filter: {},
    instance: {},
    sort: { state: true },
    reverse: { state: true },
    expanded: { state: true },
  };

  /** As in the box: `is:failed`, `family:…`, free words. */
  declare filter: string;
  /** The instance that is open beside the table. */
  declare instance: string;
  declare sort: Sort;
  declare reverse: boolean;
  declare expanded: ReadonlySet<string>;

  readonly #gradual = new Gradual(this, screenful(ROW_PIXELS), BLOCK);
  /** How many blocks there are, those of other rows that are hidden included. */
  #blocks = 0;
  /** The revision and the labels stand for what the rows are made of. */
  readonly #filtered = last(
    (
      session: Session,
      _revision: number,
      _labels: Session["labels"],
      runId: string,
      filter: string,
      by: Sort,
      reverse: boolean,
    ) => lazyRows(session, runId, filter, { by, reverse }),
  );

  constructor() {
    super();
    this.filter = "";
    this.instance = "";
    this.sort = "attention";
    this.reverse = false;
    this.expanded = new Set();
  }

  /** Puts the cursor into the filter box, and `typed` behind what is there; `false` while the box is not drawn. */
  focusFilter(typed = ""): boolean {
    const box = this.renderRoot.querySelector("input");
    box?.focus();
    if (box !== null && typed !== "") this.#filterTo(this.filter + typed);
    return box !== null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (["filter", "sort", "reverse", "runId"].some((name) => changed.has(name))) this.#gradual.restart();
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const { locale, runId, filter, sort, reverse } = this;
    const words = pick(instances, locale);
    const rows = this.#filtered(session, session.revision, session.labels, runId, filter, sort, reverse);
    const drawn = this.#gradual.of(rows.total);
    const fresh = Math.ceil(drawn / BLOCK);
    this.#blocks = Math.max(fresh, Math.min(this.#blocks, Math.ceil(rows.total / BLOCK)));
    const blocks = Array.from({ length: this.#blocks }, (_, block) => block * BLOCK);
    return html`${this.#tools(session, rows)}
      ${
        rows.total === 0
          ? html`<div class="card empty">
            <p>${words.empty}</p>
            <button class="btn" type="button" @click=${() => this.#filterTo("")}>${words.clear}</button>
          </div>`
          : html`<div class="card table rows" part="table" role="table" aria-label=${words.label} aria-rowcount=${rows.total}>
            ${this.#head()}
            ${blocks.map((from) => {
              const isFresh = from < drawn;
              // To remove thousands of rows takes longer than to hide them until they are drawn anew.
              return html`<div role="rowgroup" ?hidden=${!isFresh}>
                ${isFresh ? this.#block(session, rows, from, Math.min(from + BLOCK, drawn)) : noChange}
              </div>`;
            })}
          </div>`
      }`;
  }

  #tools(session: Session, rows: LazyRows): TemplateResult {
    const { locale } = this;
    const words = pick(instances, locale);
    const { run, truncated } = summaryOf(session, this.runId);
    return html`<div class="tools">
      <input
        class="input"
        type="search"
        spellcheck="false"
        autocomplete="off"
        placeholder=${words.filterPlaceholder}
        aria-label=${words.filterLabel}
        .value=${this.filter}
        @input=${(event: Event & { target: HTMLInputElement }) => this.#filterTo(event.target.value)}
      />
      ${OUTCOMES.filter((outcome) => run.counts[outcome] > 0).map(
        (outcome) => html`<button
          class="chip"
          type="button"
          aria-pressed=${hasToken(this.filter, `is:${outcome}`)}
          @click=${() => this.#filterTo(toggleToken(this.filter, `is:${outcome}`))}
        >
          <span class="status is-${outcomeTone(outcome)}">${outcomeWord(outcome, locale)}</span>
          <span class="num">${format.count(run.counts[outcome], locale)}</span>
        </button>`,
      )}
      ${
        truncated === 0
          ? nothing
          : html`<button
            class="chip"
            type="button"
            aria-pressed=${hasToken(this.filter, "is:truncated")}
            @click=${() => this.#filterTo(toggleToken(this.filter, "is:truncated"))}
          >
            ${words.truncated} <span class="num">${format.count(truncated, locale)}</span>
          </button>`
      }
      <span class="quiet num" role="status"
        >${words.count(format.count(rows.total, locale), format.count(run.counts.total, locale))}</span
      >
      <invoscope-copy
        .text=${() =>
          this.#all(session)
            .map((row) => row.instanceId ?? "")
            .join("\n")}
        .locale=${locale}
        label=${words.copyIds}
      ></invoscope-copy>
    </div>`;
  }

  #head(): TemplateResult {
    const words = pick(instances, this.locale);
    return html`<div class="row head" role="row">
      <span role="columnheader"><span class="visually-hidden">${words.columns.output}</span></span>
      ${COLUMNS.map(({ name, sort, kind }) => {
        const title = words.columns[name];
        if (sort === undefined) return html`<span class=${kind ?? ""} role="columnheader">${title}</span>`;
        const isNow = this.sort === sort;
        return html`<span
          class=${kind ?? ""}
          role="columnheader"
          aria-sort=${isNow ? (this.reverse ? "descending" : "ascending") : "none"}
          ><button type="button" title=${words.sortBy(title)} @click=${() => this.#sortBy(sort)}>
            ${title}${isNow ? icon(this.reverse ? ArrowDown : ArrowUp) : nothing}
          </button></span
        >`;
      })}
    </div>`;
  }

  /** Choosing or unfolding a row draws its block, and leaves the other thousands alone. */
  #block(session: Session, rows: LazyRows, from: number, to: number): unknown {
    const page = from - (from % PAGE);
    const block = rows.page(page, PAGE).slice(from - page, to - page);
    const unfolded = this.expanded.size === 0 ? [] : block.map(keyOf).filter((key) => this.expanded.has(key));
    const chosen = block.some((row) => row.instanceId === this.instance) ? this.instance : "";
    return guard([session, rows, to, unfolded.join(), chosen, this.locale], () =>
      each(block, keyOf, (row) => this.#row(session, row)),
    );
  }

  #row(session: Session, row: InstanceRow): TemplateResult {
    const { locale } = this;
    const words = pick(instances, locale);
    const id = row.instanceId ?? "";
    const key = keyOf(row);
    const label = session.label(id);
    const name = legible(label ?? id);
    const isExpanded = this.expanded.has(key);
    const seconds = (value: number | undefined): string =>
      value === undefined ? "" : format.duration(value, locale);
    return html`<div class="row body ${id === this.instance ? "now" : ""}" role="row" data-instance=${id}>
        <span role="cell"
          ><button
            class="expand"
            type="button"
            aria-expanded=${isExpanded}
            aria-label=${words.expand(name)}
            @click=${() => this.#toggle(key)}
          >
            ${icon(ChevronRight)}
          </button></span
        >
        <span role="cell">${statusBadge(row.status, locale)}</span>
        <span role="cell"
          ><button class="id" type="button" title=${words.open(legible(id))} @click=${() => this.navigate({ instance: id, line: undefined })}>
            ${name}${label === undefined ? nothing : html` <small>${legible(id)}</small>`}
          </button></span
        >
        <span role="cell" class="end num">${row.exitCode ?? ""}</span>
        <span role="cell" class="error" title=${legible(row.errorInfo ?? "")}
          >${row.errorCode ? html`<span>${legible(row.errorCode)}</span> ${legible(row.errorInfo ?? "")}` : nothing}</span
        >
        <span role="cell" class="end num quiet wide extra">${seconds(row.queueSeconds)}</span>
        <span role="cell" class="end num wide">${seconds(row.runSeconds)}</span>
        <span role="cell" class="end num quiet wide extra" title=${format.dateTime(row.finishTime, locale)}
          >${format.timeOfDay(row.finishTime, locale)}</span
        >
        <span role="cell" class="end num quiet wide extra"
          >${
            row.dropped > 0
              ? html`<span class="cut" title=${words.truncated}>${icon(Scissors)}<span class="visually-hidden">${words.truncated}</span></span> `
              : nothing
          }${row.outputBytes === 0 ? "" : format.bytes(row.outputBytes, locale)}</span
        >
      </div>
      ${isExpanded ? this.#detail(session, row) : nothing}`;
  }

  #detail(session: Session, row: InstanceRow): TemplateResult {
    return html`<div class="detail" role="row">
      <div role="cell">
        <invoscope-output
          .session=${session}
          run-id=${row.invokeId}
          instance=${row.instanceId ?? ""}
        ></invoscope-output>
        ${fieldList(row, this.locale)}
      </div>
    </div>`;
  }

  #all(session: Session): readonly InstanceRow[] {
    return filteredRows(session, this.runId, this.filter, { by: this.sort, reverse: this.reverse });
  }

  #toggle(key: string): void {
    this.need("invoscope-output");
    const expanded = new Set(this.expanded);
    if (!expanded.delete(key)) expanded.add(key);
    this.expanded = expanded;
  }

  #sortBy(sort: Sort): void {
    if (this.sort === sort && this.reverse) {
      this.sort = "attention";
      this.reverse = false;
    } else if (this.sort === sort) this.reverse = true;
    else {
      this.sort = sort;
      this.reverse = false;
    }
  }

  #filterTo(filter: string): void {
    this.filter = filter;
    this.navigate({ view: "instances", filter });
  }
}

function keyOf(row: InstanceRow): string {
  return `${row.invokeId} ${row.instanceId ?? ""}`;
}
