import { css } from "lit";

/** A menu: a `details` whose `.popup` hangs under its button. */
export const menuStyles = css`
  .menu {
    position: relative;
  }
  .menu summary {
    list-style: none;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .popup {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + var(--s-1));
    inset-inline-end: 0;
    padding: var(--s-1);
    border-radius: var(--r-md);
    background: var(--c-raised);
    box-shadow: var(--shadow-2);
  }
`;
