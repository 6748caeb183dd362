import { html, nothing, type TemplateResult } from "lit";
import { TriangleAlert } from "lucide";
import { format, icon } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import { invokeIdsOf, type RunLoad, RunNotFoundError } from "../session/run-load.ts";
import { problem, problemWords } from "../shared/problem.ts";
import { secondsLeft, waitingNotice, waitingSay, waitingWords } from "../shared/waiting.ts";

/** What the states of a run show and do. */
export interface RunStates {
  readonly load: RunLoad | undefined;
  readonly locale: string;
  readonly nowMs: number;
  readonly retry: () => void;
  /** Shows another run or run set. */
  readonly open: (runId: string) => void;
}

/** What stands in the place of a run of which nothing is here. */
export function noRun(states: RunStates): TemplateResult {
  const { load, locale, nowMs, retry } = states;
  if (load?.phase === "error" && load.error !== undefined) {
    return problem(load.error, locale, { retry, further: restOfSet(states, load.error), isPage: true });
  }
  if (load?.waiting !== undefined && secondsLeft(load.waiting, nowMs) > 0) {
    const words = waitingWords(load.waiting, nowMs, locale);
    return waitingNotice(words, html`<h1 class="num">${words.title}</h1>`);
  }
  return html`<div class="skeletons" aria-busy="true">
    <h1 class="visually-hidden">${messages(locale).state.loading}</h1>
    <invoscope-skeleton></invoscope-skeleton>
  </div>`;
}

/** Above a run that could not be read again, or whose outputs could not be read. */
export function staleNotice(states: RunStates): TemplateResult | typeof nothing {
  const { load, locale, nowMs, retry } = states;
  if (load?.phase !== "stale" || load.error === undefined) return nothing;
  const { common, state } = messages(locale);
  const { title, text, report, copy } = problemWords(load.error, locale);
  const seconds = secondsLeft(load.waiting, nowMs);
  return html`<div class="notice is-waiting stale">
    ${icon(TriangleAlert)}
    <span
      ><strong>${common.sentence(title)}</strong>${whatStays(load, locale)}
      <span class="quiet">${seconds > 0 ? state.freeIn(seconds) : text}</span></span
    >
    <button class="btn" type="button" @click=${retry}>${common.retry}</button>
    ${
      report === undefined
        ? nothing
        : html`<invoscope-copy .text=${report} .locale=${locale} label=${copy ?? state.copyReport}
            >${copy ?? state.copyReport}</invoscope-copy
          >`
    }
  </div>`;
}

/**
 * How a run that is not here, or not fresh, stands: for those who cannot see it. It holds no seconds that run, which
 * would be read out each second. Empty where the run speaks for itself.
 */
export function spokenState({ load, locale, nowMs }: RunStates, isHere: boolean): string {
  const { common, state } = messages(locale);
  if (load?.waiting !== undefined && secondsLeft(load.waiting, nowMs) > 0) {
    return waitingSay(load.waiting, locale);
  }
  if (load?.phase === "stale" && load.error !== undefined) {
    return common.sentence(problemWords(load.error, locale).title) + whatStays(load, locale);
  }
  return isHere || load?.phase === "error" ? "" : state.loading;
}

function whatStays({ hasOutputs, loadedAtMs = 0 }: RunLoad, locale: string): string {
  const { outputsMissing, staleAt } = messages(locale).state;
  return hasOutputs ? staleAt(timeOf(loadedAtMs, locale)) : outputsMissing;
}

/** Of a run set whose older runs have expired, the others can still be shown. */
function restOfSet({ load, locale, open }: RunStates, error: Error): TemplateResult | typeof nothing {
  if (load === undefined || !(error instanceof RunNotFoundError)) return nothing;
  const rest = invokeIdsOf(load.id).filter((id) => !error.invokeIds.includes(id));
  if (rest.length === 0) return nothing;
  return html`<button class="btn" type="button" @click=${() => open(rest.join(","))}>
    ${messages(locale).state.openRest(rest.length)}
  </button>`;
}

function timeOf(timeMs: number, locale: string): string {
  return format.timeOfDay(new Date(timeMs).toISOString(), locale);
}
