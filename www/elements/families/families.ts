import type { Explanation, RetryClass } from "invoscope";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import {
  CircleCheck,
  GitCompareArrows,
  type IconNode,
  OctagonX,
  RotateCw,
  ShieldQuestionMark,
  Wrench,
} from "lucide";
import { each, format, icon, legible, type Tone } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as triage from "../i18n/triage.ts";
import { awaitsOutputs } from "../session/derived.ts";
import { familiesOf, type NamedFamily, referenceOf, rowsById, summaryOf } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { beginning } from "../shared/excerpt.ts";
import { plain } from "../shared/plain.ts";
import { advice } from "./advice.ts";
import { explainFamily } from "./explanation.ts";
import { familiesStyles } from "./families.styles.ts";

const RETRY: Readonly<Record<RetryClass, { icon: IconNode; tone: Tone }>> = {
  safe: { icon: RotateCw, tone: "success" },
  useless: { icon: OctagonX, tone: "failed" },
  "needs-fix-first": { icon: Wrench, tone: "waiting" },
  depends: { icon: ShieldQuestionMark, tone: "stopped" },
};

/** Instances that a family names before it folds the rest. */
const NAMED = 4;

/**
 * The ways in which a run failed: how many, where, the line that decides, and what to do.
 *
 * @fires invoscope-navigate - An instance, a line or a whole family was chosen.
 * @csspart family - One of the ways.
 */
export class InvoscopeFamilies extends RunPart {
  static override styles = [...runPartStyles, familiesStyles];
  static override properties: PropertyDeclarations = { ...RunPart.properties, compared: { state: true } };

  /** The family whose comparison is open. */
  declare compared: string;

  constructor() {
    super();
    this.compared = "";
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const families = familiesOf(session, this.runId);
    const words = pick(triage, this.locale);
    if (families.length === 0) {
      const { counts } = summaryOf(session, this.runId).run;
      if (counts.success === 0) return nothing;
      const isOver = counts.success + counts.stopped === counts.total;
      return html`<p class="status is-success">${icon(CircleCheck)}${isOver ? words.noFailures : words.noFailuresYet}</p>`;
    }
    return html`<section aria-labelledby="title">
      <div class="heading"><h2 id="title">${words.families(families.length)}</h2></div>
      <ol class="card">
        ${each(
          families,
          (family) => family.key,
          (family) => this.#family(session, family),
        )}
      </ol>
    </section>`;
  }

  #family(session: Session, family: NamedFamily): TemplateResult {
    const { locale } = this;
    const words = pick(triage, locale);
    const first = family.instanceIds[0] ?? "";
    const row = rowsById(session, this.runId).get(first);
    const { commandType } = summaryOf(session, this.runId).run;
    const coach = explainFamily(family, row?.errorInfo ?? "", commandType, locale);
    const reference = referenceOf(session, this.runId);
    // What ran printed something, as a rule: its place is kept while that is read.
    const isUnread = Boolean(row?.startTime) && awaitsOutputs(session, this.runId);
    const hasOutput = (row?.outputBytes ?? 0) > 0;
    const isCompared = this.compared === family.key;
    return html`<li class="family" part="family" data-family=${family.key}>
      <div class="count num">${format.count(family.count, locale)}</div>
      <div class="body">
        <div class="title">
          <h3>${coach.known ? coach.title : legible(family.decision) || coach.title}</h3>
          <span class="chip"><code>${legible(family.errorCode ?? "") || words.noCodes}</code></span>
          ${family.exitCode === undefined ? nothing : html`<span class="chip">${words.exit(family.exitCode)}</span>`}
          ${this.#retry(coach)}
        </div>
        ${this.#lines(family, first, row?.errorInfo, isUnread)}
        <p class="fix"><b>${words.doThis}</b> ${coach.fix}</p>
        ${this.#instances(session, family)}
        <div class="row end">
          ${advice(coach, locale)}
          ${
            isUnread || (hasOutput && reference !== undefined)
              ? html`<button
                class="btn ghost"
                type="button"
                ?disabled=${!hasOutput}
                aria-expanded=${isCompared}
                @click=${() => {
                  this.need("invoscope-diff");
                  this.compared = isCompared ? "" : family.key;
                }}
              >
                ${icon(GitCompareArrows)}${isCompared ? words.hideCompare : words.compareFailure}
              </button>`
              : nothing
          }
        </div>
        ${
          isCompared
            ? html`<invoscope-diff
              .session=${session}
              run-id=${this.runId}
              instance=${first}
              reference=${reference ?? nothing}
            ></invoscope-diff>`
            : nothing
        }
      </div>
    </li>`;
  }

  #retry({ retry, retryLabel }: Explanation): TemplateResult | typeof nothing {
    if (retry === null) return nothing;
    const { icon: node, tone } = RETRY[retry];
    return html`<span class="chip retry is-${tone}">${icon(node)}${retryLabel}</span>`;
  }

  #lines(
    { lines, decisiveLine, decision }: NamedFamily,
    first: string,
    errorInfo: string | undefined,
    isUnread: boolean,
  ): TemplateResult {
    const words = pick(triage, this.locale);
    if (lines.length === 0)
      return html`<p class="info ${isUnread ? "unread" : ""}">${legible(errorInfo || decision)}</p>`;
    const at = decisiveLine ?? lines[0]?.line ?? 1;
    return html`<button
      class="lines"
      type="button"
      title=${words.openAt(legible(first), at)}
      @click=${() => this.navigate({ instance: first, line: at })}
    >
      ${lines.map(
        ({ line, text }) =>
          html`<span class=${line === at ? "decisive" : "other"}
            ><span class="n">${line}</span><span class="text">${legible(plain(beginning(text)))}</span></span
          >`,
      )}
    </button>`;
  }

  #instances(session: Session, family: NamedFamily): TemplateResult {
    const { locale } = this;
    const words = pick(triage, locale);
    const shown = family.instanceIds.slice(0, NAMED);
    const rest = family.count - shown.length;
    return html`<div class="row">
      ${shown.map((id) => {
        const name = legible(session.label(id) ?? id);
        return html`<button
          class="chip instance"
          type="button"
          title=${words.open(legible(id))}
          @click=${() => this.navigate({ instance: id, line: undefined })}
        >
          ${name}
        </button>`;
      })}
      ${
        family.count === 1
          ? nothing
          : html`<button
            class="chip"
            type="button"
            @click=${() => this.navigate({ view: "instances", filter: `family:${family.key}` })}
          >
            ${
              rest > 0
                ? words.moreInstances(format.count(rest, locale))
                : words.showAll(format.count(family.count, locale))
            }
          </button>`
      }
      <invoscope-copy
        .text=${() => family.instanceIds.join("\n")}
        .locale=${locale}
        label=${words.copyIds(format.count(family.count, locale))}
      ></invoscope-copy>
    </div>`;
  }
}
