import { describeSchedule, type RunRow } from "invoscope";
import { own } from "../foundation/index.ts";
import type { ListTexts } from "./texts.ts";

export interface ScheduleWords {
  readonly words: string;
  /** As the answer has it, where the words stand for a schedule. */
  readonly source?: string;
}

/** How a run repeats, in words; a schedule that cannot be read stands unchanged. */
export function scheduleWords(row: RunRow, texts: ListTexts, locale: string): ScheduleWords {
  const { repeatMode = "", frequency = "" } = row;
  const mode = own(texts.repeats, repeatMode) ?? repeatMode;
  if (frequency === "" || (repeatMode !== "Period" && repeatMode !== "")) return { words: mode };
  try {
    return { words: describeSchedule(frequency, locale), source: frequency };
  } catch {
    return { words: frequency, source: mode };
  }
}
