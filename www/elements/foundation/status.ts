import type { Outcome } from "invoscope";
import { html, type TemplateResult } from "lit";
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CirclePlay,
  CircleX,
  Clock,
  type IconNode,
  LoaderCircle,
  TimerOff,
} from "lucide";
import { messages } from "../i18n/index.ts";
import { icon } from "./icon.ts";
import { legible } from "./legible.ts";
import { own } from "./own.ts";

/** The colour family of a status; `is-…` is its class in the shared styles. */
export type Tone = "success" | "failed" | "running" | "waiting" | "stopped" | "unknown";

const ICONS: Readonly<Record<string, IconNode>> = {
  Pending: CircleDashed,
  Scheduled: Clock,
  Running: LoaderCircle,
  Success: CircleCheck,
  Finished: CircleCheck,
  Failed: CircleX,
  PartialFailed: CircleAlert,
  Invalid: Ban,
  Aborted: Ban,
  Error: CircleX,
  Timeout: TimerOff,
  Stopping: CirclePause,
  Stopped: CirclePause,
  Cancelled: CirclePause,
  Terminated: CirclePause,
};

const TONES: Readonly<Record<string, Tone>> = {
  Pending: "waiting",
  Scheduled: "waiting",
  Running: "running",
  Success: "success",
  Finished: "success",
  Failed: "failed",
  PartialFailed: "failed",
  Invalid: "failed",
  Aborted: "failed",
  Error: "failed",
  Timeout: "failed",
  Stopping: "stopped",
  Stopped: "stopped",
  Cancelled: "stopped",
  Terminated: "stopped",
};

const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  pending: "waiting",
  scheduled: "waiting",
  running: "running",
  stopping: "stopped",
  success: "success",
  failed: "failed",
  stopped: "stopped",
  unknown: "unknown",
};

const OUTCOME_ICONS: Readonly<Record<Outcome, IconNode>> = {
  pending: CircleDashed,
  scheduled: Clock,
  running: CirclePlay,
  stopping: CirclePause,
  success: CircleCheck,
  failed: CircleX,
  stopped: CirclePause,
  unknown: CircleHelp,
};

/** Outcomes in the order in which an operator wants them: what needs a look first. */
export const OUTCOMES: readonly Outcome[] = [
  "failed",
  "unknown",
  "running",
  "stopping",
  "pending",
  "scheduled",
  "stopped",
  "success",
];

export function outcomeTone(outcome: Outcome): Tone {
  return OUTCOME_TONES[outcome];
}

export function outcomeIcon(outcome: Outcome): TemplateResult {
  return icon(OUTCOME_ICONS[outcome]);
}

export function outcomeWord(outcome: Outcome, locale: string): string {
  return messages(locale).status.outcomes[outcome];
}

/** The word for a status of a run or an instance; one that is not documented is printed unchanged. */
export function statusWord(status: string | null, locale: string): string {
  const { words, none } = messages(locale).status;
  return status === null ? none : (own(words, status) ?? legible(status));
}

export function statusTone(status: string | null): Tone {
  return (status === null ? undefined : own(TONES, status)) ?? "unknown";
}

/** Icon, word and colour of a status; `kind` `soft` sets it on a tinted pill. */
export function statusBadge(
  status: string | null,
  locale: string,
  kind: "plain" | "soft" = "plain",
): TemplateResult {
  const node = (status === null ? undefined : own(ICONS, status)) ?? CircleHelp;
  return html`<span class="status ${kind} is-${statusTone(status)}">${icon(node)}${statusWord(status, locale)}</span>`;
}

/** Icon, word and colour of an outcome. */
export function outcomeBadge(
  outcome: Outcome,
  locale: string,
  kind: "plain" | "soft" = "plain",
): TemplateResult {
  return html`<span class="status ${kind} is-${outcomeTone(outcome)}"
    >${outcomeIcon(outcome)}${outcomeWord(outcome, locale)}</span
  >`;
}
