import type { WatchStatus } from "invoscope";
import { css, html, nothing, type TemplateResult } from "lit";
import { Pause, Play, RefreshCw } from "lucide";
import { format, icon } from "../foundation/index.ts";
import { messages, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { summaryOf } from "../session/run-data.ts";
import type { RunLoad } from "../session/run-load.ts";
import { RunPart, runPartStyles } from "../session/run-part.ts";
import type { Session } from "../session/session.ts";

/** How fresh a run is: loading, the next refresh and the calls left, a pause button; it keeps the run fresh itself. */
export class InvoscopeRefresh extends RunPart {
  static override styles = [
    ...runPartStyles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--s-2);
        min-block-size: 1.75rem;
        color: var(--c-text-2);
        font-size: var(--t-sm);
      }
      .dot {
        inline-size: 0.4375rem;
        block-size: 0.4375rem;
        border-radius: 50%;
        background: var(--c-stopped-fill);
        forced-color-adjust: none;
      }
      .dot.live {
        background: var(--c-running-fill);
      }
      .wait {
        color: var(--c-waiting);
      }
      @media (max-width: 40rem) {
        .wide {
          display: none;
        }
      }
    `,
  ];

  #timer: ReturnType<typeof setInterval> | undefined;
  /** Paused by the reader, not by a hidden page. */
  #isHeld = false;
  /** What to end when another run is shown, or none. */
  #watched: { readonly session: Session; readonly runId: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#visibility);
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#visibility);
    clearInterval(this.#timer);
    this.#unwatch();
  }

  protected override updated(): void {
    const session = this.loaded;
    const { runId } = this;
    if (this.#watched?.session !== session || this.#watched?.runId !== runId) this.#unwatch();
    if (session?.runLoad(runId)?.phase !== "ready" || document.hidden || !this.isConnected) return;
    session.watch(runId);
    this.#watched = { session, runId };
  }

  override render(): unknown {
    const session = this.loaded;
    if (session === undefined) return this.waiting();
    const load = session.runLoad(this.runId);
    const watch = session.watchStatus(this.runId);
    return html`<div class="line">${this.#text(session, load, watch)} ${this.#buttons(session, watch)}</div>`;
  }

  #text(session: Session, load: RunLoad | undefined, watch: WatchStatus | undefined): unknown {
    const { locale } = this;
    const words = pick(run, locale);
    const state = messages(locale).state;
    const until = throttledUntil(load) ?? (watch?.reason === "throttled" ? watch.nextCallAtMs : undefined);
    if (until !== undefined && until > Date.now()) {
      return html`<span class="wait">${state.throttled(secondsTo(until))}</span>`;
    }
    if (load?.phase === "loading" || load?.phase === "partial") {
      return html`<span class="dot live"></span><span>${state.loadingOutputs(load.done, load.needed)}</span>`;
    }
    if (session.isOffline) return html`<span class="dot"></span><span>${words.offline}</span>`;
    const readAt =
      load?.loadedAtMs === undefined
        ? nothing
        : html`<span class="wide">${words.readAt(format.timeOfDay(new Date(load.loadedAtMs).toISOString(), locale))}</span>`;
    // A page that was never seen has not begun to watch.
    if (watch === undefined && isMoving(session, this.runId)) return readAt;
    if (watch === undefined || watch.reason === "finished" || watch.reason === "failed") {
      return html`<span class="dot"></span><span>${words.finished}</span>${readAt}`;
    }
    if (watch.isPaused) return html`<span class="dot"></span><span>${words.paused}</span>${readAt}`;
    const next = watch.nextCallAtMs;
    return html`<span class="dot live"></span><span>${words.live}</span>
      <span class="num"
        >${next === undefined || next <= Date.now() ? words.asking : words.nextIn(secondsTo(next))}</span
      >
      <span class="num wide"
        >${session.watcher(this.runId)?.isFollowing ? words.otherTab : words.callsLeft(watch.callsLeft)}</span
      >`;
  }

  #buttons(session: Session, watch: WatchStatus | undefined): TemplateResult | typeof nothing {
    const words = pick(run, this.locale);
    if (session.isOffline) return nothing;
    const isOver = watch === undefined || watch.reason === "finished" || watch.reason === "failed";
    if (isOver) {
      return html`<button
        class="btn ghost square"
        type="button"
        title=${words.refresh}
        aria-label=${words.refresh}
        @click=${() => session.openRun(this.runId, { force: true })}
      >
        ${icon(RefreshCw)}
      </button>`;
    }
    const name = watch.isPaused ? words.resume : words.pause;
    return html`<button class="btn ghost square" type="button" title=${name} aria-label=${name} @click=${this.#hold}>
      ${icon(watch.isPaused ? Play : Pause)}
    </button>`;
  }

  #hold(): void {
    const watcher = this.loaded?.watch(this.runId);
    if (watcher === undefined) return;
    this.#isHeld = !watcher.status().isPaused;
    if (this.#isHeld) watcher.pause();
    else watcher.resume();
    this.requestUpdate();
  }

  #unwatch(): void {
    const { session, runId } = this.#watched ?? {};
    if (runId !== undefined) session?.unwatch(runId);
    this.#watched = undefined;
    this.#isHeld = false;
  }

  readonly #visibility = (): void => {
    const watcher = this.loaded?.watcher(this.runId);
    if (watcher === undefined || this.#isHeld) return;
    if (document.hidden) watcher.pause();
    else watcher.resume();
  };
}

function isMoving(session: Session, runId: string): boolean {
  const { pending, scheduled, running, stopping } = summaryOf(session, runId).run.counts;
  return pending + scheduled + running + stopping > 0;
}

function throttledUntil(load: RunLoad | undefined): number | undefined {
  return load?.waiting?.isThrottled ? load.waiting.untilMs : undefined;
}

function secondsTo(timeMs: number): number {
  return Math.max(1, Math.ceil((timeMs - Date.now()) / 1000));
}
