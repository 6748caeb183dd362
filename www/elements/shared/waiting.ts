import { html, type TemplateResult } from "lit";
import { Hourglass, type IconNode } from "lucide";
import { format, icon } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import type { Waiting } from "../session/waiting.ts";
import { problemWords } from "./problem.ts";

/** What is waited for, in words. */
export interface WaitingWords {
  readonly icon: IconNode;
  readonly title: string;
  readonly text: string;
}

/** Whole seconds to the next try; 0 where there is none to wait for. */
export function secondsLeft(waiting: Waiting | undefined, nowMs: number): number {
  return Math.max(0, Math.ceil(((waiting?.untilMs ?? 0) - nowMs) / 1000));
}

export function waitingWords(waiting: Waiting, nowMs: number, locale: string): WaitingWords {
  const { retryIn, throttledTitle, throttledText } = messages(locale).state;
  const seconds = secondsLeft(waiting, nowMs);
  if (waiting.isThrottled) return { icon: Hourglass, title: throttledTitle(seconds), text: throttledText };
  const { icon: node, title } = problemWords(waiting.error, locale);
  return { icon: node, title, text: retryIn(seconds) };
}

/** For a screen reader: a sentence whose text stays the same while the seconds run, so that it is read once. */
export function waitingSay(waiting: Waiting, locale: string): string {
  const { common, state } = messages(locale);
  if (!waiting.isThrottled) return common.sentence(problemWords(waiting.error, locale).title);
  const time = format.timeOfDay(new Date(waiting.untilMs).toISOString(), locale);
  return state.throttledSay(time);
}

/** Stands in the place of what is waited for. */
export function waitingNotice(words: WaitingWords, heading: TemplateResult): TemplateResult {
  return html`<section class="problem">${icon(words.icon)}${heading}<p class="quiet num">${words.text}</p></section>`;
}
