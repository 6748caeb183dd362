import { describeSchedule, nextRuns, parseSchedule, zoneTransitions } from "invoscope";
import { html, nothing, type TemplateResult } from "lit";
import { format, legible } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";

const RUNS = 5;
const DAYS = 400;

/** A schedule in words with its next runs; one that cannot be read is printed unchanged. */
export function scheduleRows(
  frequency: string,
  creationTime: string | undefined,
  isActive: boolean,
  locale: string,
): TemplateResult {
  const words = pick(panels, locale).command;
  const row = (name: string, value: unknown): TemplateResult =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  try {
    const text = describeSchedule(frequency, locale);
    return html`${row(words.schedule, html`${text} <code class="faint">${legible(frequency)}</code>`)}
    ${isActive ? row(words.nextRuns, next(frequency, creationTime, locale)) : nothing}`;
  } catch {
    return row(words.schedule, html`<code>${legible(frequency)}</code>`);
  }
}

function next(frequency: string, creationTime: string | undefined, locale: string): unknown {
  const words = pick(panels, locale).command;
  const after = Math.floor(Date.now() / 1000);
  const startedAt = Date.parse(creationTime ?? "") / 1000;
  const transitions = transitionsOf(frequency, after, after + DAYS * 86_400);
  const { runs, assumptions } = nextRuns(frequency, {
    after,
    count: RUNS,
    ...(Number.isFinite(startedAt) && { startedAt }),
    ...(transitions !== undefined && { transitions, until: after + DAYS * 86_400 }),
  });
  if (runs.length === 0) return words.noMoreRuns;
  return html`${runs.map(
    (seconds) =>
      html`<div class="num">${format.dateTime(new Date(seconds * 1000).toISOString(), locale)}</div>`,
  )}
  ${assumptions.includes("instance-zone") ? html`<div class="faint">${words.ownZone}</div>` : nothing}
  ${assumptions.includes("start") ? html`<div class="faint">${words.fromStart}</div>` : nothing}`;
}

function transitionsOf(frequency: string, from: number, to: number): [number, number][] | undefined {
  const { schedule } = parseSchedule(frequency);
  if (schedule.kind === "rate" || schedule.zone.kind !== "named") return undefined;
  return zoneTransitions(schedule.zone.name, from, to);
}
