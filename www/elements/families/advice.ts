import type { Explanation } from "invoscope";
import { html, nothing, type TemplateResult } from "lit";
import { pick } from "../i18n/index.ts";
import * as triage from "../i18n/triage.ts";

/** What the catalog knows beside the fix, folded. */
export function advice(coach: Explanation, locale: string): TemplateResult {
  const words = pick(triage, locale);
  return html`<details>
    <summary>${words.why}</summary>
    <dl>
      <dt>${words.cause}</dt>
      <dd>${coach.cause}</dd>
      <dt>${words.check}</dt>
      <dd>${coach.check}</dd>
      ${
        coach.commands.length === 0
          ? nothing
          : html`<dt>${words.commands}</dt>
            <dd>${coach.commands.map((command) => html`<div><code>${command}</code></div>`)}</dd>`
      }
      ${
        coach.whoLabels.length === 0
          ? nothing
          : html`<dt>${words.who}</dt>
            <dd>${coach.whoLabels.join(", ")}</dd>`
      }
      ${
        coach.sources.length === 0
          ? nothing
          : html`<dt>${words.sources}</dt>
            <dd>
              ${coach.sources.map((source) =>
                source.url === undefined
                  ? html`<div>${source.name}</div>`
                  : html`<div><a href=${source.url} target="_blank" rel="noopener noreferrer">${source.name}</a></div>`,
              )}
            </dd>`
      }
    </dl>
  </details>`;
}
