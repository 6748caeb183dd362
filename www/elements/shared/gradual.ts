import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Who types goes on within this time. */
const PAUSE_MS = 200;

/** Rows of such a height that fill the screen. */
export function screenful(rowPixels: number): number {
  return Math.ceil(Math.max(screen.availHeight, innerHeight) / rowPixels);
}

/**
 * How many rows of a long table are drawn: a screenful with the input that asked for them, the rest in small tasks once
 * nothing more is typed, so that no input waits for rows that are out of sight.
 */
export class Gradual implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #first: number;
  readonly #step: number;
  #drawn: number;
  #restartedAtMs = Number.NEGATIVE_INFINITY;
  /** Whether the first rows are on screen. */
  #isPainted = false;
  #frame = 0;
  /** Set from the wish for more rows until they are drawn. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, first: number, step: number) {
    this.#host = host;
    this.#first = first;
    this.#step = step;
    this.#drawn = first;
    host.addController(this);
  }

  /** Other rows come: a screenful is enough. */
  restart(): void {
    this.#stop();
    this.#drawn = this.#first;
    this.#isPainted = false;
    this.#restartedAtMs = performance.now();
  }

  /** Says, in each render, how many of so many rows to draw now. */
  of(total: number): number {
    if (this.#drawn >= total) this.#stop();
    else if (this.#timer === undefined) {
      const leftMs = this.#restartedAtMs + PAUSE_MS - performance.now();
      this.#timer = this.#isPainted
        ? setTimeout(() => this.#drawMore())
        : setTimeout(() => this.#drawAfterPaint(), Math.max(0, leftMs));
    }
    return Math.min(this.#drawn, total);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #drawAfterPaint(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#isPainted = true;
      this.#timer = setTimeout(() => this.#drawMore());
    });
  }

  /** In a task of its own: the browser takes inputs and frames first. */
  #drawMore(): void {
    this.#timer = undefined;
    this.#drawn += this.#step;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    cancelAnimationFrame(this.#frame);
  }
}
