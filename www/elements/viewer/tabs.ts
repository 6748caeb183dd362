import { html, nothing, type TemplateResult } from "lit";
import { format } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { RUN_VIEWS, type RunView } from "../session/navigate.ts";

/** What the names of the views show and do. */
export interface TabsContext {
  readonly view: RunView;
  readonly locale: string;
  /** Instances of the run. */
  readonly total: number;
  /** Shows a view; by the keyboard the focus goes to its name. */
  readonly show: (view: RunView, takesFocus: boolean) => void;
}

/** The names of the views: one stop for the Tab key, the arrows go from one to the next. */
export function tabs({ view: shown, locale, total, show }: TabsContext): TemplateResult {
  const words = pick(run, locale);
  const press = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = RUN_VIEWS.indexOf(shown);
    show(RUN_VIEWS[(at + by + RUN_VIEWS.length) % RUN_VIEWS.length] ?? "overview", true);
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${words.viewsLabel} @keydown=${press}>
    ${RUN_VIEWS.map(
      (view) => html`<button
        id="tab-${view}"
        type="button"
        role="tab"
        aria-selected=${view === shown}
        aria-controls="panel"
        tabindex=${view === shown ? 0 : -1}
        @click=${() => show(view, false)}
      >
        ${words.views[view]}${view === "instances" ? html`<span class="num">${format.count(total, locale)}</span>` : nothing}
      </button>`,
    )}
  </div>`;
}
