import type { InvocationRequest, ListQuery, RunRow } from "invoscope";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { base, type Clock, each, format } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as secrets from "../i18n/secrets.ts";
import { FailedEvent, type Session, SessionPart } from "../session/index.ts";
import { download } from "../shared/download.ts";
import { Gradual, screenful } from "../shared/gradual.ts";
import { problemStyles } from "../shared/problem.styles.ts";
import { Masker } from "../shared/secrets.ts";
import { Ticker } from "../shared/ticker.ts";
import { cliLine } from "./cli.ts";
import { ListFiltersEvent, OpenRunEvent } from "./events.ts";
import type { ExportKind } from "./export.ts";
import { InvoscopeListFilter, type ListRequestEvent } from "./filter-form.ts";
import {
  findingsOf,
  type ListFilters,
  NO_FILTERS,
  paramsFromFilters,
  requestSize,
  storeQuery,
} from "./filters.ts";
import { heads } from "./heads.ts";
import { listStyles } from "./list.styles.ts";
import { PendingChange } from "./pending-change.ts";
import { type RowContext, runRow } from "./row.ts";
import { RowKeys } from "./row-keys.ts";
import { Rows } from "./rows.ts";
import { noRows, progress, type StatesContext, skeleton, spoken } from "./states.ts";
import { StatusCounts } from "./status-counts.ts";
import { en, type ListTexts, zh } from "./texts.ts";
import { toolbar } from "./toolbar.ts";

/** Rows that are shown at once, and more at each wish. */
const PAGE = 200;

const ROW_PIXELS = 50;
/** Enough that what stands below them stays out of sight when they come. */
const ROWS_TO_COME = 24;
/** Rows that are drawn between two frames. */
const ROWS_A_FRAME = 20;

/** How long ago something was is true for so long. */
const AGO_MS = 30_000;

/** A list this long is counted by status once it is read. */
const COUNTED_WHILE_READING = 5000;

/** How long the export's menu says how many secrets were masked. */
const NOTED_MS = 4000;

/**
 * The runs of an account: every filter of `DescribeInvocations`, pages with progress, run sets as one row.
 *
 * It asks the service by itself when its session has an endpoint, and again when `filters.request` or the region
 * changes.
 *
 * @fires invoscope-list-filters - The filters changed; `detail.filters` belongs into the page's URL.
 * @fires invoscope-error - It could not start, or the list not be read; `detail.error` says why.
 * @fires invoscope-open-run - A run is wanted; cancel it to open `detail.runId` in another way than by its link.
 * @csspart table - The table.
 */
export class InvoscopeList extends SessionPart {
  static override styles = [...base, problemStyles, listStyles];
  static override properties: PropertyDeclarations = {
    ...SessionPart.properties,
    filters: { attribute: false },
    runHref: { attribute: "run-href" },
    clock: {},
    callsLeft: { attribute: false },
    inactive: { type: Boolean },
    isFormOpen: { state: true },
    limit: { state: true },
    exporting: { state: true },
  };

  /** Everything that decides what is shown. */
  declare filters: ListFilters;
  /** Address of a run, with `{id}` for its id. */
  declare runHref: string;
  /** Whose time is shown: the browser's, or UTC. */
  declare clock: Clock;
  /** Calls that the proxy has left this minute, where the page knows. */
  declare callsLeft: number | undefined;
  /** Keeps its place without showing or working. */
  declare inactive: boolean;
  declare isFormOpen: boolean;
  declare limit: number;
  declare exporting: string | undefined;

  readonly #rows = new Rows(() => this.requestUpdate());
  readonly #counts = new StatusCounts(() => this.requestUpdate());
  readonly #ticker = new Ticker(this);
  readonly #keys = new RowKeys(this, {
    flush: () => {
      this.#pending.flush();
      this.#rows.hurry(this.#query);
      this.requestUpdate();
    },
    expand: (runId, isOpen) => {
      if (this.#expanded.has(runId) !== isOpen) this.#toggle(runId);
    },
  });
  readonly #gradual = new Gradual(this, screenful(ROW_PIXELS), ROWS_A_FRAME);
  readonly #expanded = new Set<string>();
  readonly #pending = new PendingChange<ListFilters>((part, isStep) => {
    this.filters = { ...this.filters, ...part };
    this.dispatchEvent(new ListFiltersEvent(this.filters, isStep));
  });
  #asked = "";
  /** Which rows are drawn. */
  #drawn = "";
  /** The failure that the page was told last. */
  #told: Error | undefined;

  constructor() {
    super();
    this.filters = NO_FILTERS;
    this.runHref = "/runs/{id}";
    this.clock = "local";
    this.callsLeft = undefined;
    this.inactive = false;
    this.isFormOpen = false;
    this.limit = PAGE;
    this.exporting = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows.stop();
    this.#pending.drop();
  }

  /** Puts the focus on a run's row, where it is shown. */
  focusRun(runId: string): void {
    this.#keys.focusRun(runId);
  }

  override shouldUpdate(): boolean {
    return !this.inactive;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("filters");
    // The same filters, read from an address once more, leave the list where it was.
    if (before === undefined || `${paramsFromFilters(before)}` === `${paramsFromFilters(this.filters)}`)
      return;
    this.limit = PAGE;
  }

  override updated(): void {
    this.#ask();
    this.#tell();
  }

  override render(): TemplateResult | typeof nothing {
    const session = this.current;
    if (session === undefined) return nothing;
    const { store, load } = session.list;
    const state = `${load.records} ${load.isComplete}`;
    const rows = this.#rows.read(store, load, this.#query);
    if (load.phase !== "loading" || load.records <= COUNTED_WHILE_READING) {
      this.#counts.refresh(
        store,
        `${state} ${load.loadedAtMs}`,
        rows.rows.flatMap((row) => row.reported),
      );
    }
    this.#ticker.until(load.waiting?.untilMs);
    const states = this.#states(session);
    const isFirst =
      rows.total === 0 && load.records === 0 && (load.phase === "loading" || load.phase === "idle");
    const isWaiting = isFirst && load.waiting === undefined && !session.isOffline && !this.#isInvalid;
    return html`${this.#head(session, rows.total)}
      ${this.#form(session)}
      ${rows.total > 0 || isWaiting ? this.#table(session, rows.rows, isWaiting) : this.#nothingThere(states)}
      ${this.#showMore(rows.rows.length, rows.total)} ${progress(states)}
      <p class="visually-hidden" role="status">${spoken(states)}</p>`;
  }

  get #texts(): ListTexts {
    return pick({ en, zh }, this.locale);
  }

  get #query(): ListQuery {
    return { ...storeQuery(this.filters), limit: this.limit };
  }

  get #isInvalid(): boolean {
    return findingsOf(this.filters.request, this.current?.regionId ?? "").some(
      (finding) => finding.severity === "error",
    );
  }

  #head(session: Session, total: number): TemplateResult {
    const texts = this.#texts;
    return html`<header class="head">
        <h1>${texts.title}</h1>
        ${total === 0 ? nothing : html`<span class="faint num">${format.count(total, this.locale)}</span>`}
      </header>
      ${toolbar({
        texts,
        locale: this.locale,
        regionId: session.regionId,
        filters: this.filters,
        isOffline: session.isOffline,
        isFormOpen: this.isFormOpen || this.#isInvalid,
        isReading: session.listLoad.phase === "loading",
        counts: this.#counts.value,
        cli: cliLine(this.filters.request, session.regionId),
        exporting: this.exporting,
        change: (part, isStep) => this.#change(part, isStep),
        toggleForm: () => void this.#toggleForm(),
        export: (kind, withSecrets) => void this.#export(session, kind, new Masker(!withSecrets)),
        refresh: () => void session.refreshList(),
      })}`;
  }

  #form(session: Session): TemplateResult | typeof nothing {
    const isInvalid = this.#isInvalid;
    if (session.isOffline || !(this.isFormOpen || isInvalid)) return nothing;
    return html`<invoscope-list-filter
      .request=${this.filters.request}
      .regionId=${session.regionId}
      .locale=${this.locale}
      @invoscope-list-request=${(event: ListRequestEvent) => this.#change({ request: event.detail }, true)}
    ></invoscope-list-filter>`;
  }

  #table(session: Session, rows: readonly RunRow[], isWaiting: boolean): TemplateResult {
    const { caption } = this.#texts;
    return html`<table role="table" class="card" part="table" aria-label=${caption} aria-busy=${isWaiting ? "true" : "false"}>
      ${heads({ texts: this.#texts, filters: this.filters, change: (part) => this.#change(part, true) })}
      <tbody role="rowgroup" @click=${this.#click}>
        ${isWaiting ? skeleton(ROWS_TO_COME) : this.#rowsOf(session, rows)}
      </tbody>
    </table>`;
  }

  /** A screenful of other rows at once. While pages come in the list is drawn often, a row only where it is another. */
  #rowsOf(session: Session, rows: readonly RunRow[]): unknown {
    if (this.#drawn !== this.#rows.key) this.#gradual.restart();
    this.#drawn = this.#rows.key;
    const drawn = this.#gradual.of(rows.length);
    const { locale, clock, runHref } = this;
    const context = this.#rowContext(session);
    const ago = Math.floor(context.nowMs / AGO_MS);
    return each(
      rows.slice(0, drawn),
      (row) => row.id,
      (row) =>
        guard([row, this.#rows.mayGrow(row), this.#expanded.has(row.id), locale, clock, runHref, ago], () =>
          this.#rowAndParts(row, context),
        ),
    );
  }

  #rowAndParts(row: RunRow, context: RowContext): TemplateResult {
    const parts = this.#expanded.has(row.id) ? row.invokeIds : [];
    return html`${runRow(row, context)}${parts.map((id, index) =>
      runRow(context.store.summary(id).run, context, { part: index + 1, all: parts.length }),
    )}`;
  }

  #rowContext(session: Session): RowContext {
    return {
      store: session.list.store,
      texts: this.#texts,
      locale: this.locale,
      clock: this.clock,
      nowMs: Date.now(),
      hrefOf: (runId) => this.runHref.replace("{id}", () => encodeURIComponent(runId).replaceAll("%2C", ",")),
      mayGrow: (row) => this.#rows.mayGrow(row),
      isExpanded: (runId) => this.#expanded.has(runId),
      toggle: (runId) => this.#toggle(runId),
    };
  }

  #nothingThere(states: StatesContext): TemplateResult {
    return html`<div class="card blank">${this.#isInvalid ? html`<p class="empty">${this.#texts.invalid}</p>` : noRows(states)}</div>`;
  }

  #showMore(shown: number, total: number): TemplateResult | typeof nothing {
    if (shown >= total || shown === 0) return nothing;
    const texts = this.#texts;
    const next = Math.min(PAGE, total - shown);
    return html`<div class="show-more">
      <span class="quiet num">${texts.showing(format.count(shown, this.locale), format.count(total, this.locale))}</span>
      <button
        class="btn"
        type="button"
        id="show-more"
        @click=${() => {
          this.limit += PAGE;
        }}
      >${texts.showMore(format.count(next, this.locale))}</button>
    </div>`;
  }

  #states(session: Session): StatesContext {
    return {
      texts: this.#texts,
      locale: this.locale,
      load: session.listLoad,
      isOffline: session.isOffline,
      nowMs: Date.now(),
      callsLeft: this.callsLeft,
      isAsked: requestSize(this.filters.request) > 0,
      isAskedById: this.filters.request.InvokeId !== undefined,
      more: (pages) => void session.loadMore(pages),
      refresh: () => void session.refreshList(),
      stop: () => session.cancelList(),
      clear: () => this.#change({ request: {}, text: "", statuses: [] }, true),
    };
  }

  /** Asks the service where the list in the session is not the wanted one. */
  #ask(): void {
    const session = this.current;
    if (session === undefined || session.isOffline || this.#isInvalid) return;
    const request: InvocationRequest = { ...this.filters.request, RegionId: session.regionId };
    const wanted = keyOf(request);
    if (wanted === this.#asked || wanted === keyOf(session.list.request)) return;
    this.#asked = wanted;
    void session.loadList(request);
  }

  /** Tells the page why reading stopped, once. */
  #tell(): void {
    const load = this.current?.listLoad;
    const error = load?.phase === "error" ? load.error : undefined;
    if (error === this.#told) return;
    this.#told = error;
    if (error !== undefined) this.dispatchEvent(new FailedEvent("", error));
  }

  #change(part: Partial<ListFilters>, isStep: boolean): void {
    if (isStep) this.#pending.now(part);
    else this.#pending.soon(part);
  }

  async #toggleForm(): Promise<void> {
    this.isFormOpen = !this.isFormOpen;
    await this.updateComplete;
    const form = this.renderRoot.querySelector("invoscope-list-filter");
    if (form instanceof InvoscopeListFilter) {
      await form.updateComplete;
      form.focus();
    }
  }

  #toggle(runId: string): void {
    if (!this.#expanded.delete(runId)) this.#expanded.add(runId);
    this.requestUpdate();
  }

  async #export(session: Session, kind: ExportKind, masker: Masker): Promise<void> {
    const texts = this.#texts;
    const told = (done: number, all: number): void => {
      this.exporting = texts.exporting(format.count(done, this.locale), format.count(all, this.locale));
    };
    try {
      const { exportRuns } = await import("./export.ts");
      const blob = await exportRuns(session.list.store, storeQuery(this.filters), kind, masker, told);
      const name = `invoscope-runs-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.${kind}`;
      download(name, blob);
    } finally {
      this.exporting = masker.found === 0 ? undefined : pick(secrets, this.locale).masked(masker.found);
      setTimeout(() => {
        this.exporting = undefined;
      }, NOTED_MS);
    }
  }

  /** A click anywhere in a row is one on its link, unless text is being selected. */
  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("button") !== null) return;
    const link = event.target.closest<HTMLAnchorElement>("a.name");
    const row = event.target.closest("tr");
    const name = link ?? row?.querySelector<HTMLAnchorElement>("a.name");
    const runId = name?.dataset.run;
    if (name === null || name === undefined || runId === undefined) return;
    if (link === null) {
      if (String(getSelection()) === "") name.click();
      return;
    }
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!this.dispatchEvent(new OpenRunEvent(runId))) event.preventDefault();
  }
}

function keyOf(request: InvocationRequest): string {
  return `${request.RegionId} ${paramsFromFilters({ ...NO_FILTERS, request })}`;
}
