import { html, nothing, type TemplateResult } from "lit";
import { TriangleAlert } from "lucide";
import { icon, legible } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import { problem } from "../shared/problem.ts";

/** What a part has while it has no records. */
export interface Absence {
  readonly locale: string;
  /** Why it could not start. */
  readonly failure: Error | undefined;
  /** Why the run could not be read. */
  readonly error: Error | undefined;
  readonly isLoading: boolean;
  readonly retry: () => void;
}

/** What stands in the place of a part that has no records: the shape of what comes, or why nothing comes. */
export function placeholder({
  locale,
  failure,
  error,
  isLoading,
  retry,
}: Absence): TemplateResult | typeof nothing {
  if (failure !== undefined && isStartFailure(failure)) return noWasm(failure, locale);
  const cause = failure ?? error;
  if (cause !== undefined) return problem(cause, locale, { retry });
  if (!isLoading) return nothing;
  return html`<div role="status" aria-label=${messages(locale).state.loading}>
    <invoscope-skeleton></invoscope-skeleton>
  </div>`;
}

/** Answers that cannot be read fail with the module's own error; everything else kept the module from loading. */
function isStartFailure(error: Error): boolean {
  return error.name !== "InvoscopeError";
}

function noWasm(error: Error, locale: string): TemplateResult {
  const { state } = messages(locale);
  return html`<section class="problem" role="alert">
    ${icon(TriangleAlert)}
    <h2>${state.noWasmTitle}</h2>
    <p class="quiet">${state.noWasmText}</p>
    <pre class="mono" tabindex="0">${legible(error.message)}</pre>
  </section>`;
}
