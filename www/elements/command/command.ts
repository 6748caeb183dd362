import type { RunDetail } from "invoscope";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { format, legible, legibleJson, own, statusBadge } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";
import * as modes from "../i18n/modes.ts";
import * as panels from "../i18n/panels.ts";
import { runOf, summaryOf } from "../session/run-data.ts";
import { invokeIdsOf } from "../session/run-load.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";
import { commandStyles } from "./command.styles.ts";
import { commandLines, type Piece } from "./lines.ts";
import { fill, parameterEntries } from "./parameters.ts";
import { scheduleRows } from "./schedule.ts";

/** What ran, and how: content, parameters, user, directory, schedule with its next runs, history. */
export class InvoscopeCommand extends RunPart {
  static override styles = [...runPartStyles, commandStyles];
  static override properties: PropertyDeclarations = {
    ...RunPart.properties,
    history: { state: true },
    asWritten: { type: Boolean, attribute: "as-written" },
  };

  declare history: "unread" | "reading" | "read" | "failed";
  /** Whether the command is shown with its placeholders instead of its parameters' values. */
  declare asWritten: boolean;

  constructor() {
    super();
    this.history = "unread";
    this.asWritten = false;
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const run = runOf(session, this.runId);
    return html`<div class="grid">
      <div>${this.#content(run)} ${this.#history(session, run)}</div>
      <div class="side">${this.#facts(session, run)} ${this.#parameters(run)} ${this.#extra(run)}</div>
    </div>`;
  }

  #content({ commandContent, commandType = "", parameters }: RunDetail): TemplateResult {
    const words = pick(panels, this.locale).command;
    if (commandContent === undefined || commandContent === "")
      return html`<p class="quiet">${words.noContent}</p>`;
    const values = parameterEntries(parameters);
    const filled = fill(commandContent, this.asWritten ? [] : values);
    const isFillable = fill(commandContent, values).marks.some(({ kind }) => kind === "filled");
    return html`<section>
      <div class="heading">
        <h2>${words.content}</h2>
        <invoscope-copy .text=${filled.text} .locale=${this.locale} label=${words.copy}></invoscope-copy>
        ${
          isFillable
            ? html`<button
              class="btn"
              type="button"
              aria-pressed=${!this.asWritten}
              @click=${() => {
                this.asWritten = !this.asWritten;
              }}
            >
              ${words.fillIn}
            </button>`
            : nothing
        }
      </div>
      <div class="card code" tabindex="0" role="region" aria-label=${words.content}>
        ${commandLines(filled, commandType).map(
          (pieces) => html`<div><span>${pieces.map((piece) => this.#piece(piece))}</span></div>`,
        )}
      </div>
    </section>`;
  }

  #piece({ text, kind, mark }: Piece): unknown {
    const shown = legible(text);
    const coloured = kind === "plain" ? shown : html`<i class=${kind}>${shown}</i>`;
    if (mark === undefined || (this.asWritten && mark.kind === "missing")) return coloured;
    const words = pick(panels, this.locale).command.marks;
    return html`<mark class=${mark.kind} title=${words[mark.kind](legible(mark.placeholder))}>${coloured}</mark>`;
  }

  #facts(session: Session, run: RunDetail): TemplateResult {
    const { locale } = this;
    const words = pick(panels, locale).command;
    const { status } = summaryOf(session, this.runId).run;
    const timeout = run.timeout === undefined ? "" : format.duration(run.timeout, locale);
    const { repeat, termination } = pick(modes, locale);
    const rows: (readonly [string, string | undefined, Readonly<Record<string, string>>?])[] = [
      [words.name, run.commandName],
      [words.description, run.commandDescription],
      [words.commandId, run.commandId],
      [words.type, run.commandType],
      [words.launcher, run.launcher],
      [words.user, run.username],
      [words.dir, run.workingDir],
      [words.timeout, timeout],
      [words.termination, run.terminationMode, termination],
      [words.container, run.containerName],
      [words.containerId, run.containerId],
      [words.repeat, run.repeatMode, repeat],
      ...(run.timed === undefined ? [] : [words.timed(run.timed)]),
      [words.oss, run.ossOutputDelivery],
      [words.created, format.dateTime(run.creationTime, locale)],
    ];
    return html`<section>
      <div class="heading"><h2>${words.facts}</h2></div>
      <dl class="card">
        ${rows
          .filter(([, value]) => value !== undefined && value !== "")
          .map(([name, value = "", wordsOf = {}]) => {
            const word = own(wordsOf, value);
            return html`<dt>${name}</dt>
              <dd title=${word === undefined ? nothing : value}>${word ?? legible(value)}</dd>`;
          })}
        ${run.frequency ? scheduleRows(run.frequency, run.creationTime, status === "Scheduled" || status === "Running" || status === "Pending", locale) : nothing}
        ${
          run.tags.length === 0
            ? nothing
            : html`<dt>${words.tags}</dt>
              <dd>${run.tags.map((tag) => html`<div>${legible(`${tag.key}: ${tag.value}`)}</div>`)}</dd>`
        }
        <dt>${words.invokeIds}</dt>
        <dd class="mono">${invokeIdsOf(this.runId).map((id) => html`<div>${legible(id)}</div>`)}</dd>
      </dl>
    </section>`;
  }

  #parameters({ parameters }: RunDetail): TemplateResult | typeof nothing {
    const entries = parameterEntries(parameters);
    if (entries.length === 0) return nothing;
    return html`<section>
      <div class="heading"><h2>${pick(panels, this.locale).command.parameters}</h2></div>
      <dl class="card mono">
        ${entries.map(
          ([name, value]) =>
            html`<dt>${legible(name)}</dt>
            <dd>${legible(value)}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #extra({ extra }: RunDetail): TemplateResult | typeof nothing {
    if (extra === undefined || Object.keys(extra).length === 0) return nothing;
    return html`<section>
      <div class="heading"><h2>${pick(panels, this.locale).command.extra}</h2></div>
      <dl class="card mono">
        ${Object.entries(extra).map(
          ([name, value]) =>
            html`<dt>${legible(name)}</dt>
            <dd>${legibleJson(JSON.stringify(value))}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #history(session: Session, run: RunDetail): TemplateResult | typeof nothing {
    if (run.repeatMode !== "Period" && run.repeatMode !== "EveryReboot") return nothing;
    const { locale } = this;
    const words = pick(panels, locale).command;
    const { columns, fields } = pick(instances, locale);
    const rows = this.history === "read" ? session.store.history(invokeIdsOf(this.runId)[0] ?? "").rows : [];
    return html`<section>
      <div class="heading"><h2>${words.history}</h2></div>
      ${
        this.history === "read"
          ? rows.length === 0
            ? html`<p class="quiet">${words.noHistory}</p>`
            : html`<div class="card scroll" tabindex="0" role="region" aria-label=${words.history}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${columns.status}</th>
                    <th scope="col">${columns.instance}</th>
                    <th scope="col" class="end">${columns.exitCode}</th>
                    <th scope="col">${fields.startTime}</th>
                    <th scope="col" class="end">${columns.run}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row) => html`<tr>
                      <td>${statusBadge(row.status, locale)}</td>
                      <td class="mono">${legible(session.label(row.instanceId ?? "") ?? row.instanceId ?? "")}</td>
                      <td class="num end">${row.exitCode ?? ""}</td>
                      <td class="num">${format.dateTime(row.startTime, locale)}</td>
                      <td class="num end">${row.runSeconds === undefined ? "" : format.duration(row.runSeconds, locale)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
          : html`${this.history === "failed" ? html`<p class="notice is-failed" role="alert">${words.historyFailed}</p>` : nothing}
            <p class="quiet">${words.historyText}</p>
            <button
              class="btn read"
              type="button"
              ?disabled=${this.history === "reading" || session.isOffline}
              @click=${() => this.#readHistory(session)}
            >
              ${words.loadHistory}
            </button>`
      }
    </section>`;
  }

  async #readHistory(session: Session): Promise<void> {
    this.history = "reading";
    try {
      await session.openHistory(this.runId);
      this.history = "read";
    } catch {
      this.history = "failed";
    }
  }
}
