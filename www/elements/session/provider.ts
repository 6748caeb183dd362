import { ContextProvider } from "@lit/context";
import { css, html } from "lit";
import { sessionContext } from "./context.ts";
import { SessionPart } from "./part.ts";

/**
 * Gives the parts that stand in it one session, so that each run is asked for once.
 *
 * @slot - The parts.
 */
export class InvoscopeSession extends SessionPart {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  readonly #provider = new ContextProvider(this, { context: sessionContext });

  protected override willUpdate(): void {
    const { current } = this;
    if (this.#provider.value !== current) this.#provider.setValue(current);
  }

  override render(): unknown {
    return html`<slot></slot>`;
  }
}
