import type { Counts } from "invoscope";
import { html, nothing, svg, type TemplateResult } from "lit";
import { format, OUTCOMES, outcomeTone, outcomeWord } from "../foundation/index.ts";

/** Units of the drawing's width; it is stretched to the cell. */
const WIDTH = 120;

/** A sliver that stays visible: one failure in a thousand must not be rounded away. */
const THINNEST = 4;

const GAP = 1;

/** A stacked bar of the outcomes, and the figures in words, what failed first. */
export function instancesBar(counts: Counts, locale: string, none: string): TemplateResult {
  if (counts.total === 0) return html`<span class="faint">${none}</span>`;
  const there = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return html`<svg
      class="bar"
      viewBox="0 0 ${WIDTH} 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >${segments(counts, there)}</svg>
    <span class="counts">${there.map((outcome, index) => {
      const text = `${format.count(counts[outcome], locale)} ${outcomeWord(outcome, locale)}`;
      return html`${index > 0 ? html`<span class="dot" aria-hidden="true">·</span>` : nothing}<span
          class="count is-${outcomeTone(outcome)} ${outcome === "success" ? "" : "told"}"
          >${text}</span
        >`;
    })}</span>`;
}

function segments(counts: Counts, there: readonly (typeof OUTCOMES)[number][]): unknown {
  const room = WIDTH - GAP * (there.length - 1);
  const raw = there.map((outcome) => Math.max(THINNEST, (counts[outcome] / counts.total) * room));
  // What the slivers take more than their share is taken from the widest.
  const excess = raw.reduce((sum, width) => sum + width, 0) - room;
  const widest = raw.indexOf(Math.max(...raw));
  let x = 0;
  return there.map((outcome, index) => {
    const width = (raw[index] ?? 0) - (index === widest ? excess : 0);
    const rect = svg`<rect class="is-${outcomeTone(outcome)}" x=${x} y="0" width=${width} height="6" />`;
    x += width + GAP;
    return rect;
  });
}
