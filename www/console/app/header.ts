import { html, type TemplateResult } from "lit";
import { REGIONS, type Settings } from "./settings.ts";
import type { AppTexts } from "./texts.ts";

/** What the header shows and does. */
export interface Header {
  readonly texts: AppTexts;
  readonly settings: Settings;
  readonly isRun: boolean;
  /** Moves the focus to the content. */
  readonly skip: () => void;
  readonly change: (settings: Partial<Settings>) => void;
  readonly open: (files: FileList) => void;
}

/** The bar at the top of the page. */
export function header({ texts, settings, isRun, skip, change, open }: Header): TemplateResult {
  const regions = (REGIONS as readonly string[]).includes(settings.regionId)
    ? REGIONS
    : [settings.regionId, ...REGIONS];
  return html`<header class="bar">
    <button class="skip btn" type="button" @click=${skip}>${texts.skip}</button>
    <a class="brand" href="/"><img src=${new URL("../icon.svg", import.meta.url).href} alt="" width="20" height="20" />invoscope</a>
    <nav><a class="crumb" href="/" aria-current=${isRun ? "false" : "page"}>${texts.runs}</a></nav>
    <span class="grow"></span>
    <label class="file btn" title=${texts.openHint}>
      ${texts.open}
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept=".json,.ndjson,.txt,.html,application/json,text/plain"
        @change=${(event: Event) => opened(event, open)}
      />
    </label>
    ${choice(
      texts.region,
      regions.map((id) => [id, id]),
      settings.regionId,
      (regionId) => change({ regionId }),
    )}
    ${choice(texts.times, Object.entries(texts.clocks), settings.clock, (clock) =>
      change({ clock: clock === "utc" ? "utc" : "local" }),
    )}
    ${choice(texts.theme, Object.entries(texts.themes), settings.theme, (theme) =>
      change({ theme: theme === "light" || theme === "dark" ? theme : "auto" }),
    )}
    ${choice(
      texts.language,
      [
        ["en", "English"],
        ["zh-CN", "中文"],
      ],
      settings.locale,
      (locale) => change({ locale: locale === "zh-CN" ? "zh-CN" : "en" }),
    )}
  </header>`;
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
