import type { GroupRow } from "invoscope";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { GitCompareArrows, List } from "lucide";
import { each, format, icon, legible } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as triage from "../i18n/triage.ts";
import { awaitsOutputs } from "../session/derived.ts";
import { groupsOf } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { beginning } from "../shared/excerpt.ts";
import { plain } from "../shared/plain.ts";
import { groupsStyles } from "./groups.styles.ts";

/** Groups that are shown before the rest is folded. */
const SHOWN = 5;

/**
 * What the successes printed: equal outputs once, largest first, and how the others differ from the first.
 *
 * @fires invoscope-navigate - An instance or a group was chosen.
 * @csspart group - One group.
 */
export class InvoscopeGroups extends RunPart {
  static override styles = [...runPartStyles, groupsStyles];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    compared: { state: true },
    isUnfolded: { state: true },
  };

  declare compared: string;
  declare isUnfolded: boolean;

  constructor() {
    super();
    this.compared = "";
    this.isUnfolded = false;
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const groups = groupsOf(session, this.runId);
    if (groups.length === 0) return nothing;
    const { locale } = this;
    const words = pick(triage, locale);
    if (awaitsOutputs(session, this.runId) && groups.every((group) => group.lines === 0))
      return html`<div class="heading"><h2>${words.groups}</h2></div><div class="card skeleton" aria-busy="true"></div>`;
    const shown = this.isUnfolded ? groups : groups.slice(0, SHOWN);
    const rest = groups.length - shown.length;
    return html`<section aria-labelledby="title">
      <div class="heading">
        <h2 id="title">${words.groups}</h2>
        <span class="quiet"
          >${groups.length === 1 ? words.groupsOne : words.groupsMany(format.count(groups.length, locale))}</span
        >
      </div>
      <ol class="card">
        ${each(
          shown,
          (group) => group.fingerprint,
          (group) => this.#group(session, group, groups),
        )}
        ${
          rest === 0
            ? nothing
            : html`<li class="more">
              <button
                class="btn ghost"
                type="button"
                @click=${() => {
                  this.isUnfolded = true;
                }}
              >
                ${words.moreGroups(format.count(rest, locale))}
              </button>
            </li>`
        }
      </ol>
    </section>`;
  }

  #group(session: Session, group: GroupRow, groups: readonly GroupRow[]): TemplateResult {
    const { locale } = this;
    const words = pick(triage, locale);
    const first = group.instanceIds[0] ?? "";
    const isCompared = this.compared === group.fingerprint;
    const isOdd = !group.isReference && group.count * 20 <= (groups[0]?.count ?? 0);
    const all = groups.reduce((sum, { count }) => sum + count, 0);
    const isMajority = groups.length > 1 && group.count * 2 > all;
    const text = legible(plain(beginning(group.firstLine)));
    return html`<li part="group">
      <div class="group">
        <span class="count num">${format.count(group.count, locale)}</span>
        <div class="text">
          <code class="first">${text === "" ? words.blank : text}</code>
          <span class="faint">${words.lines(group.lines, format.count(group.lines, locale))}</span>
          ${isMajority ? html`<span class="chip">${words.reference}</span>` : nothing}
          ${isOdd ? html`<span class="chip">${words.odd}</span>` : nothing}
        </div>
        <div class="actions">
          ${
            group.isReference
              ? nothing
              : html`<button
                class="btn ghost"
                type="button"
                aria-expanded=${isCompared}
                @click=${() => {
                  this.need("invoscope-diff");
                  this.compared = isCompared ? "" : group.fingerprint;
                }}
              >
                ${icon(GitCompareArrows)}${isCompared ? words.hideCompare : words.compare}
              </button>`
          }
          <button class="btn ghost mono" type="button" @click=${() => this.navigate({ instance: first, line: undefined })}>
            ${legible(session.label(first) ?? first)}
          </button>
          ${
            group.count === 1
              ? nothing
              : html`<button
                class="btn ghost square"
                type="button"
                title=${words.showAll(format.count(group.count, locale))}
                aria-label=${words.showAll(format.count(group.count, locale))}
                @click=${() => this.navigate({ view: "instances", filter: `group:${group.fingerprint.slice(0, 8)}` })}
              >
                ${icon(List)}
              </button>`
          }
        </div>
      </div>
      ${
        isCompared
          ? html`<invoscope-diff .session=${session} run-id=${this.runId} instance=${first}></invoscope-diff>`
          : nothing
      }
    </li>`;
  }
}
