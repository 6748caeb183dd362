import { html, type TemplateResult } from "lit";
import type { AppTexts } from "./texts.ts";

/** The keys of the list; a run's view has its own help. */
export function helpDialog(texts: AppTexts): TemplateResult {
  const { keys } = texts;
  const rows: [readonly string[], string][] = [
    [["/"], keys.search],
    [["j", "k", "↓", "↑"], keys.move],
    [["Enter"], keys.open],
    [["→", "←"], keys.expand],
    [["?"], keys.help],
    [["Esc"], keys.escape],
  ];
  return html`<dialog aria-labelledby="help-title">
    <h2 id="help-title">${texts.help}</h2>
    <dl>
      ${rows.map(
        ([names, text]) => html`<dt>${names.map((name) => html`<kbd>${name}</kbd>`)}</dt>
          <dd>${text}</dd>`,
      )}
    </dl>
    <form method="dialog"><button class="btn">${texts.close}</button></form>
  </dialog>`;
}
