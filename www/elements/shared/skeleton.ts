import { css, html, LitElement } from "lit";
import { base } from "../foundation/index.ts";

/** The shape of a run before it is here, so that nothing jumps when it comes. */
export class InvoscopeSkeleton extends LitElement {
  static override styles = [
    ...base,
    css`
      div {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-3);
      }
      i {
        display: block;
        block-size: 1rem;
        max-inline-size: 100%;
      }
      .name {
        inline-size: 16rem;
      }
      .headline {
        inline-size: 40rem;
        block-size: 1.75rem;
      }
      .bar {
        block-size: 0.625rem;
      }
      .card {
        block-size: 9rem;
      }
    `,
  ];

  override render(): unknown {
    return html`<div aria-hidden="true">
      <i class="skeleton name"></i><i class="skeleton headline"></i><i class="skeleton bar"></i>
      <i class="skeleton card"></i><i class="skeleton card"></i>
    </div>`;
  }
}
