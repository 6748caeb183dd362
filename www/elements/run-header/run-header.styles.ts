import { css } from "lit";

export const runHeaderStyles = css`
  :host {
    container: header / inline-size;
  }
  header {
    display: grid;
    gap: var(--s-3);
  }
  .top {
    display: flex;
    align-items: flex-start;
    gap: var(--s-3);
  }
  .names {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-3);
    min-inline-size: 0;
    min-block-size: 1.75rem;
  }
  h1 {
    min-inline-size: 0;
    font-size: var(--t-lg);
    overflow-wrap: anywhere;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--s-3);
    color: var(--c-text-2);
    font-size: var(--t-sm);
  }
  .meta > .ids {
    display: inline-flex;
    align-items: center;
    gap: var(--s-1);
    margin-inline-end: calc(-1 * var(--s-1));
  }
  .actions {
    display: flex;
    gap: var(--s-1);
  }
  .headline {
    max-inline-size: 60rem;
    font-size: var(--t-xl);
    font-weight: var(--w-strong);
    letter-spacing: -0.015em;
    line-height: 1.3;
    text-wrap: pretty;
  }
  .bar {
    display: flex;
    gap: 2px;
    block-size: 0.625rem;
  }
  .bar button {
    flex: var(--part) 1 0;
    min-inline-size: 1.25rem;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: var(--status-fill);
    cursor: pointer;
    transition: opacity 120ms;
  }
  .bar button:first-child {
    border-start-start-radius: var(--r-sm);
    border-end-start-radius: var(--r-sm);
  }
  .bar button:last-child {
    border-start-end-radius: var(--r-sm);
    border-end-end-radius: var(--r-sm);
  }
  .bar:hover button:not(:hover) {
    opacity: 0.55;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1);
    margin-inline-start: -0.5rem;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: var(--s-2);
    min-block-size: 1.625rem;
    padding: 0 0.5rem;
    border: 0;
    border-radius: var(--r-md);
    background: transparent;
    color: var(--c-text);
    font-size: var(--t-md);
    cursor: pointer;
  }
  .legend button:hover {
    background: var(--c-hover);
  }
  .legend button[aria-pressed="true"] {
    background: var(--c-accent-soft);
  }
  .legend b {
    font-weight: var(--w-strong);
  }
  @media (forced-colors: active) {
    .bar button {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
  @container header (max-width: 56rem) {
    .meta {
      flex-basis: 100%;
    }
  }
  @container header (max-width: 40rem) {
    header {
      gap: var(--s-2);
    }
    .headline {
      font-size: 1.0625rem;
    }
    .wide {
      display: none;
    }
  }
`;
