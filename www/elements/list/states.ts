import { html, nothing, type TemplateResult } from "lit";
import { Hourglass, Inbox, LoaderCircle, SearchX, TriangleAlert } from "lucide";
import { format, icon, legible } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import type { ListLoad } from "../session/index.ts";
import { problem, problemWords } from "../shared/problem.ts";
import { secondsLeft, waitingNotice, waitingSay, waitingWords } from "../shared/waiting.ts";
import type { ListTexts } from "./texts.ts";

/** What the states show and do. */
export interface StatesContext {
  readonly texts: ListTexts;
  readonly locale: string;
  readonly load: ListLoad;
  readonly isOffline: boolean;
  readonly nowMs: number;
  readonly callsLeft: number | undefined;
  /** Whether the service is asked to filter. */
  readonly isAsked: boolean;
  /** Whether it is asked for certain runs. */
  readonly isAskedById: boolean;
  readonly more: (pages: number) => void;
  readonly refresh: () => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Rows to come, in the shape that they will have. */
export function skeleton(rows: number): TemplateResult {
  return html`${Array.from(
    { length: rows },
    () => html`<tr role="row" class="run" aria-hidden="true">
      ${["status", "command", "instances", "schedule", "created", "duration", "user", "tags"].map(
        (column) => html`<td role="cell" class="c-${column}"><span class="skeleton"></span></td>`,
      )}
    </tr>`,
  )}`;
}

/** What stands in the place of rows, where there are none. */
export function noRows(context: StatesContext): TemplateResult | typeof nothing {
  const { texts, load, isOffline } = context;
  if (load.records > 0) {
    return empty(
      SearchX,
      texts.noMatchTitle,
      load.isComplete || isOffline ? texts.noMatchAll : texts.noMatchLoaded,
      clear(context),
    );
  }
  if (load.phase === "error" && load.error !== undefined) {
    return problem(load.error, context.locale, { retry: () => context.more(1) });
  }
  if (load.waiting !== undefined && secondsLeft(load.waiting, context.nowMs) > 0) {
    const words = waitingWords(load.waiting, context.nowMs, context.locale);
    return waitingNotice(words, html`<h2 class="num">${words.title}</h2>`);
  }
  if (load.phase !== "ready") return nothing;
  return context.isAsked
    ? empty(
        SearchX,
        texts.noMatchTitle,
        context.isAskedById ? texts.noMatchExpired : texts.noMatchService,
        clear(context),
      )
    : empty(Inbox, texts.emptyTitle, texts.emptyText, nothing);
}

function clear({ texts, clear }: StatesContext): TemplateResult {
  return html`<button class="btn" type="button" @click=${clear}>${texts.clearAll}</button>`;
}

function empty(
  node: Parameters<typeof icon>[0],
  title: string,
  text: string,
  action: unknown,
): TemplateResult {
  return html`<section class="empty">${icon(node)}<h2>${title}</h2><p>${text}</p>${action}</section>`;
}

/** How far the list is read, and what can be done about it. */
export function progress(context: StatesContext): TemplateResult | typeof nothing {
  const { locale, load, isOffline } = context;
  if (isOffline || (load.records === 0 && load.phase !== "loading" && load.phase !== "cancelled"))
    return nothing;
  const pages = format.count(load.pages, locale);
  const records = format.count(load.records, locale);
  return html`<div class="progress">
    <div class="told">${said(context, pages, records)}</div>
    <div class="actions">${actions(context)}</div>
    ${load.phase === "loading" ? html`<div class="rail" aria-hidden="true"></div>` : nothing}
  </div>`;
}

/**
 * How the list stands, in a sentence for those who cannot see it. It holds no seconds that run: a sentence that changed
 * each second would be read out each second.
 */
export function spoken(context: StatesContext): string {
  const { texts, locale, load, nowMs } = context;
  const records = format.count(load.records, locale);
  if (load.waiting !== undefined && secondsLeft(load.waiting, nowMs) > 0) {
    return waitingSay(load.waiting, locale);
  }
  if (load.phase === "error" && load.error !== undefined) {
    const title = messages(locale).common.sentence(problemWords(load.error, locale).title);
    return load.isStale
      ? texts.staleSay(title, readAt(load, locale))
      : texts.failedSay(title, load.records, records);
  }
  if (load.phase === "cancelled") return texts.paused(format.count(load.pages, locale), records);
  if (load.phase !== "ready") return "";
  if (load.records === 0) return context.isAsked ? texts.noMatchTitle : texts.emptyTitle;
  return load.isComplete ? texts.allSay(records) : texts.loadedSay(records);
}

function readAt({ loadedAtMs = 0 }: ListLoad, locale: string): string {
  return timeOf(loadedAtMs, locale);
}

function timeOf(timeMs: number, locale: string): string {
  return format.timeOfDay(new Date(timeMs).toISOString(), locale);
}

function said(context: StatesContext, pages: string, records: string): TemplateResult {
  const { texts, locale, load, callsLeft, nowMs } = context;
  const calls =
    callsLeft === undefined
      ? nothing
      : html`<span class="faint num">${texts.calls(format.count(callsLeft, locale))}</span>`;
  const seconds = secondsLeft(load.waiting, nowMs);
  const { freeIn, retryIn, throttledTitle } = messages(locale).state;
  if (load.phase === "error" && load.error !== undefined) {
    const words = problemWords(load.error, locale);
    const stays = load.isStale
      ? texts.staleText(readAt(load, locale))
      : load.nextToken === undefined
        ? texts.fromFirst
        : texts.loadedStay;
    return html`<span class="is-failed status">${icon(TriangleAlert)}${load.isStale ? texts.staleTitle : texts.loadFailed}</span>
      <span class="quiet">${messages(locale).common.sentence(legible(words.title))}${seconds > 0 ? `${freeIn(seconds)} ${stays}` : stays}</span>`;
  }
  // The skeleton, or the countdown, says it already.
  if (load.phase === "loading" && load.records === 0) return html`${calls}`;
  if (load.phase === "loading") {
    return html`<span class="num">${icon(LoaderCircle, "spin")} ${texts.reading(pages, records)}</span>
      ${
        seconds === 0
          ? (repeating(context) ?? calls)
          : html`<span class="is-waiting status"
              >${icon(Hourglass)}${load.waiting?.isThrottled ? throttledTitle(seconds) : retryIn(seconds)}</span
            >`
      }`;
  }
  const failed = repeated(context);
  if (load.isComplete) return html`<span class="num quiet">${texts.allLoaded(records)}</span>${failed}`;
  const text = load.phase === "cancelled" ? texts.paused(pages, records) : texts.loadedRuns(records);
  return html`<span class="num quiet">${text}</span>${failed}${calls}`;
}

/** Why the last call is being repeated. */
function repeating({ texts, load, locale }: StatesContext): TemplateResult | undefined {
  if (load.error === undefined) return undefined;
  const { title } = problemWords(load.error, locale);
  return html`<span class="is-waiting status">${icon(Hourglass)}${texts.repeating(legible(title))}</span>`;
}

/** Calls that failed and were made again, once reading has come to rest. */
function repeated({ texts, locale, load }: StatesContext): TemplateResult | typeof nothing {
  if (load.failures === 0) return nothing;
  const calls = format.count(load.failures, locale);
  return html`<span class="faint num" id="repeated">${texts.repeated(calls, load.failures)}</span>`;
}

function actions(context: StatesContext): TemplateResult | typeof nothing {
  const { texts, load, more, stop, refresh } = context;
  if (load.phase === "loading")
    return html`<button class="btn" type="button" id="stop" @click=${stop}>${texts.stop}</button>`;
  if (load.isStale)
    return html`<button class="btn" type="button" id="again" @click=${refresh}>${messages(context.locale).common.retry}</button>`;
  if (load.isComplete) return nothing;
  const isBroken = load.phase === "error" || load.phase === "cancelled";
  return html`<button class="btn" type="button" id="more" @click=${() => more(1)}>
      ${isBroken ? texts.resume : texts.loadMore}
    </button>
    <button class="btn" type="button" id="all" @click=${() => more(Number.POSITIVE_INFINITY)}>${texts.loadAll}</button>`;
}
