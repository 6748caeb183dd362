import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Renders its host again as time goes by: each second of a countdown, else often enough for "2 minutes ago". */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Says, in each render, until when a countdown runs. */
  until(timeMs: number | undefined): void {
    clearTimeout(this.#timer);
    if (!this.#isConnected) return;
    const isCounting = timeMs !== undefined && timeMs > Date.now();
    this.#timer = setTimeout(() => this.#host.requestUpdate(), isCounting ? 1000 : 30_000);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    clearTimeout(this.#timer);
  }
}
