import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Layers } from "lucide";
import { icon } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as run from "../i18n/run.ts";
import type { Session } from "../session/session.ts";

/** The set that a single run belongs to, and the way there. */
export class WholeSet {
  readonly #host: ReactiveControllerHost;
  #runId = "";
  #set: readonly string[] | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Looks for the set of a run that is read. */
  async find(session: Session, runId: string): Promise<void> {
    if (runId.includes(",") || !session.has(runId)) return;
    try {
      const set = await session.findSet(runId);
      this.#runId = runId;
      this.#set = set;
      this.#host.requestUpdate();
    } catch {
      // A proposal that could not be looked for is none.
    }
  }

  /** Comes late: it stands in a row that is there, and has its words where the row has room. */
  button(runId: string, locale: string, open: (runId: string) => void): TemplateResult | typeof nothing {
    const set = this.#set;
    if (set === undefined || runId !== this.#runId) return nothing;
    const words = pick(run, locale);
    const name = words.openSet(set.length);
    return html`<button
      class="btn whole-set"
      type="button"
      title=${words.partOfSet(set.length)}
      aria-label=${name}
      @click=${() => open(set.join(","))}
    >
      ${icon(Layers)}<span>${name}</span>
    </button>`;
  }
}
