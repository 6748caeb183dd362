import { ContextProvider } from "@lit/context";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { Keyboard as KeyboardIcon, Layers, TriangleAlert } from "lucide";
import { base, format, icon } from "../foundation/index.ts";
import { isChinese, messages, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { fieldsStyles } from "../instances/fields.styles.ts";
import type { InvoscopeInstances } from "../instances/instances.ts";
import type { InvoscopeSearch } from "../search/search.ts";
import { sessionContext } from "../session/context.ts";
import { filteredRows } from "../session/filter.ts";
import { NavigateEvent, type Place, RUN_VIEWS, type RunView } from "../session/navigate.ts";
import { SessionPart } from "../session/part.ts";
import { familiesOf, summaryOf } from "../session/run-data.ts";
import { type Session, startSession } from "../session/session.ts";
import { problemStyles } from "../shared/problem.styles.ts";
import { SavedFiles } from "../shared/saved/saved-files.ts";
import { savedBar, savedEmpty, savedOver, savedStyles } from "../shared/saved/saved-view.ts";
import { Ticker } from "../shared/ticker.ts";
import { helpDialog } from "./help.ts";
import { Keyboard } from "./keyboard.ts";
import { peekPane } from "./peek.ts";
import { noRun, type RunStates, spokenState, staleNotice } from "./states.ts";
import { viewerStyles } from "./viewer.styles.ts";

/**
 * The whole view of a run or run set: headline, failures, instances, outputs, timeline, command, raw answer.
 *
 * It makes a session of its own from `endpoint` and `region`, unless the `session` property or a context gives one.
 * Where neither does, it opens saved answers: files that are dropped on it or chosen, and without an `endpoint`
 * those that are pasted.
 *
 * @fires invoscope-navigate - The place changed; its `detail` is a `Place`. A page writes it into its URL and sets
 *   `view`, `filter`, `instance` and `line` to restore it.
 * @slot actions - Buttons at the end of the headline's row.
 * @csspart main - Everything but the pane beside.
 * @cssprop --iv-sticky-top - Height of what the page keeps above the viewer.
 */
export class InvoscopeViewer extends SessionPart {
  static override styles = [...base, fieldsStyles, problemStyles, savedStyles, viewerStyles];
  static override properties: PropertyDeclarations = {
    ...SessionPart.properties,
    endpoint: {},
    region: {},
    invokeId: { attribute: "invoke-id" },
    language: { attribute: "locale" },
    labels: { type: Object },
    token: { attribute: false },
    view: {},
    filter: {},
    instance: {},
    line: { type: Number },
    own: { state: true },
    failure: { state: true },
    set: { state: true },
  };

  /** Where the proxy's routes are, such as `/api/v1`. */
  declare endpoint: string | undefined;
  declare region: string | undefined;
  /** An `InvokeId`, or several joined by commas: a run set. */
  declare invokeId: string;
  /** `zh-CN` or `en`; the browser's unless told. */
  declare language: string | undefined;
  /** Names of instances, by id. */
  declare labels: Readonly<Record<string, string>> | undefined;
  /** The proxy's bearer token, where it wants one. */
  declare token: string | (() => string | undefined) | undefined;
  declare view: RunView;
  declare filter: string;
  declare instance: string;
  declare line: number | undefined;
  declare own: Session | undefined;
  declare failure: Error | undefined;
  /** The run set that this single run belongs to. */
  declare set: readonly string[] | undefined;

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  readonly #instances = createRef<InvoscopeInstances>();
  readonly #search = createRef<InvoscopeSearch>();
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #ticker = new Ticker(this);
  readonly #saved = new SavedFiles(this, {
    acceptsDrops: () => super.current === undefined,
    acceptsPastes: () => super.current === undefined && this.endpoint === undefined,
    locale: () => this.#language,
    show: (session, runId) => this.#showSaved(session, runId),
  });
  /** What was shown before the files. */
  #before: Pick<InvoscopeViewer, "own" | "invokeId"> | undefined;
  #isStarting = false;
  #asked: string | undefined;

  constructor() {
    super();
    this.invokeId = "";
    this.view = "overview";
    this.filter = "";
    this.instance = "";
    this.addEventListener("invoscope-navigate", (event) => {
      if (event.target !== this || event.composedPath()[0] !== this) this.#go(event.detail);
    });
    new Keyboard(this, {
      "/": () => this.#focusSearch(),
      f: () => this.#focusFilter(),
      n: () => this.#step(1),
      p: () => this.#step(-1),
      "?": () => this.#openHelp(),
      Escape: () => this.#escape(),
      ...Object.fromEntries(RUN_VIEWS.map((view, index) => [String(index + 1), () => this.#show({ view })])),
    });
  }

  protected override get current(): Session | undefined {
    return super.current ?? this.own;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.invokeId !== "") this.current?.closeRun(this.invokeId);
    this.#asked = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (super.current === undefined) this.#startOwn(changed);
    const session = this.current;
    this.#provider.setValue(session);
    if (session !== undefined && this.invokeId !== "" && this.#asked !== this.invokeId && this.isConnected) {
      this.#asked = this.invokeId;
      this.set = undefined;
      void this.#open(session, this.invokeId);
    }
  }

  override render(): unknown {
    if (this.failure !== undefined) return this.#noWasm(this.failure);
    const session = this.current;
    const isBare = super.current === undefined && this.endpoint === undefined && this.invokeId === "";
    // The live region is the same element in every state: what is new in it is read out.
    return html`${super.current === undefined ? this.#savedFiles() : nothing}
      ${isBare ? savedEmpty(this.#saved, this.#language) : this.#content(session)}
      <div class="visually-hidden" role="status" aria-live="polite">${this.#sentence(session)}</div>`;
  }

  #content(session: Session | undefined): unknown {
    const { locale } = this;
    if (this.invokeId === "") return nothing;
    const states = this.#states(session);
    this.#ticker.until(states.load?.waiting?.untilMs);
    if (session === undefined || !session.has(this.invokeId)) return noRun(states);
    const isPeeking = this.instance !== "";
    const words = pick(run, locale);
    return html`<div class="layout ${isPeeking ? "peeking" : ""}">
        <div class="main" part="main">
          ${staleNotice(states)} ${this.#setNotice()}
          <invoscope-run-header run-id=${this.invokeId} filter=${this.filter}>
            <slot name="actions" slot="actions"></slot>
            <invoscope-export slot="actions" run-id=${this.invokeId} filter=${this.filter}></invoscope-export>
            <button
              slot="actions"
              class="btn ghost square"
              type="button"
              title=${words.help}
              aria-label=${words.help}
              @click=${this.#openHelp}
            >
              ${icon(KeyboardIcon)}
            </button>
          </invoscope-run-header>
          <div class="status-line">${this.#tabs(session)}<invoscope-refresh run-id=${this.invokeId}></invoscope-refresh></div>
          <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">${this.#panel(session)}</div>
        </div>
        ${
          isPeeking
            ? peekPane({
                session,
                runId: this.invokeId,
                instance: this.instance,
                line: this.line,
                close: () => this.#show({ instance: "", line: undefined }),
                step: (by) => this.#step(by),
              })
            : nothing
        }
      </div>
      ${helpDialog(this.#dialog, locale)}`;
  }

  #panel(session: Session): TemplateResult {
    const id = this.invokeId;
    switch (this.view) {
      case "instances":
        return html`<invoscope-instances
          ${ref(this.#instances)}
          run-id=${id}
          filter=${this.filter}
          instance=${this.instance}
        ></invoscope-instances>`;
      case "search":
        return html`<invoscope-search ${ref(this.#search)} run-id=${id}></invoscope-search>`;
      case "timeline":
        return html`<invoscope-timeline run-id=${id}></invoscope-timeline>`;
      case "command":
        return html`<invoscope-command run-id=${id}></invoscope-command>`;
      case "raw":
        return html`<invoscope-raw run-id=${id}></invoscope-raw>`;
      default:
        return this.#overview(session);
    }
  }

  /** Failures and what the successes printed; of a run that has neither yet, its instances. */
  #overview(session: Session): TemplateResult {
    const id = this.invokeId;
    const { failed, success } = summaryOf(session, id).run.counts;
    if (failed + success === 0) {
      return html`<invoscope-instances run-id=${id} instance=${this.instance}></invoscope-instances>`;
    }
    return html`<invoscope-families run-id=${id}></invoscope-families>
      <invoscope-groups run-id=${id}></invoscope-groups>`;
  }

  #tabs(session: Session): TemplateResult {
    const { locale } = this;
    const words = pick(run, locale);
    const { total } = summaryOf(session, this.invokeId).run.counts;
    return html`<div class="tabs" role="tablist" aria-label=${words.viewsLabel} @keydown=${this.#tabKeys}>
      ${RUN_VIEWS.map(
        (view) => html`<button
          id="tab-${view}"
          type="button"
          role="tab"
          aria-selected=${view === this.view}
          aria-controls="panel"
          tabindex=${view === this.view ? 0 : -1}
          @click=${() => this.#show({ view })}
        >
          ${words.views[view]}${view === "instances" ? html`<span class="num">${format.count(total, locale)}</span>` : nothing}
        </button>`,
      )}
    </div>`;
  }

  #setNotice(): TemplateResult | typeof nothing {
    const words = pick(run, this.locale);
    const { set } = this;
    if (set === undefined) return nothing;
    return html`<p class="notice is-running">
      ${icon(Layers)}<span>${words.partOfSet(set.length)}</span>
      <button class="btn" type="button" @click=${() => this.#show({ runId: set.join(",") })}>${words.openSet}</button>
    </p>`;
  }

  #sentence(session: Session | undefined): string {
    if (this.invokeId === "") return "";
    const isHere = session?.has(this.invokeId) === true;
    const state = spokenState(this.#states(session), isHere);
    if (session === undefined || !isHere || state !== "") return state;
    const { headline } = summaryOf(session, this.invokeId);
    return isChinese(this.locale) ? headline.zh : headline.en;
  }

  #states(session: Session | undefined): RunStates {
    return {
      load: session?.runLoad(this.invokeId),
      locale: this.locale,
      nowMs: Date.now(),
      retry: () => void session?.openRun(this.invokeId, { force: true }),
      open: (runId) => this.#show({ runId }),
    };
  }

  #noWasm(error: Error): TemplateResult {
    const { state } = messages(this.locale);
    return html`<section class="problem" role="alert">
      ${icon(TriangleAlert)}
      <h2>${state.noWasmTitle}</h2>
      <p class="quiet">${state.noWasmText}</p>
      <pre class="mono" tabindex="0">${error.message}</pre>
    </section>`;
  }

  #startOwn(changed: PropertyValues): void {
    const options = {
      ...(this.endpoint !== undefined && { endpoint: this.endpoint }),
      ...(this.region !== undefined && { regionId: this.region }),
      ...(this.language !== undefined && { locale: this.language }),
      ...(this.labels !== undefined && { labels: this.labels }),
      ...(this.token !== undefined && { token: this.token }),
    };
    if (this.own !== undefined) {
      const names = ["endpoint", "region", "language", "labels", "token"];
      if (names.some((name) => changed.has(name))) this.own.configure(options);
      return;
    }
    if (this.#isStarting || this.endpoint === undefined) return;
    this.#isStarting = true;
    startSession(options).then(
      (session) => {
        session.addEventListener("change", () => this.requestUpdate());
        this.own = session;
      },
      (error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      },
    );
  }

  /** The language before there is a session that has one. */
  get #language(): string {
    return this.current?.locale ?? this.language ?? navigator.language;
  }

  /** Which saved answers are shown, or why they could not be. */
  #savedFiles(): unknown {
    const language = this.#language;
    return [
      savedOver(this.#saved, language),
      savedBar(this.#saved, this.invokeId, language, {
        choose: (runId) => this.#show({ runId, filter: "", instance: "" }),
        close: () => this.#closeSaved(),
      }),
    ];
  }

  #showSaved(session: Session, runId: string): void {
    if (this.own !== session) {
      this.#before = { own: this.own, invokeId: this.invokeId };
      session.addEventListener("change", () => this.requestUpdate());
      if (this.labels !== undefined) session.labels = { ...session.labels, ...this.labels };
      this.own = session;
    }
    this.#show({ runId, filter: "", instance: "", line: undefined });
  }

  #closeSaved(): void {
    this.#saved.close();
    this.own = this.#before?.own;
    this.#show({ runId: this.#before?.invokeId ?? "", filter: "", instance: "", line: undefined });
  }

  async #open(session: Session, id: string): Promise<void> {
    await session.openRun(id);
    if (id.includes(",") || !session.has(id)) return;
    try {
      const set = await session.findSet(id);
      if (this.invokeId === id) this.set = set;
    } catch {
      // A proposal that could not be looked for is none.
    }
  }

  /** Goes there, and tells the page. */
  #show(place: Place): boolean {
    this.#go(place);
    this.dispatchEvent(new NavigateEvent(place));
    return true;
  }

  #go(place: Place): void {
    if (place.runId !== undefined) this.invokeId = place.runId;
    if (place.view !== undefined) this.view = place.view;
    if (place.filter !== undefined) this.filter = place.filter;
    if (place.instance !== undefined) this.instance = place.instance;
    if ("line" in place) this.line = place.line;
  }

  #step(by: 1 | -1): boolean {
    const session = this.current;
    if (session === undefined || !session.has(this.invokeId)) return false;
    const failed = filteredRows(session, this.invokeId, "is:failed", { by: "attention", reverse: false });
    if (failed.length === 0) return false;
    const at = failed.findIndex((row) => row.instanceId === this.instance);
    const next = at < 0 ? (by === 1 ? 0 : failed.length - 1) : (at + by + failed.length) % failed.length;
    const row = failed[next];
    const family = familiesOf(session, this.invokeId).find(
      ({ instanceIds }) => instanceIds[0] === row?.instanceId,
    );
    return this.#show({ instance: row?.instanceId ?? "", line: family?.decisiveLine });
  }

  #focusSearch(): boolean {
    this.#show({ view: "search" });
    void this.updateComplete.then(() => this.#search.value?.focusQuery());
    return true;
  }

  #focusFilter(): boolean {
    this.#show({ view: "instances" });
    void this.updateComplete.then(() => this.#instances.value?.focusFilter());
    return true;
  }

  #openHelp(): boolean {
    this.#dialog.value?.showModal();
    return true;
  }

  #escape(): boolean {
    if (this.#dialog.value?.open) return false;
    return this.instance !== "" && this.#show({ instance: "", line: undefined });
  }

  #tabKeys(event: KeyboardEvent): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = RUN_VIEWS.indexOf(this.view);
    const view = RUN_VIEWS[(at + by + RUN_VIEWS.length) % RUN_VIEWS.length] ?? "overview";
    this.#show({ view });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus());
  }
}
