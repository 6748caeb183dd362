import type { InvocationStore, RunRow } from "invoscope";
import { html, nothing, type TemplateResult } from "lit";
import { ChevronRight, type IconNode, Layers, SquareTerminal, Tag, Terminal, TriangleAlert } from "lucide";
import {
  type Clock,
  format,
  icon,
  legible,
  legibleRecord,
  own,
  statusBadge,
  statusWord,
} from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import { instancesBar } from "./bar.ts";
import { durationOf } from "./duration.ts";
import { scheduleWords } from "./schedule-words.ts";
import type { ListTexts } from "./texts.ts";

/** What a row needs to know beside its run. */
export interface RowContext {
  readonly store: InvocationStore;
  readonly texts: ListTexts;
  readonly locale: string;
  readonly clock: Clock;
  readonly nowMs: number;
  readonly hrefOf: (runId: string) => string;
  /** Whether further runs of a set may be on pages that were not read. */
  readonly mayGrow: (row: RunRow) => boolean;
  readonly isExpanded: (runId: string) => boolean;
  readonly toggle: (runId: string) => void;
}

/** Where a row stands in its set. */
export interface PartOf {
  readonly part: number;
  readonly all: number;
}

const TYPE_ICONS: Readonly<Record<string, IconNode>> = {
  RunShellScript: Terminal,
  RunPowerShellScript: SquareTerminal,
  RunBatScript: SquareTerminal,
};

/** Tags that are shown before the rest is counted. */
const SHOWN_TAGS = 2;

/** One run or run set. Roles are spelt out: on a narrow screen the table's parts are laid out as cards. */
export function runRow(record: RunRow, context: RowContext, partOf?: PartOf): TemplateResult {
  const { id, reported, status } = record;
  const row: RunRow = { ...legibleRecord(record), id, reported, status };
  return html`<tr role="row" class=${partOf === undefined ? "run" : "run part"}>
    <td role="cell" class="c-status">${statusCell(row, context)}</td>
    <td role="cell" class="c-command">${commandCell(row, context, partOf)}</td>
    <td role="cell" class="c-instances">${instancesBar(row.counts, context.locale, context.texts.noInstances)}</td>
    <td role="cell" class="c-schedule">${scheduleCell(row, context)}</td>
    <td role="cell" class="c-created">${createdCell(row, context)}</td>
    <td role="cell" class="c-duration num">${durationCell(row, context)}</td>
    <td role="cell" class="c-user">${userCell(row, context)}</td>
    <td role="cell" class="c-tags">${tagsCell(row, context)}</td>
  </tr>`;
}

function statusCell(row: RunRow, { locale, texts }: RowContext): TemplateResult {
  const reported = row.reported.map((status) => statusWord(status, locale)).join(", ");
  const rule = messages(locale).status.rules[row.rule] ?? row.rule;
  return html`${statusBadge(row.status, locale)}${
    row.agreement === "agrees" || reported === ""
      ? nothing
      : html`<span class="reported" title=${texts.reportedTitle(rule)}
          >${icon(TriangleAlert)}<bdi>${texts.reported(reported)}</bdi></span
        >`
  }`;
}

function commandCell(row: RunRow, context: RowContext, partOf: PartOf | undefined): TemplateResult {
  const { texts, hrefOf } = context;
  const { commandName = "", commandType = "", commandDescription = "" } = row;
  const type = own(texts.types, commandType) ?? commandType;
  const runs = row.invokeIds.length;
  const name = commandName === "" ? texts.unnamed : commandName;
  return html`<div class="title">
      <span class="type" title=${type}>${icon(own(TYPE_ICONS, commandType) ?? Terminal)}<span class="visually-hidden">${type}</span></span>
      <a class="name" href=${hrefOf(row.id)} data-run=${row.id} title=${name}
        ><bdi>${partOf === undefined ? name : texts.part(partOf.part, partOf.all)}</bdi></a
      >
      ${runs > 1 ? setButton(row, context) : nothing}
    </div>
    <div class="under faint">
      ${
        runs > 1
          ? html`<span class="total" title=${context.mayGrow(row) ? texts.mayGrow : nothing}
              >${texts.total(atLeast(row.counts.total, row, context), row.counts.total)}</span
            >`
          : html`<code>${legible(row.id)}</code>`
      }
      ${commandDescription === "" || partOf !== undefined ? nothing : html`<bdi class="description" title=${commandDescription}>${commandDescription}</bdi>`}
    </div>`;
}

/** A figure of a set, as `50+` while the set may be longer than what was read. */
function atLeast(figure: number, row: RunRow, { locale, mayGrow }: RowContext): string {
  return format.count(figure, locale) + (mayGrow(row) ? "+" : "");
}

function setButton(row: RunRow, context: RowContext): TemplateResult {
  const { texts, isExpanded, toggle } = context;
  const runs = atLeast(row.invokeIds.length, row, context);
  const isOpen = isExpanded(row.id);
  return html`<button
    class="chip set"
    type="button"
    data-set=${row.id}
    aria-expanded=${isOpen ? "true" : "false"}
    aria-label=${texts.setLabel(runs)}
    @click=${() => toggle(row.id)}
  >
    ${icon(Layers)}${texts.set(runs)}${icon(ChevronRight, "chevron")}
  </button>`;
}

function scheduleCell(row: RunRow, { texts, locale }: RowContext): TemplateResult | typeof nothing {
  const { words, source } = scheduleWords(row, texts, locale);
  const isOnce = row.repeatMode === "Once" && source === undefined;
  if (words === "") return nothing;
  return html`<span class=${isOnce ? "faint" : "words"} title=${source ?? (row.repeatMode || nothing)}>${words}</span>`;
}

function createdCell(row: RunRow, { locale, clock, nowMs }: RowContext): TemplateResult | typeof nothing {
  const { creationTime } = row;
  if (creationTime === undefined) return nothing;
  return html`<time datetime=${creationTime} title=${format.dateTime(creationTime, locale, clock)}
    ><span class="ago">${format.ago(creationTime, nowMs, locale)}</span
    ><span class="at faint num">${format.shortTime(creationTime, locale, clock)}</span></time
  >`;
}

function durationCell(row: RunRow, { store, locale, texts }: RowContext): TemplateResult {
  const seconds = durationOf(store, row);
  return seconds === undefined
    ? html`<span class="faint">${texts.none}</span>`
    : html`${format.duration(seconds, locale)}`;
}

function userCell(row: RunRow, { texts }: RowContext): TemplateResult {
  const { username = "", containerName = "" } = row;
  return html`${
    username === ""
      ? html`<span class="faint" title=${texts.anyone}>${texts.none}</span>`
      : html`<bdi title=${username}>${username}</bdi>`
  }${containerName === "" ? nothing : html`<span class="container faint" title=${containerName}><bdi>${texts.container(containerName)}</bdi></span>`}`;
}

function tagsCell(row: RunRow, { texts }: RowContext): TemplateResult | typeof nothing {
  if (row.tags.length === 0) return nothing;
  const all = row.tags.map((tag) => tagText(tag.key, tag.value));
  const rest = all.length - SHOWN_TAGS;
  return html`<span class="tags" title=${all.join("\n")}>
    <span class="tag-icon">${icon(Tag)}</span>
    ${all.slice(0, SHOWN_TAGS).map((text) => html`<bdi class="tag">${text}</bdi>`)}
    ${rest > 0 ? html`<span class="faint">${texts.moreTags(rest)}</span>` : nothing}
  </span>`;
}

function tagText(key = "", value = ""): string {
  return value === "" ? key : `${key}=${value}`;
}
