import { html, nothing, type TemplateResult } from "lit";
import { Download, ListFilter, RefreshCw, Search, X } from "lucide";
import { format, icon, statusTone, statusWord } from "../foundation/index.ts";
import { isChinese, messages, pick } from "../i18n/index.ts";
import * as secrets from "../i18n/secrets.ts";
import type { ExportKind } from "./export.ts";
import { findingsOf, type ListFilters, type ListSort, requestSize } from "./filters.ts";
import type { ListTexts } from "./texts.ts";

/** What the tools above the table show and do. */
export interface ToolbarContext {
  readonly texts: ListTexts;
  readonly locale: string;
  readonly regionId: string;
  readonly filters: ListFilters;
  readonly isOffline: boolean;
  readonly isFormOpen: boolean;
  readonly isReading: boolean;
  readonly counts: ReadonlyMap<string, number>;
  readonly cli: string;
  readonly exporting: string | undefined;
  readonly change: (part: Partial<ListFilters>, isStep: boolean) => void;
  readonly toggleForm: () => void;
  readonly export: (kind: ExportKind, withSecrets: boolean) => void;
  readonly refresh: () => void;
}

/** Text filter, status chips and actions in one line. */
export function toolbar(context: ToolbarContext): TemplateResult {
  const { texts, locale, isOffline, isFormOpen, filters } = context;
  const asked = requestSize(filters.request);
  return html`<div class="toolbar">
    <div class="search">
      ${icon(Search)}
      <input
        class="input"
        id="search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${texts.search}
        aria-label=${texts.searchLabel}
        aria-keyshortcuts="/"
        .value=${filters.text}
        @input=${(event: Event) => event.target instanceof HTMLInputElement && context.change({ text: event.target.value }, false)}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
    ${
      isOffline
        ? nothing
        : html`<button
            class="btn"
            id="filters"
            type="button"
            aria-expanded=${isFormOpen ? "true" : "false"}
            aria-pressed=${asked > 0 ? "true" : "false"}
            @click=${context.toggleForm}
          >
            ${icon(ListFilter)}${asked === 0 ? texts.filters : texts.filtersOn(asked)}
          </button>`
    }
    ${sortSelect(context)}
    <div class="actions">
      ${
        isOffline
          ? nothing
          : html`<button
                class="btn ghost square"
                type="button"
                id="refresh"
                title=${texts.refresh}
                aria-label=${texts.refreshLabel}
                ?disabled=${context.isReading}
                @click=${context.refresh}
              >${icon(RefreshCw)}</button>
              <invoscope-copy class="cli" .text=${context.cli} .locale=${locale} .label=${texts.cliLabel}
                ><span class="word">${texts.copyCli}</span></invoscope-copy
              >`
      }
      ${exportMenu(context)}
    </div>
  </div>
  ${statusChips(context)}
  ${requestChips(context)}`;
}

function exportMenu({ texts, exporting, ...context }: ToolbarContext): TemplateResult {
  const choose = (kind: ExportKind) => (event: Event) => {
    const menu = event.target instanceof Element ? event.target.closest("details") : null;
    menu?.removeAttribute("open");
    context.export(kind, menu?.querySelector("input")?.checked ?? false);
  };
  const close = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !(event.currentTarget instanceof HTMLDetailsElement)) return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  const words = pick(secrets, context.locale);
  return html`<details class="menu" @keydown=${close}>
    <summary class="btn ghost" aria-label=${texts.exportLabel}>${icon(Download)}<span class="word">${exporting ?? texts.export}</span></summary>
    <div class="popup">
      <button type="button" @click=${choose("csv")}>${texts.exportCsv}</button>
      <button type="button" @click=${choose("ndjson")}>${texts.exportNdjson}</button>
      <label class="quiet" title=${words.includeHint}><input type="checkbox" /> ${words.include}</label>
    </div>
  </details>`;
}

/** Stands in for the column heads where there is no room for columns. */
function sortSelect({ texts, filters, change }: ToolbarContext): TemplateResult {
  const sorts: [ListSort, string][] = [
    ["created", texts.columns.created],
    ["name", texts.columns.command],
    ["instances", texts.columns.instances],
    ["failed", texts.columns.failed],
  ];
  return html`<select
    class="input sort"
    aria-label=${texts.sort}
    @change=${(event: Event) => {
      const sort = sorts.find(
        ([name]) => event.target instanceof HTMLSelectElement && name === event.target.value,
      );
      if (sort !== undefined) change({ sort: sort[0], reverse: false }, true);
    }}
  >
    ${sorts.map(([name, word]) => html`<option value=${name} ?selected=${filters.sort === name}>${word}</option>`)}
  </select>`;
}

function statusChips({
  texts,
  locale,
  filters,
  counts,
  isReading,
  change,
}: ToolbarContext): TemplateResult | typeof nothing {
  const chosen = filters.statuses;
  const shown = new Set([...chosen, ...[...counts].filter(([, n]) => n > 0).map(([status]) => status)]);
  const toggle = (status: string): void =>
    change(
      {
        statuses: chosen.includes(status) ? chosen.filter((other) => other !== status) : [...chosen, status],
      },
      true,
    );
  if (shown.size === 0 && !isReading) return nothing;
  return html`<div class="chips statuses" role="group" aria-label=${texts.statuses}><button
      class="chip"
      type="button"
      aria-pressed=${chosen.length === 0 ? "true" : "false"}
      @click=${() => change({ statuses: [] }, true)}
    >${texts.everyStatus}</button>
    ${[...shown].map((status) => {
      const n = counts.get(status);
      return html`<button
        class="chip is-${statusTone(status)}"
        type="button"
        data-status=${status}
        aria-pressed=${chosen.includes(status) ? "true" : "false"}
        @click=${() => toggle(status)}
      >
        <span class="swatch" aria-hidden="true"></span><bdi>${statusWord(status, locale)}</bdi>${
          n === undefined ? nothing : html`<span class="num n">${format.count(n, locale)}</span>`
        }
      </button>`;
    })}</div>`;
}

/** The filters in force, each with a way out, and what the service will not do with them. */
function requestChips(context: ToolbarContext): TemplateResult | typeof nothing {
  const { texts, locale, filters, isFormOpen, isOffline, change } = context;
  if (isOffline || requestSize(filters.request) === 0) return nothing;
  const findings = isFormOpen ? [] : findingsOf(filters.request, context.regionId);
  const { Tag = [], ...others } = filters.request;
  const chips = Object.entries(others).map(([name, value]): [string, string, () => void] => [
    nameOf(name, texts),
    valueWord(name, value, context),
    () =>
      change(
        { request: Object.fromEntries(Object.entries(filters.request).filter(([other]) => other !== name)) },
        true,
      ),
  ]);
  const tagChips = Tag.map((tag, index): [string, string, () => void] => [
    texts.fields.Tag,
    tag.Value === undefined ? (tag.Key ?? "") : `${tag.Key ?? ""}=${tag.Value}`,
    () =>
      change(
        { request: { ...others, ...(Tag.length > 1 && { Tag: Tag.filter((_, at) => at !== index) }) } },
        true,
      ),
  ]);
  return html`<div class="chips asked">
      ${[...chips, ...tagChips].map(
        ([name, value, remove]) => html`<span class="chip on"
          ><span class="faint">${name}</span><bdi>${value}</bdi
          ><button type="button" class="x" aria-label=${texts.removeFilter(`${name} ${value}`)} @click=${remove}>${icon(X)}</button></span
        >`,
      )}
      <button class="btn ghost" type="button" @click=${() => change({ request: {} }, true)}>${texts.clearAll}</button>
    </div>
    ${
      findings.length === 0
        ? nothing
        : html`<ul class="findings">${findings.map(
            (finding) => html`<li class="finding ${finding.severity}">
              <strong>${texts.severity[finding.severity]}</strong> ${isChinese(locale) ? finding.message.zh : finding.message.en}
            </li>`,
          )}</ul>`
    }`;
}

function nameOf(parameter: string, texts: ListTexts): string {
  const names: Readonly<Record<string, string>> = texts.fields;
  return Object.hasOwn(names, parameter) ? (names[parameter] ?? parameter) : parameter;
}

function valueWord(parameter: string, value: unknown, { texts, locale }: ToolbarContext): string {
  const text = String(value);
  switch (parameter) {
    case "InvokeStatus":
      return messages(locale).status.words[text] ?? text;
    case "CommandType":
      return texts.types[text] ?? text;
    case "RepeatMode":
      return texts.repeats[text] ?? text;
    case "Timed":
      return value === true ? texts.yes : texts.no;
    default:
      return text;
  }
}
