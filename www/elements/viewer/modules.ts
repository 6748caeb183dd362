import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { TriangleAlert } from "lucide";
import { icon } from "../foundation/index.ts";
import { messages, pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import { type ElementName, register } from "../register.ts";
import type { peekPane } from "./peek.ts";

/** Loads what the first screen does not need when it is wanted, and draws its host again once that is here. */
export class Modules {
  readonly #host: ReactiveControllerHost;
  /** Whether a module could not be loaded. */
  isCutOff = false;
  /** Draws the pane beside. */
  pane: typeof peekPane | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Loads the modules of elements that are not there yet. */
  want(...names: readonly ElementName[]): void {
    if (!areThere(names)) this.#load(register(...names));
  }

  wantPane(): void {
    if (this.pane !== undefined) return;
    // The pane comes with its output, which could not scroll to a line before it is laid out.
    const load = Promise.all([import("./peek.ts"), register("invoscope-output")]).then(([{ peekPane }]) => {
      this.pane = peekPane;
    });
    this.#load(load);
  }

  /** Tries again what could not be loaded. */
  retry(...names: readonly ElementName[]): void {
    this.isCutOff = false;
    this.want(...names);
    this.#host.requestUpdate();
  }

  /** What stands in the place of elements whose modules are on their way. */
  absent(): TemplateResult | typeof nothing {
    if (this.isCutOff) return nothing;
    return html`<div class="skeletons" aria-busy="true"><invoscope-skeleton></invoscope-skeleton></div>`;
  }

  /** Says that a module could not be loaded. */
  notice(locale: string, retry: () => void): TemplateResult | typeof nothing {
    if (!this.isCutOff) return nothing;
    return html`<p class="notice is-failed" role="alert">
      ${icon(TriangleAlert)}<span>${pick(run, locale).notLoaded}</span>
      <button class="btn" type="button" @click=${retry}>${messages(locale).common.retry}</button>
    </p>`;
  }

  #load(modules: Promise<void>): void {
    modules.then(
      () => this.#host.requestUpdate(),
      () => {
        this.isCutOff = true;
        this.#host.requestUpdate();
      },
    );
  }
}

export function areThere(names: readonly ElementName[]): boolean {
  return names.every((name) => customElements.get(name) !== undefined);
}
