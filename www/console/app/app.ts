import { ContextProvider } from "@lit/context";
import {
  baseStyles,
  type ListFiltersEvent,
  type NavigateEvent,
  NO_FILTERS,
  type OpenRunEvent,
  type Session,
  sessionContext,
  startSession,
} from "invoscope/elements";
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { appStyles } from "./app.styles.ts";
import { header } from "./header.ts";
import { addressOf, moved, type Route, readRoute } from "./routes.ts";
import { listenForAnswers, readFile, type SavedAnswer } from "./saved-answer.ts";
import { keepSettings, readSettings, type Settings } from "./settings.ts";
import { type AppTexts, en, zh } from "./texts.ts";

const ENDPOINT = "/api/v1";

/** The page: header, list, run, and the address that tells which. */
export class InvoscopeApp extends LitElement {
  static override styles = [...baseStyles, appStyles];
  static override properties: PropertyDeclarations = {
    route: { state: true },
    settings: { state: true },
    session: { state: true },
    notice: { state: true },
    isOver: { state: true },
  };

  declare route: Route;
  declare settings: Settings;
  declare session: Session | undefined;
  declare notice: { readonly text: string; readonly isError: boolean } | undefined;
  declare isOver: boolean;

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  #abort = new AbortController();
  /** The list keeps its filters while a run is shown. */
  #filters = NO_FILTERS;

  constructor() {
    super();
    const url = new URL(location.href);
    this.route = readRoute(url);
    this.settings = readSettings(url);
    this.session = undefined;
    this.notice = undefined;
    this.isOver = false;
    this.#apply(this.settings);
    void this.#start();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    addEventListener("popstate", () => this.#show(readRoute(new URL(location.href))), { signal });
    this.addEventListener("click", this.#followLink, { signal });
    listenForAnswers(
      (answer) => this.#read(answer),
      (isOver) => {
        this.isOver = isOver;
      },
      signal,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  override willUpdate(): void {
    if (this.route.page === "list") this.#filters = this.route.filters;
  }

  override updated(): void {
    const { route } = this;
    const name = route.page === "run" ? this.#runName(route.runId) : this.#texts.runs;
    document.title = `${name} · invoscope`;
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    return html`${header({
      texts,
      settings: this.settings,
      isRun: this.route.page === "run",
      skip: () => this.renderRoot.querySelector("main")?.focus(),
      change: (part) => this.#change(part),
      open: (files) => {
        for (const file of files) void readFile(file).then((answer) => this.#read(answer));
      },
    })}
      <main id="main" tabindex="-1">
        <div role="status" aria-live="polite">${this.#toast()}</div>
        ${this.session === undefined ? nothing : this.#page()}
      </main>
      ${this.isOver ? html`<div class="drop">${texts.drop}</div>` : nothing}`;
  }

  get #texts(): AppTexts {
    return this.settings.locale === "zh-CN" ? zh : en;
  }

  #page(): TemplateResult {
    const { route } = this;
    // The list stays behind a run, so that going back finds it where it was.
    return html`<invoscope-list
        ?hidden=${route.page === "run"}
        ?inactive=${route.page === "run"}
        .filters=${this.#filters}
        run-href="/runs/{id}"
        .clock=${this.settings.clock}
        @invoscope-list-filters=${this.#filtered}
        @invoscope-open-run=${this.#openRun}
      ></invoscope-list>
      ${
        route.page === "run"
          ? html`<invoscope-viewer
              invoke-id=${route.runId}
              .view=${route.view}
              .filter=${route.filter}
              .instance=${route.instance}
              .line=${route.line}
              @invoscope-navigate=${this.#navigated}
            ></invoscope-viewer>`
          : nothing
      }`;
  }

  #toast(): TemplateResult | typeof nothing {
    if (this.notice === undefined) return nothing;
    const kind = this.notice.isError ? "is-failed" : "is-success";
    return html`<p class="toast notice ${kind}">${this.notice.text}</p>`;
  }

  async #start(): Promise<void> {
    const { regionId, locale } = this.settings;
    try {
      const session = await startSession({ endpoint: ENDPOINT, regionId, locale });
      session.addEventListener("change", () => this.requestUpdate());
      this.#provider.setValue(session);
      this.session = session;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.notice = { text: `${this.#texts.failed}: ${why}`, isError: true };
    }
  }

  #runName(runId: string): string {
    const first = runId.split(",")[0] ?? "";
    const { session } = this;
    const name = session?.store.contains(first) ? session.store.run(first).commandName : undefined;
    return name === undefined || name === "" ? first : name;
  }

  #change(part: Partial<Settings>): void {
    this.settings = { ...this.settings, ...part };
    keepSettings(this.settings);
    this.#apply(this.settings);
    const { regionId, locale } = this.settings;
    this.session?.configure({ regionId, locale });
  }

  #apply({ theme, locale }: Settings): void {
    const root = document.documentElement;
    root.lang = locale;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  #show(route: Route): void {
    this.route = route;
  }

  /** Goes to a route; a step is one that "back" should undo. */
  #go(route: Route, isStep = true): void {
    const address = addressOf(route);
    if (isStep) history.pushState(undefined, "", address);
    else history.replaceState(undefined, "", address);
    this.#show(route);
  }

  readonly #filtered = (event: ListFiltersEvent): void => {
    this.#go({ page: "list", filters: event.detail.filters }, event.detail.isStep);
  };

  readonly #openRun = (event: OpenRunEvent): void => {
    event.preventDefault();
    this.#go(readRoute(new URL(`/runs/${encodeURIComponent(event.detail.runId)}`, location.href)));
    scrollTo(0, 0);
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

  #read({ name, body }: SavedAnswer): void {
    const { session } = this;
    if (session === undefined) return;
    try {
      const ids = session.ingestFile(body);
      this.notice = { text: this.#texts.opened(name, ids.length), isError: false };
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) this.#openSaved(only);
      else this.#go({ page: "list", filters: NO_FILTERS });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.notice = { text: this.#texts.notOpened(name, why), isError: true };
    }
  }

  #openSaved(runId: string): void {
    this.#go(readRoute(new URL(`/runs/${encodeURIComponent(runId)}`, location.href)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "invoscope-app": InvoscopeApp;
  }
}
