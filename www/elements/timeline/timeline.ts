import type { DurationStats, InstanceRow } from "invoscope";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { format, legible, statusBadge } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as panels from "../i18n/panels.ts";
import { instancesOf, summaryOf } from "../session/run-data.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { type Bin, binsOf } from "./bins.ts";

const HEIGHT = 72;
const STRAGGLERS = 20;

/**
 * How long instances waited and ran: two strips with percentiles, the figures as a table, and who stands out.
 *
 * @fires invoscope-navigate - An instance was chosen.
 */
export class InvoscopeTimeline extends RunPart {
  static override styles = [
    ...runPartStyles,
    css`
      section + section {
        margin-block-start: var(--s-6);
      }
      .heading {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--s-2);
        margin-block-end: var(--s-2);
      }
      .strip {
        padding: var(--s-3) var(--s-4);
      }
      svg.chart {
        display: block;
        inline-size: 100%;
        block-size: 4.5rem;
        overflow: visible;
      }
      .failed {
        fill: var(--c-failed-fill);
      }
      .other {
        fill: var(--c-success-fill);
      }
      .axis {
        stroke: var(--c-line-strong);
        vector-effect: non-scaling-stroke;
      }
      .mark {
        stroke: var(--c-text-2);
        stroke-dasharray: 2 2;
        vector-effect: non-scaling-stroke;
      }
      .scale {
        display: flex;
        justify-content: space-between;
        margin-block-start: var(--s-1);
        color: var(--c-text-2);
        font-size: var(--t-xs);
      }
      .scroll {
        overflow-x: auto;
      }
      .scroll td {
        white-space: nowrap;
      }
      .percentiles {
        table-layout: fixed;
      }
      td.num,
      th.num {
        text-align: end;
      }
      @media (max-width: 40rem) {
        .percentiles {
          table-layout: auto;
        }
        .scroll :is(td, th) {
          padding-inline: var(--s-1);
        }
      }
      .id {
        padding: 0;
        border: 0;
        background: none;
        font: var(--t-sm) / 1.5 var(--_mono);
        cursor: pointer;
      }
      .id:hover {
        color: var(--c-accent);
        text-decoration: underline;
      }
      @media (forced-colors: active) {
        .chart {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const words = pick(panels, this.locale).timeline;
    const { queueSeconds, runSeconds } = summaryOf(session, this.runId);
    if (queueSeconds === undefined && runSeconds === undefined)
      return html`<p class="quiet">${words.none}</p>`;
    const rows = instancesOf(session, this.runId, { sort: "attention" });
    return html`${this.#strip(rows, words.run, words.runText, runSeconds, (row) => row.runSeconds)}
      ${this.#strip(rows, words.queue, words.queueText, queueSeconds, (row) => row.queueSeconds)}
      ${this.#table(runSeconds, queueSeconds)} ${this.#stragglers(session, rows, runSeconds)}`;
  }

  #strip(
    rows: readonly InstanceRow[],
    title: string,
    text: string,
    stats: DurationStats | undefined,
    secondsOf: (row: InstanceRow) => number | undefined,
  ): TemplateResult | typeof nothing {
    if (stats === undefined) return nothing;
    const { locale } = this;
    const { bins, longest } = binsOf(rows, secondsOf);
    const highest = Math.max(1, ...bins.map((bin) => bin.failed + bin.other));
    const width = 1000 / bins.length;
    const at = (seconds: number): number => (seconds / longest) * 1000;
    const figures = [
      `p50 ${this.#seconds(stats.p50)}`,
      `p95 ${this.#seconds(stats.p95)}`,
      `p99 ${this.#seconds(stats.p99)}`,
    ];
    return html`<section>
      <div class="heading">
        <h2>${title}</h2>
        <span class="quiet">${text}</span>
      </div>
      <div class="card strip">
        <svg class="chart" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}: ${figures.join(", ")}">
          ${bins.map((bin, index) => this.#bin(bin, index * width, width, highest))}
          <line class="axis" x1="0" x2="1000" y1=${HEIGHT} y2=${HEIGHT}></line>
          ${[stats.p50, stats.p95, stats.p99].map(
            (seconds) =>
              svg`<line class="mark" x1=${at(seconds)} x2=${at(seconds)} y1="0" y2=${HEIGHT}></line>`,
          )}
        </svg>
        <div class="scale num">
          <span>0</span><span>${figures.join(" · ")}</span><span>${format.duration(longest, locale)}</span>
        </div>
      </div>
    </section>`;
  }

  #bin(bin: Bin, x: number, width: number, highest: number): unknown {
    const { locale } = this;
    const all = bin.failed + bin.other;
    if (all === 0) return nothing;
    // A single failure among hundreds must be seen: no part is lower than three units.
    const scaled = (n: number): number => (n === 0 ? 0 : Math.max(3, (n / highest) * (HEIGHT - 4)));
    const [failed, other] = [scaled(bin.failed), scaled(bin.other)];
    const title = pick(panels, locale).timeline.bin(
      this.#seconds(bin.from),
      this.#seconds(bin.to),
      format.count(all, locale),
      bin.failed,
    );
    const inner = Math.max(1, width - 2);
    return svg`<g><title>${title}</title>
      <rect class="other" x=${x} y=${HEIGHT - other} width=${inner} height=${other}></rect>
      <rect class="failed" x=${x} y=${HEIGHT - other - failed} width=${inner} height=${failed}></rect></g>`;
  }

  #table(run: DurationStats | undefined, queue: DurationStats | undefined): TemplateResult {
    const words = pick(panels, this.locale).timeline;
    const rows: [string, DurationStats][] = [];
    if (run !== undefined) rows.push([words.run, run]);
    if (queue !== undefined) rows.push([words.queue, queue]);
    const columns = ["min", "p50", "p95", "p99", "max"] as const;
    const titles = [words.min, `${words.median} (p50)`, "p95", "p99", words.max];
    return html`<section>
      <div class="heading"><h2 id="percentiles">${words.percentiles}</h2></div>
      <div class="card scroll" tabindex="0" role="region" aria-labelledby="percentiles">
        <table class="percentiles">
          <thead>
            <tr>
              <th scope="col">${words.measure}</th>
              <th scope="col" class="num">${words.instances}</th>
              ${titles.map((title) => html`<th scope="col" class="num">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, stats]) => html`<tr>
                <td>${name}</td>
                <td class="num">${format.count(stats.count, this.locale)}</td>
                ${columns.map((column) => html`<td class="num">${this.#seconds(stats[column])}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #stragglers(session: Session, rows: readonly InstanceRow[], stats: DurationStats | undefined): unknown {
    const limit = stats?.slowAbove;
    if (limit === undefined) return nothing;
    const { locale } = this;
    const words = pick(panels, locale).timeline;
    const slow = rows
      .filter((row) => (row.runSeconds ?? 0) > limit)
      .sort((left, right) => (right.runSeconds ?? 0) - (left.runSeconds ?? 0))
      .slice(0, STRAGGLERS);
    return html`<section>
      <div class="heading">
        <h2>${words.stragglers}</h2>
        <span class="quiet">${words.stragglersText(this.#seconds(limit))}</span>
      </div>
      ${
        slow.length === 0
          ? html`<p class="quiet">${words.noStragglers}</p>`
          : html`<div class="card">
            <table>
              <tbody>
                ${slow.map(
                  (row) => html`<tr>
                    <td>
                      <button
                        class="id"
                        type="button"
                        @click=${() => this.navigate({ instance: row.instanceId ?? "", line: undefined })}
                      >
                        ${legible(session.label(row.instanceId ?? "") ?? row.instanceId ?? "")}
                      </button>
                    </td>
                    <td>${statusBadge(row.status, locale)}</td>
                    <td class="num">${this.#seconds(row.runSeconds ?? 0)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
      }
    </section>`;
  }

  #seconds(value: number): string {
    return format.duration(value, this.locale);
  }
}
