import { ContextProvider } from "@lit/context";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { createRef } from "lit/directives/ref.js";
import { Keyboard as KeyboardIcon } from "lucide";
import { icon } from "../foundation/index.ts";
import { isChinese, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { fieldsStyles } from "../instances/fields.styles.ts";
import type { InvoscopeInstances } from "../instances/instances.ts";
import type { ElementName } from "../register.ts";
import type { InvoscopeSearch } from "../search/search.ts";
import { sessionContext } from "../session/context.ts";
import { SelectEvent } from "../session/events.ts";
import { NavigateEvent, type Place, type RunView } from "../session/navigate.ts";
import { SessionPart } from "../session/part.ts";
import { placeholder } from "../session/placeholder.ts";
import { summaryOf } from "../session/run-data.ts";
import { RunOpener } from "../session/run-opener.ts";
import { runPartStyles } from "../session/run-part.ts";
import { newestRun, type Session } from "../session/session.ts";
import { savedStyles } from "../shared/saved/saved-view.ts";
import { Ticker } from "../shared/ticker.ts";
import { nextFailure } from "./failures.ts";
import { helpDialog } from "./help.ts";
import { areThere, Modules } from "./modules.ts";
import { OpenedFiles } from "./opened-files.ts";
import { elementsOf, PANELS, type PanelContext, panel } from "./panel.ts";
import { addShortcuts } from "./shortcuts.ts";
import { noRun, type RunStates, spokenState, staleNotice } from "./states.ts";
import { tabs } from "./tabs.ts";
import { viewerStyles } from "./viewer.styles.ts";
import { WholeSet } from "./whole-set.ts";

const FRAME: readonly ElementName[] = ["invoscope-run-header", "invoscope-refresh"];

/**
 * The whole view of a run or run set: headline, failures, instances, outputs, timeline, command, raw answer.
 *
 * `<invoscope-viewer endpoint="/api/v1" region="cn-hangzhou" invoke-id="t-…">` alone shows a run; so does one that is
 * given saved `answers`. Views that are not the first are loaded when they are wanted.
 * Without a session, an `endpoint` or `answers` it opens files: those that are dropped on it, chosen or pasted.
 *
 * @attr {string} invoke-id - An `InvokeId`, or several joined by commas: a run set.
 * @fires invoscope-navigate - The place changed; its `detail` is a `Place`. A page writes it into its URL and sets
 *   `view`, `filter`, `instance` and `line` to restore it.
 * @fires invoscope-select - An instance was chosen; `detail` has `runId` and `instanceId`.
 * @fires invoscope-loaded - The run is read, outputs and all; `detail` has `runId`.
 * @fires invoscope-error - The viewer could not start, or a run not be read or refreshed; `detail` has `runId` and
 *   `error`.
 * @slot actions - Buttons at the end of the headline's row.
 * @csspart main - Everything but the pane beside.
 * @csspart tabs - The names of the views.
 * @csspart panel - The view.
 * @csspart pane - The instance beside the view.
 * @csspart headline - The sentence, of the `invoscope-run-header`.
 * @csspart bar - The stacked bar, of the `invoscope-run-header`.
 * @csspart family - A failure family, of the `invoscope-families`.
 * @csspart group - A group of equal outputs, of the `invoscope-groups`.
 * @csspart table - The instances, of the `invoscope-instances`.
 * @cssprop --iv-sticky-top - Height of what the page keeps above the viewer.
 */
export class InvoscopeViewer extends SessionPart {
  static override styles = [...runPartStyles, fieldsStyles, savedStyles, viewerStyles];
  static override properties: PropertyDeclarations = {
    ...SessionPart.properties,
    invokeId: { attribute: "invoke-id" },
    view: {},
    filter: {},
    instance: {},
    line: { type: Number },
  };

  /** An `InvokeId`, or several joined by commas: a run set; of `answers`, the newest run unless told. */
  declare invokeId: string;
  /** What is shown of the run. */
  declare view: RunView;
  /** As in the filter box: `is:failed`, `family:…`, free words. */
  declare filter: string;
  /** The instance that is open beside the view. */
  declare instance: string;
  /** The line of its output to show, one-based. */
  declare line: number | undefined;

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  readonly #instances = createRef<InvoscopeInstances>();
  readonly #search = createRef<InvoscopeSearch>();
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #ticker = new Ticker(this);
  readonly #modules = new Modules(this);
  readonly #set = new WholeSet(this);
  readonly #opened = new OpenedFiles(this, {
    acceptsDrops: () => this.given === undefined,
    acceptsPastes: () => this.isBare,
    locale: () => this.locale,
    runId: () => this.invokeId,
    labels: () => this.labels,
    show: (place) => this.#show(place),
  });
  /** The run that was chosen because none was named. */
  #chosen = "";

  constructor() {
    super();
    this.invokeId = "";
    this.view = "overview";
    this.filter = "";
    this.instance = "";
    this.addEventListener("invoscope-navigate", (event) => {
      if (event.target !== this || event.composedPath()[0] !== this) this.#go(event.detail);
    });
    new RunOpener(this, {
      session: () => this.current,
      runId: () => this.invokeId,
      always: true,
      settled: (session, runId) => void this.#set.find(session, runId),
    });
    addShortcuts(this, {
      instances: this.#instances,
      search: this.#search,
      show: (place) => this.#show(place),
      step: (by) => this.#step(by),
      help: () => this.#openHelp(),
      close: () => this.#escape(),
    });
  }

  /** Files that were opened take the place of what the page gave. */
  protected override get current(): Session | undefined {
    return this.#opened.session ?? super.current;
  }

  protected override started(session: Session): void {
    if (this.answers === undefined || this.invokeId !== this.#chosen) return;
    this.#chosen = newestRun(session);
    this.invokeId = this.#chosen;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { current } = this;
    if (this.#provider.value !== current) this.#provider.setValue(current);
    // Modules load while the records do.
    const isFirst = !this.hasUpdated;
    if (isFirst || changed.has("view"))
      this.#modules.want(...FRAME, ...PANELS[this.view], "invoscope-export");
    if (this.instance !== "") this.#modules.wantPane();
  }

  override render(): unknown {
    const session = this.current;
    // The live region is the same element in every state: what is new in it is read out.
    return html`${this.given === undefined ? this.#opened.bar() : nothing}
      ${this.isBare && !this.invokeId ? this.#opened.empty() : this.#content(session)}
      <div class="visually-hidden" role="status" aria-live="polite">${this.#sentence(session)}</div>`;
  }

  #content(session: Session | undefined): unknown {
    const { locale } = this;
    if (this.startFailure !== undefined || !this.invokeId) return this.#waiting();
    const states = this.#states(session);
    this.#ticker.until(states.load?.waiting?.untilMs);
    if (session === undefined || !session.has(this.invokeId)) return noRun(states);
    if (!areThere(FRAME)) return [this.#cutOff(), this.#modules.absent()];
    const pane = this.instance === "" ? undefined : this.#modules.pane;
    const words = pick(run, locale);
    return html`<div class="layout ${pane === undefined ? "" : "peeking"}">
        <div class="main" part="main">
          ${this.#cutOff()} ${staleNotice(states)}
          <invoscope-run-header exportparts="headline, bar" run-id=${this.invokeId} filter=${this.filter}>
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
          <div class="status-line">${this.#tabs(session)}<invoscope-refresh run-id=${this.invokeId}></invoscope-refresh>${this.#set.button(this.invokeId, locale, (runId) => this.#show({ runId }))}</div>
          <div class="panel" part="panel" id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">${this.#panel(session)}</div>
        </div>
        ${
          pane !== undefined
            ? pane({
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

  #panel(session: Session): unknown {
    const context: PanelContext = {
      view: this.view,
      session,
      runId: this.invokeId,
      filter: this.filter,
      instance: this.instance,
      instances: this.#instances,
      search: this.#search,
    };
    const elements = elementsOf(context);
    if (!this.#modules.isCutOff) this.#modules.want(...elements);
    return areThere(elements) ? panel(context) : this.#modules.absent();
  }

  #tabs(session: Session): TemplateResult {
    return tabs({
      view: this.view,
      locale: this.locale,
      total: summaryOf(session, this.invokeId).run.counts.total,
      show: (view, takesFocus) => {
        this.#show({ view });
        if (takesFocus) void this.updateComplete.then(() => this.#focusTab(view));
      },
    });
  }

  #focusTab(view: RunView): void {
    this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
  }

  #sentence(session: Session | undefined): string {
    if (!this.invokeId || this.startFailure !== undefined) return "";
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

  /** What stands in the place of a viewer that has no session, or does not know its run yet. */
  #waiting(): unknown {
    return placeholder({
      locale: this.locale,
      failure: this.startFailure,
      error: undefined,
      isLoading: this.isStarting,
      retry: () => this.restart(),
    });
  }

  #cutOff(): unknown {
    return this.#modules.notice(this.locale, () => this.#modules.retry(...FRAME, ...PANELS[this.view]));
  }

  /** Goes there, and tells the page. */
  #show(place: Place): boolean {
    this.#go(place);
    this.dispatchEvent(new NavigateEvent(place));
    if (place.instance) this.dispatchEvent(new SelectEvent(this.invokeId, place.instance));
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
    const place = nextFailure(session, this.invokeId, this.instance, by);
    return place !== undefined && this.#show(place);
  }

  #openHelp(): boolean {
    this.#dialog.value?.showModal();
    return true;
  }

  #escape(): boolean {
    if (this.#dialog.value?.open) return false;
    return this.instance !== "" && this.#show({ instance: "", line: undefined });
  }
}
