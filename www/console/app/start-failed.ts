import { html, type TemplateResult } from "lit";
import { TriangleAlert } from "lucide";
import { icon } from "../../elements/foundation/icon.ts";
import type { AppTexts } from "./texts.ts";

/** What the page shows where it could not start, most often for want of WebAssembly. */
export function startFailed(texts: AppTexts, failure: Error, retry: () => void): TemplateResult {
  return html`<section class="problem" role="alert">
    ${icon(TriangleAlert)}
    <h1>${texts.failed}</h1>
    <p class="quiet">${texts.failedText}</p>
    <pre class="mono" tabindex="0">${failure.message}</pre>
    <button class="btn primary" type="button" @click=${retry}>${texts.retry}</button>
  </section>`;
}
