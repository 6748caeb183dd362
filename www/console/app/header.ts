import { html, nothing, type TemplateResult } from "lit";
import { FolderOpen, Keyboard, MapPin, Settings2 } from "lucide";
import { icon } from "../../elements/foundation/icon.ts";
import { REGIONS } from "./regions.ts";
import type { Settings } from "./settings.ts";
import type { AppTexts } from "./texts.ts";

/** What the header shows and does. */
export interface Header {
  readonly texts: AppTexts;
  readonly settings: Settings;
  readonly isRun: boolean;
  /** Whether a saved answer is shown, which is of no region. */
  readonly isSaved: boolean;
  /** Moves the focus to the content. */
  readonly skip: () => void;
  readonly help: () => void;
  readonly change: (settings: Partial<Settings>) => void;
  readonly open: (files: FileList) => void;
}

/** The bar at the top of the page. */
export function header(context: Header): TemplateResult {
  const { texts, settings, isRun, isSaved, skip, help, change, open } = context;
  return html`<header class="bar">
    <button class="skip btn" type="button" @click=${skip}>${texts.skip}</button>
    <a class="brand" href="/"><img src=${new URL("../icon.svg", import.meta.url).href} alt="" width="20" height="20" />invoscope</a>
    <nav><a class="crumb" href="/" aria-current=${isRun ? "false" : "page"}>${texts.runs}</a></nav>
    <span class="grow"></span>
    ${
      isSaved
        ? nothing
        : html`<span class="region">${icon(MapPin)}${choice(
            texts.region,
            regions(settings),
            settings.regionId,
            (regionId) => change({ regionId }),
          )}</span>`
    }
    <label class="file btn ghost" title=${texts.openHint}>
      ${icon(FolderOpen)}<span class="word">${texts.open}</span>
      <input
        type="file"
        class="visually-hidden"
        multiple
        aria-label=${texts.open}
        accept=".json,.ndjson,.txt,.html,application/json,text/plain,text/html"
        @change=${(event: Event) => opened(event, open)}
      />
    </label>
    ${
      isRun
        ? nothing
        : html`<button class="btn ghost square keys" type="button" title=${texts.help} aria-label=${texts.help} @click=${help}>
            ${icon(Keyboard)}
          </button>`
    }
    ${settingsMenu(context)}
  </header>`;
}

function settingsMenu({ texts, settings, change }: Header): TemplateResult {
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
    <summary class="btn ghost square" title=${texts.settings} aria-label=${texts.settings}>${icon(Settings2)}</summary>
    <div class="popup">
      ${row(
        texts.theme,
        choice(texts.theme, Object.entries(texts.themes), settings.theme, (theme) =>
          change({ theme: theme === "light" || theme === "dark" ? theme : "auto" }),
        ),
      )}
      ${row(
        texts.language,
        choice(
          texts.language,
          [
            ["en", "English"],
            ["zh-CN", "中文"],
          ],
          settings.locale,
          (locale) => change({ locale: locale === "zh-CN" ? "zh-CN" : "en" }),
        ),
      )}
      ${row(
        texts.times,
        choice(texts.times, Object.entries(texts.clocks), settings.clock, (clock) =>
          change({ clock: clock === "utc" ? "utc" : "local" }),
        ),
      )}
    </div>
  </details>`;
}

function row(name: string, control: TemplateResult): TemplateResult {
  return html`<div class="row"><span aria-hidden="true">${name}</span>${control}</div>`;
}

function regions({ regionId, locale }: Settings): [string, string][] {
  const known = REGIONS.map(([id, en, zh]): [string, string] => [
    id,
    `${id}  ${locale === "zh-CN" ? zh : en}`,
  ]);
  return known.some(([id]) => id === regionId) ? known : [[regionId, regionId], ...known];
}

function choice(
  name: string,
  options: readonly (readonly string[])[],
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<select
    class="input"
    aria-label=${name}
    title=${name}
    @change=${(event: Event) => event.target instanceof HTMLSelectElement && choose(event.target.value)}
  >
    ${options.map(([id = "", text = id]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
  </select>`;
}

function opened(event: Event, open: (files: FileList) => void): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.files === null) return;
  open(input.files);
  // The same file may be opened again after it changed.
  input.value = "";
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (event.key !== "Escape" || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

function closeOnLeave(event: FocusEvent): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLDetailsElement) || !(event.relatedTarget instanceof Node)) return;
  if (!menu.contains(event.relatedTarget)) menu.open = false;
}
