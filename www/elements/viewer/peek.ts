import { html, nothing, type TemplateResult } from "lit";
import { ChevronDown, ChevronUp, X } from "lucide";
import { format, icon, legible, statusBadge } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";
import * as triage from "../i18n/triage.ts";
import { fieldList } from "../instances/fields.ts";
import { rowsById } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";

/** What the pane beside the views needs. */
export interface Peek {
  readonly session: Session;
  readonly runId: string;
  readonly instance: string;
  readonly line: number | undefined;
  readonly close: () => void;
  readonly step: (by: 1 | -1) => void;
}

/** One instance beside the views: status, codes, output, all fields. */
export function peekPane({ session, runId, instance, line, close, step }: Peek): TemplateResult {
  const { locale } = session;
  const words = pick(instances, locale);
  const row = rowsById(session, runId).get(instance);
  const label = session.label(instance);
  return html`<aside class="peek" part="pane" aria-label=${words.output(legible(label ?? instance))}>
    <header>
      <h2>${legible(label ?? instance)}</h2>
      <invoscope-copy .text=${instance} .locale=${locale}></invoscope-copy>
      ${row === undefined ? nothing : statusBadge(row.status, locale, "soft")}
      ${row?.exitCode === undefined ? nothing : html`<span class="chip">${pick(triage, locale).exit(row.exitCode)}</span>`}
      ${row?.runSeconds === undefined ? nothing : html`<span class="chip num">${format.duration(row.runSeconds, locale)}</span>`}
      <span class="end">
        ${button(words.previous, ChevronUp, () => step(-1))} ${button(words.next, ChevronDown, () => step(1))}
        ${button(words.close, X, close)}
      </span>
    </header>
    <div class="scroll">
      ${row?.errorCode ? html`<p class="error-info"><code>${legible(row.errorCode)}</code> ${legible(row.errorInfo ?? "")}</p>` : nothing}
      <invoscope-output
        .session=${session}
        run-id=${runId}
        instance=${instance}
        .line=${line}
      ></invoscope-output>
      ${row === undefined ? nothing : fieldList(row, locale)}
    </div>
  </aside>`;
}

function button(name: string, node: Parameters<typeof icon>[0], click: () => void): TemplateResult {
  return html`<button class="btn ghost square" type="button" title=${name} aria-label=${name} @click=${click}>
    ${icon(node)}
  </button>`;
}
