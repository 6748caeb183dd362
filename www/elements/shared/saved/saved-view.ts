import { css, html, nothing, type TemplateResult } from "lit";
import { FileJson, FolderOpen, TriangleAlert } from "lucide";
import { icon, legible } from "../../foundation/index.ts";
import { messages, pick } from "../../i18n/index.ts";
import * as saved from "../../i18n/saved.ts";
import { reportOf } from "../problem.ts";
import { readFiles } from "./listen.ts";
import type { SavedAnswerError } from "./saved-answer-error.ts";
import type { SavedFiles } from "./saved-files.ts";

export const savedStyles = css`
  :host {
    position: relative;
  }
  .saved-empty {
    display: grid;
    justify-items: center;
    gap: var(--s-3);
    padding: var(--s-12) var(--s-4);
    border: 2px dashed var(--c-line-strong);
    border-radius: var(--r-lg);
    text-align: center;
  }
  .saved-empty > .icon {
    color: var(--c-text-3);
    font-size: var(--t-2xl);
  }
  .saved-empty p {
    max-inline-size: 38rem;
  }
  .saved-empty .btn,
  .saved-bar .btn {
    position: relative;
  }
  .btn:has(> input:focus-visible) {
    outline: 2px solid var(--c-accent);
    outline-offset: 2px;
  }
  .saved-bar {
    flex-wrap: wrap;
    align-items: center;
    margin-block-end: var(--s-3);
  }
  .saved-bar .grow {
    flex: 1 1 14rem;
    overflow-wrap: anywhere;
  }
  .saved-bar select {
    max-inline-size: 24rem;
  }
  .saved-over {
    position: absolute;
    z-index: 30;
    inset: 0;
    display: grid;
    place-content: center;
    border: 2px dashed var(--c-accent);
    border-radius: var(--r-lg);
    background: color-mix(in srgb, var(--c-surface) 86%, transparent);
    font-size: var(--t-xl);
    pointer-events: none;
  }
`;

/** What an element shows that has nothing to show: how to give it something. */
export function savedEmpty(files: SavedFiles, locale: string): TemplateResult {
  const words = pick(saved, locale);
  return html`<section class="saved-empty">
    ${icon(FileJson)}
    <h2>${words.title}</h2>
    <p class="quiet">${words.text}</p>
    ${chooseButton(files, words.choose, "primary")}
    <p class="faint">${words.local}</p>
  </section>`;
}

/** Which files are shown, which of their runs, and the way back. */
export function savedBar(
  files: SavedFiles,
  runId: string,
  locale: string,
  on: { choose: (runId: string) => void; close: () => void },
): TemplateResult | typeof nothing {
  if (files.session === undefined) return savedProblems(files.problems, locale);
  const words = pick(saved, locale);
  const { rows } = files.session.list.store.list({ limit: 500 });
  const names = files.names.map((name) => (name === "" ? words.clipboard : legible(name)));
  return html`<div class="notice saved-bar is-running">
      ${icon(FileJson)}
      <span class="grow">${words.shown(names.join(", "))}</span>
      ${
        rows.length < 2
          ? nothing
          : html`<select
              class="input"
              aria-label=${words.run}
              @change=${(event: Event & { target: HTMLSelectElement }) => on.choose(event.target.value)}
            >
              ${rows.map(
                (row) =>
                  html`<option value=${row.id} ?selected=${row.id === runId}>${legible(row.commandName || row.id)}</option>`,
              )}
            </select>`
      }
      ${chooseButton(files, words.choose, "")}
      <button class="btn" type="button" @click=${on.close}>${words.back}</button>
    </div>
    ${savedProblems(files.problems, locale)}`;
}

/** Shown while files hover over the element. */
export function savedOver(files: SavedFiles, locale: string): TemplateResult | typeof nothing {
  return files.isOver ? html`<div class="saved-over">${pick(saved, locale).drop}</div>` : nothing;
}

function savedProblems(
  problems: readonly SavedAnswerError[],
  locale: string,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const words = pick(saved, locale);
  const { state } = messages(locale);
  return html`${problems.map(
    (error) => html`<div class="notice saved-bar is-failed" role="alert">
      ${icon(TriangleAlert)}
      <span class="grow"
        ><strong>${words.failed(error.file === "" ? words.clipboard : legible(error.file))}</strong>: ${legible(error.message)}</span
      >
      <invoscope-copy .text=${reportOf(error)} .locale=${locale} label=${state.copyReport}
        >${state.copyReport}</invoscope-copy
      >
    </div>`,
  )}`;
}

function chooseButton(files: SavedFiles, word: string, kind: string): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    void readFiles(input.files ?? []).then((read) => files.open(read));
    // The same file may be opened again after it changed.
    input.value = "";
  };
  return html`<label class="btn ${kind}">
    ${icon(FolderOpen)}${word}
    <input
      type="file"
      class="visually-hidden"
      multiple
      aria-label=${word}
      accept=".json,.ndjson,.txt,.html,application/json,text/plain,text/html"
      @change=${chosen}
    />
  </label>`;
}
