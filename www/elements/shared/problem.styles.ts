import { css } from "lit";

export const problemStyles = css`
  .problem {
    max-inline-size: 38rem;
    margin: var(--s-12) auto;
    padding: 0 var(--s-4);
    text-align: center;
  }
  .problem > .icon {
    color: var(--c-text-3);
    font-size: 2rem;
  }
  .problem :is(h1, h2) {
    margin-block: var(--s-3) var(--s-1);
    font-size: var(--t-lg);
  }
  .problem pre {
    margin-block-start: var(--s-4);
    padding: var(--s-3);
    overflow: auto;
    border: 1px solid var(--c-line);
    border-radius: var(--r-md);
    background: var(--c-sunken);
    font-size: var(--t-sm);
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .problem .actions {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--s-2);
    margin-block-start: var(--s-4);
  }
  /* As high as the buttons beside it. */
  :is(.problem, .stale) invoscope-copy::part(button) {
    min-block-size: 1.75rem;
  }
`;
