import { html, type TemplateResult } from "lit";
import { type Ref, ref } from "lit/directives/ref.js";
import { messages, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";

/** The list of keys. */
export function helpDialog(dialog: Ref<HTMLDialogElement>, locale: string): TemplateResult {
  const words = pick(run, locale);
  const { keys } = words;
  const rows: [string[], string][] = [
    [["/"], keys.search],
    [["f"], keys.filter],
    [["n"], keys.next],
    [["p"], keys.previous],
    [["1", "6"], keys.views],
    [["?"], keys.help],
    [["Esc"], keys.close],
  ];
  return html`<dialog ${ref(dialog)} aria-labelledby="help-title">
    <h2 id="help-title">${words.help}</h2>
    <dl>
      ${rows.map(
        ([names, text]) =>
          html`<dt>${names.map((name, index) => html`${index > 0 ? "–" : ""}<kbd>${name}</kbd>`)}</dt>
          <dd>${text}</dd>`,
      )}
    </dl>
    <form method="dialog"><button class="btn">${messages(locale).common.close}</button></form>
  </dialog>`;
}
