import { baseStyles, legible, type NavigateEvent, type Place } from "invoscope/elements";
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { Box, type IconNode, ListFilter, ShieldAlert, ShieldCheck, TriangleAlert } from "lucide";
import { format, icon } from "../elements/foundation/index.ts";
import { pick } from "../elements/i18n/index.ts";
import * as secrets from "../elements/i18n/secrets.ts";
import { capsuleStyles } from "./capsule.styles.ts";
import { type Contents, readContents } from "./contents.ts";
import { readPlace, writePlace } from "./place.ts";
import * as texts from "./texts.ts";

const THEMES = ["auto", "light", "dark"] as const;
const LOCALES = { en: "English", "zh-CN": "中文" };

/** The page of a capsule: what it holds and leaves out, and the views of its run. */
export class InvoscopeCapsule extends LitElement {
  static override styles = [...baseStyles, capsuleStyles];
  static override properties: PropertyDeclarations = {
    contents: { state: true },
    failure: { state: true },
    place: { state: true },
  };

  declare contents: Contents | undefined;
  declare failure: Error | undefined;
  declare place: Place;

  constructor() {
    super();
    this.contents = undefined;
    this.failure = undefined;
    this.place = readPlace(location.hash);
    addEventListener("hashchange", () => {
      this.place = readPlace(location.hash);
    });
    void this.#start();
  }

  override render(): TemplateResult {
    const { contents, place } = this;
    const words = pick(texts, this.#locale);
    if (this.failure !== undefined) {
      return html`<main class="problem" role="alert">
        ${icon(TriangleAlert)}
        <h1>${words.failed}</h1>
        <p class="quiet">${words.failedText}</p>
        <pre class="mono" tabindex="0">${this.failure.message}</pre>
      </main>`;
    }
    if (contents === undefined) return html`<p class="problem quiet" role="status">${words.loading}</p>`;
    return html`${this.#bar(contents)}
      <main>
        ${this.#about(contents)}
        <invoscope-viewer
          .session=${contents.session}
          invoke-id=${contents.info.runId}
          .view=${place.view}
          .filter=${place.filter}
          .instance=${place.instance}
          .line=${place.line}
          @invoscope-navigate=${this.#navigated}
        ></invoscope-viewer>
      </main>`;
  }

  get #locale(): string {
    return this.contents?.session.locale ?? navigator.language;
  }

  #bar({ info, session }: Contents): TemplateResult {
    const words = pick(texts, session.locale);
    return html`<header>
      <span class="brand">${icon(Box)}invoscope <span class="faint">${words.title}</span></span>
      <span class="made quiet">${words.made(format.dateTime(info.madeAt, session.locale), legible(info.regionId))}</span>
      <span class="grow"></span>
      <select
        class="input"
        aria-label=${words.language}
        title=${words.language}
        @change=${(event: Event & { target: HTMLSelectElement }) => this.#speak(event.target.value)}
      >
        ${Object.entries(LOCALES).map(
          ([id, name]) => html`<option value=${id} ?selected=${id === session.locale}>${name}</option>`,
        )}
      </select>
      <select
        class="input"
        aria-label=${words.theme}
        title=${words.theme}
        @change=${(event: Event & { target: HTMLSelectElement }) => {
          document.documentElement.dataset.theme = event.target.value;
        }}
      >
        ${THEMES.map((theme) => html`<option value=${theme}>${words.themes[theme]}</option>`)}
      </select>
    </header>`;
  }

  /** What is here, what is not, and what was changed. */
  #about({ info, session }: Contents): TemplateResult {
    const { locale } = session;
    const words = pick(texts, locale);
    const count = (n: number): string => format.count(n, locale);
    const isPart = info.instances < info.allInstances;
    const isPeriodic = session.store.run(info.runId).repeatMode === "Period";
    const facts: [IconNode, string, boolean][] = [
      [
        ListFilter,
        isPart
          ? words.part(count(info.instances), count(info.allInstances), legible(info.filter))
          : words.whole(count(info.instances)),
        true,
      ],
      [ShieldCheck, pick(secrets, locale).masked(info.masked ?? 0), (info.masked ?? 0) > 0],
      [ShieldAlert, words.unmasked, info.masked === null],
      [TriangleAlert, words.missing(count(info.outputsMissing)), info.outputsMissing > 0],
      [TriangleAlert, words.history, isPeriodic],
    ];
    return html`<ul class="about" aria-label=${words.title}>
      ${facts.map(([sign, text, isShown]) => (isShown ? html`<li>${icon(sign)}${text}</li>` : nothing))}
      <li class="faint">${words.offline}</li>
    </ul>`;
  }

  async #start(): Promise<void> {
    try {
      const contents = await readContents();
      contents.session.addEventListener("change", () => this.requestUpdate());
      this.contents = contents;
      this.#speak(contents.session.locale);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  #speak(locale: string): void {
    const { contents } = this;
    if (contents === undefined) return;
    contents.session.locale = locale;
    document.documentElement.lang = locale;
    const { commandName } = contents.session.store.run(contents.info.runId);
    document.title = `${legible(commandName || contents.info.runId)} · invoscope`;
  }

  readonly #navigated = ({ detail }: NavigateEvent): void => {
    this.place = { ...this.place, ...detail };
    history.replaceState(undefined, "", writePlace(this.place));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "invoscope-capsule": InvoscopeCapsule;
  }
}
