import { ContextProvider } from "@lit/context";
import {
  baseStyles,
  type InvoscopeList,
  type ListFiltersEvent,
  legible,
  listenForDrops,
  listenForPastes,
  type NavigateEvent,
  NO_FILTERS,
  type OpenRunEvent,
  openSaved,
  readFiles,
  register,
  reportOf,
  type SavedFile,
  Session,
  sessionContext,
  startSession,
} from "invoscope/elements";
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { menuStyles } from "../../elements/foundation/menu.styles.ts";
import { appStyles } from "./app.styles.ts";
import { countingFetch } from "./calls-left.ts";
import { header } from "./header.ts";
import { helpDialog } from "./help.ts";
import { addressOf, moved, type Route, readRoute, runRoute } from "./routes.ts";
import { keepSettings, linkedRegion, readSettings, type Settings } from "./settings.ts";
import { startFailed } from "./start-failed.ts";
import { type AppTexts, en, zh } from "./texts.ts";

const ENDPOINT = "/api/v1";

/** A saved answer has a session of its own, so that its runs and the account's stay apart. */
interface Saved {
  readonly session: Session;
  readonly names: readonly string[];
}

/** What became of what was opened last. */
interface Notice {
  readonly text: string;
  readonly isError: boolean;
  /** To hand on. */
  readonly report?: string;
}

/** The page: header, list, run, and the address that tells which. */
export class InvoscopeApp extends LitElement {
  static override styles = [...baseStyles, menuStyles, appStyles];
  static override properties: PropertyDeclarations = {
    route: { state: true },
    settings: { state: true },
    account: { state: true },
    saved: { state: true },
    failure: { state: true },
    notice: { state: true },
    isOver: { state: true },
    callsLeft: { state: true },
  };

  declare route: Route;
  declare settings: Settings;
  declare account: Session | undefined;
  declare saved: Saved | undefined;
  /** Why the page could not start. */
  declare failure: Error | undefined;
  declare notice: Notice | undefined;
  declare isOver: boolean;
  declare callsLeft: number | undefined;

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  #abort = new AbortController();
  /** The list keeps its filters, its place and its focus while a run is shown. */
  #filters = NO_FILTERS;
  #left: { readonly scrollY: number; readonly runId: string } | undefined;

  constructor() {
    super();
    const url = new URL(location.href);
    this.route = readRoute(url);
    this.settings = readSettings(url);
    this.account = undefined;
    this.saved = undefined;
    this.failure = undefined;
    this.notice = undefined;
    this.isOver = false;
    this.callsLeft = undefined;
    this.#apply(this.settings);
    void this.#start();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // The list is put back where it was once it is drawn, which the browser cannot know.
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => this.#wentTo(new URL(location.href)), { signal });
    this.addEventListener("click", this.#followLink, { signal });
    document.addEventListener("keydown", this.#key, { signal });
    const read = (files: readonly SavedFile[]): void => void this.#read(files);
    const hover = (isOver: boolean): void => {
      this.isOver = isOver;
    };
    listenForDrops(document, read, hover, signal);
    listenForPastes(read, signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  override willUpdate(): void {
    if (this.route.page === "list") this.#filters = this.route.filters;
    const { current } = this;
    if (this.#provider.value !== current) this.#provider.setValue(current);
  }

  override updated(): void {
    const { route } = this;
    if (route.page === "list") this.#needList();
    const name = route.page === "run" ? this.#runName(route.runId) : this.#texts.runs;
    document.title = `${legible(name)} · invoscope`;
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    return html`${header({
      texts,
      settings: this.settings,
      isRun: this.route.page === "run",
      isSaved: this.saved !== undefined,
      skip: () => this.#main?.focus(),
      help: () => this.#openHelp(),
      change: (part) => this.#change(part),
      open: (files) => void readFiles(files).then((read) => this.#read(read)),
    })}
      <main id="main" tabindex="-1">
        <div role="status" aria-live="polite">${this.#notice()}</div>
        ${this.#savedNotice()} ${this.#content()}
      </main>
      ${helpDialog(texts)} ${this.isOver ? html`<div class="drop">${texts.drop}</div>` : nothing}`;
  }

  get #texts(): AppTexts {
    return this.settings.locale === "zh-CN" ? zh : en;
  }

  get #main(): HTMLElement | null {
    return this.renderRoot.querySelector("main");
  }

  /** In the page's own shadow tree, where `invoscope/viewer` does not look for it. A run comes before it. */
  readonly #needList = (): void => void register("invoscope-list");

  get #list(): InvoscopeList | null {
    return this.renderRoot.querySelector("invoscope-list");
  }

  /** The session whose records are shown. */
  get current(): Session | undefined {
    return this.saved?.session ?? this.account;
  }

  #content(): unknown {
    if (this.failure !== undefined) return startFailed(this.#texts, this.failure, () => void this.#start());
    const { current } = this;
    if (current === undefined) return html`<p class="visually-hidden">${this.#texts.loading}</p>`;
    // What a part keeps belongs to the records that it was made for.
    return keyed(current, this.#page());
  }

  #page(): TemplateResult {
    const { route } = this;
    const { regionId } = this.settings;
    return html`<invoscope-list
        ?hidden=${route.page === "run"}
        ?inactive=${route.page === "run"}
        .filters=${this.#filters}
        run-href=${addressOf(runRoute("{id}"), regionId).replace("%7Bid%7D", "{id}")}
        .clock=${this.settings.clock}
        .callsLeft=${this.callsLeft}
        @invoscope-list-filters=${this.#filtered}
        @invoscope-open-run=${this.#openRun}
      ></invoscope-list>
      ${
        route.page === "run"
          ? keyed(
              regionId,
              html`<invoscope-viewer
                invoke-id=${route.runId}
                .view=${route.view}
                .filter=${route.filter}
                .instance=${route.instance}
                .line=${route.line}
                @invoscope-navigate=${this.#navigated}
                @invoscope-loaded=${this.#needList}
              ></invoscope-viewer>`,
            )
          : nothing
      }`;
  }

  #notice(): TemplateResult | typeof nothing {
    const { notice } = this;
    if (notice === undefined) return nothing;
    return html`<p class="toast notice ${notice.isError ? "is-failed" : "is-success"}">
      <span>${notice.text}</span>
      ${
        notice.report === undefined
          ? nothing
          : html`<invoscope-copy .text=${notice.report} .locale=${this.settings.locale} .label=${this.#texts.copyReport}
              >${this.#texts.copyReport}</invoscope-copy
            >`
      }
      <button
        class="btn ghost"
        type="button"
        @click=${() => {
          this.notice = undefined;
        }}
      >
        ${this.#texts.dismiss}
      </button>
    </p>`;
  }

  #savedNotice(): TemplateResult | typeof nothing {
    if (this.saved === undefined) return nothing;
    return html`<p class="toast notice is-running">
      <span>${this.#texts.saved(this.saved.names.join(", "))}</span>
      <button class="btn" type="button" @click=${this.#closeSaved}>${this.#texts.closeSaved}</button>
    </p>`;
  }

  async #start(): Promise<void> {
    const { regionId, locale } = this.settings;
    this.failure = undefined;
    const fetch = countingFetch((callsLeft) => {
      this.callsLeft = callsLeft;
    });
    try {
      const session = await startSession({ endpoint: ENDPOINT, regionId, locale, fetch, sharesTabs: true });
      session.addEventListener("change", () => this.requestUpdate());
      this.account = session;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  #runName(runId: string): string {
    const first = runId.split(",")[0] ?? "";
    const { current } = this;
    const name = current?.store.contains(first) ? current.store.run(first).commandName : undefined;
    return name === undefined || name === "" ? first : name;
  }

  #change(part: Partial<Settings>): void {
    this.settings = { ...this.settings, ...part };
    keepSettings(this.settings);
    this.#apply(this.settings);
    const { regionId, locale } = this.settings;
    this.account?.configure({ regionId, locale });
    this.saved?.session.configure({ locale });
    if (part.regionId !== undefined) this.#go(this.route, false);
  }

  #apply({ theme, locale }: Settings): void {
    const root = document.documentElement;
    root.lang = locale;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  #wentTo(url: URL): void {
    const regionId = linkedRegion(url) ?? this.settings.regionId;
    if (regionId !== this.settings.regionId) {
      this.settings = { ...this.settings, regionId };
      this.account?.configure({ regionId });
    }
    void this.#show(readRoute(url));
  }

  async #show(route: Route): Promise<void> {
    const before = this.route;
    if (before.page === "list" && route.page === "run") this.#left = { scrollY, runId: route.runId };
    this.route = route;
    if (before.page === route.page) return;
    await this.updateComplete;
    if (route.page === "run") {
      scrollTo(0, 0);
      this.#main?.focus({ preventScroll: true });
      return;
    }
    await register("invoscope-list");
    await this.#list?.updateComplete;
    scrollTo(0, this.#left?.scrollY ?? 0);
    this.#list?.focusRun(this.#left?.runId ?? "");
  }

  /** Goes to a route; a step is one that "back" should undo. */
  #go(route: Route, isStep = true): void {
    const address = addressOf(route, this.settings.regionId);
    if (isStep) history.pushState(undefined, "", address);
    else history.replaceState(undefined, "", address);
    void this.#show(route);
  }

  readonly #filtered = (event: ListFiltersEvent): void => {
    this.#go({ page: "list", filters: event.detail.filters }, event.detail.isStep);
  };

  readonly #openRun = (event: OpenRunEvent): void => {
    event.preventDefault();
    this.#go(runRoute(event.detail.runId));
  };

  readonly #navigated = (event: NavigateEvent): void => {
    if (this.route.page !== "run") return;
    const { detail } = event;
    const isStep = detail.view !== undefined || detail.runId !== undefined || detail.instance !== undefined;
    this.#go(moved(this.route, detail), isStep);
  };

  /** Links within the page change its address without loading it again. */
  readonly #followLink = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || link.target !== "" || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    const isHome = url.pathname === "/" && url.search === "";
    this.#go(isHome ? { page: "list", filters: this.#filters } : readRoute(url));
  };

  /** A run's view has its own keys. */
  readonly #key = (event: KeyboardEvent): void => {
    if (this.route.page !== "list" || event.key !== "?" || event.defaultPrevented) return;
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches("input, textarea, select")) return;
    event.preventDefault();
    this.#openHelp();
  };

  #openHelp(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog?.open === false) dialog.showModal();
  }

  async #read(files: readonly SavedFile[]): Promise<void> {
    if (this.account === undefined) return;
    const { locale } = this.settings;
    const session = this.saved?.session ?? new Session({ locale });
    const { names, runIds, runId, problems } = await openSaved(session, files);
    const shown = (name: string): string => (name === "" ? this.#texts.clipboard : name);
    const read = names.map(shown);
    if (read.length > 0) {
      if (this.saved === undefined) session.addEventListener("change", () => this.requestUpdate());
      this.saved = { session, names: [...(this.saved?.names ?? []), ...read] };
      this.notice = { text: this.#texts.opened(read.join(", "), runIds.length), isError: false };
      this.#go(runId === undefined ? { page: "list", filters: NO_FILTERS } : runRoute(runId));
    }
    if (problems.length > 0) {
      this.notice = {
        text: problems.map((error) => this.#texts.notOpened(shown(error.file), error.message)).join(" "),
        isError: true,
        report: problems.map(reportOf).join("\n\n"),
      };
    }
  }

  readonly #closeSaved = (): void => {
    this.saved = undefined;
    this.notice = undefined;
    this.#go({ page: "list", filters: NO_FILTERS });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "invoscope-app": InvoscopeApp;
  }
}
