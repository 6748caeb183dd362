import type { Summary } from "invoscope";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { Scissors, TriangleAlert } from "lucide";
import {
  cssVars,
  format,
  icon,
  legible,
  OUTCOMES,
  outcomeIcon,
  outcomeTone,
  outcomeWord,
  statusBadge,
  statusWord,
} from "../foundation/index.ts";
import { isChinese, messages, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { hasToken } from "../session/filter.ts";
import { runOf, summaryOf } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { runHeaderStyles } from "./run-header.styles.ts";

/**
 * The first answer: the run's name, one sentence, and a bar whose parts lead to exactly those instances.
 *
 * @slot actions - Buttons at the end of the first line.
 * @fires invoscope-navigate - A part of the bar was chosen.
 * @csspart headline - The sentence.
 * @csspart bar - The stacked bar.
 */
export class InvoscopeRunHeader extends RunPart {
  static override styles = [...runPartStyles, runHeaderStyles];
  static override properties: PropertyDeclarations = { ...RunPart.properties, filter: {} };

  /** The filter in force, to mark its part. */
  declare filter: string;

  constructor() {
    super();
    this.filter = "";
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const summary = summaryOf(session, this.runId);
    const { locale } = this;
    return html`<header>
      <div class="top">
        <div class="names">
          <h1>${legible(summary.run.commandName ?? "") || pick(run, locale).unnamed}</h1>
          ${statusBadge(summary.run.status, locale, "soft")} ${this.#meta(session, summary)}
        </div>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
      <p class="headline" part="headline">${isChinese(locale) ? summary.headline.zh : summary.headline.en}</p>
      ${this.#disagreement(summary)} ${this.#bar(summary)} ${this.#legend(summary)}
    </header>`;
  }

  #meta(session: Session, { run: row }: Summary): TemplateResult {
    const { locale } = this;
    const words = pick(run, locale);
    const detail = runOf(session, this.runId);
    const ids = row.invokeIds;
    return html`<div class="meta">
      <span class="mono ids"
        >${legible(ids[0] ?? "")}${ids.length > 1 ? html` <span class="faint">+${ids.length - 1}</span>` : nothing}<invoscope-copy
          .text=${ids.join("\n")}
          .locale=${locale}
          label=${words.copyIds}
        ></invoscope-copy
      ></span>
      <span>${format.dateTime(row.creationTime, locale)}</span>
      <span class="wide">${legible(row.commandType ?? "")}</span>
      ${detail.username ? html`<span class="wide">${words.by} <span class="mono">${legible(detail.username)}</span></span>` : nothing}
      ${row.tags.map((tag) => html`<span class="wide">${legible(`${tag.key}: ${tag.value}`)}</span>`)}
    </div>`;
  }

  #disagreement({ run: row }: Summary): TemplateResult | typeof nothing {
    if (row.agreement === "agrees" || row.reported.length === 0) return nothing;
    const { locale } = this;
    const words = pick(run, locale);
    const reported = row.reported.map((status) => statusWord(status, locale)).join(", ");
    const text =
      row.agreement === "differs"
        ? words.differs(reported, statusWord(row.status, locale))
        : words.undecided(reported);
    const rule = messages(locale).status.rules[row.rule] ?? row.rule;
    return html`<p class="notice is-waiting">
      ${icon(TriangleAlert)}<span>${text} <span class="quiet">${words.because(rule)}</span></span>
    </p>`;
  }

  #bar({ run: { counts } }: Summary): TemplateResult {
    const { locale } = this;
    const words = pick(run, locale);
    const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0);
    return html`<div class="bar" part="bar" role="group" aria-label=${words.bar}>
      ${parts.map((outcome) => {
        const name = words.filterTo(outcomeWord(outcome, locale), format.count(counts[outcome], locale));
        return html`<button
          type="button"
          class="is-${outcomeTone(outcome)}"
          ${cssVars({ "--part": String(counts[outcome]) })}
          title=${name}
          aria-label=${name}
          data-outcome=${outcome}
          @click=${() => this.#show(`is:${outcome}`)}
        ></button>`;
      })}
    </div>`;
  }

  #legend({ run: { counts }, truncated, outputsMissing }: Summary): TemplateResult {
    const { locale } = this;
    const words = pick(run, locale);
    const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0);
    return html`<div class="legend">
      ${parts.map(
        (outcome) => html`<button
          type="button"
          data-outcome=${outcome}
          aria-pressed=${hasToken(this.filter, `is:${outcome}`)}
          @click=${() => this.#show(`is:${outcome}`)}
        >
          <span class="status is-${outcomeTone(outcome)}">${outcomeIcon(outcome)}</span>
          <span><b class="num">${format.count(counts[outcome], locale)}</b> ${outcomeWord(outcome, locale)}</span>
          <span class="faint num wide">${format.share(counts[outcome], counts.total, locale)}</span>
        </button>`,
      )}
      ${
        truncated === 0
          ? nothing
          : html`<button
            type="button"
            aria-pressed=${hasToken(this.filter, "is:truncated")}
            @click=${() => this.#show("is:truncated")}
          >
            <span class="status is-waiting">${icon(Scissors)}</span>
            <span><b class="num">${format.count(truncated, locale)}</b> ${words.truncated}</span>
          </button>`
      }
      ${
        outputsMissing === 0
          ? nothing
          : html`<span class="btn ghost faint">${words.outputsMissing(format.count(outputsMissing, locale))}</span>`
      }
    </div>`;
  }

  #show(filter: string): void {
    this.navigate({ view: "instances", filter });
  }
}
