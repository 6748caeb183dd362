import { css } from "lit";

export const viewerStyles = css`
  :host {
    container: viewer / inline-size;
    min-block-size: 20rem;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-6);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--s-4);
    min-inline-size: 0;
  }
  /* Comes late. */
  invoscope-export:not(:defined) {
    inline-size: 4.75rem;
  }
  .status-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--s-3);
    border-block-end: 1px solid var(--c-line);
  }
  .whole-set > span {
    display: none;
  }
  .tabs {
    display: flex;
    gap: var(--s-1);
    overflow-x: auto;
    margin-block-end: -1px;
  }
  .tabs button {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: var(--s-2);
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--c-text-2);
    font-size: var(--t-md);
    font-weight: var(--w-medium);
    white-space: nowrap;
    cursor: pointer;
  }
  .tabs button:hover {
    color: var(--c-text);
  }
  .tabs button[aria-selected="true"] {
    border-color: var(--c-accent);
    color: var(--c-text);
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
  }
  .tabs .num {
    color: var(--c-text-2);
    font-weight: 400;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-6);
  }
  .peek {
    position: sticky;
    inset-block-start: var(--iv-sticky-top, var(--s-4));
    align-self: start;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-inline-size: 0;
    max-block-size: calc(100dvh - var(--iv-sticky-top, var(--s-4)) - var(--s-4));
    border: 1px solid var(--c-line);
    border-radius: var(--r-lg);
    background: var(--c-surface);
    box-shadow: var(--shadow-1);
  }
  .peek > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-2);
    padding: var(--s-2) var(--s-2) var(--s-2) var(--s-3);
    border-block-end: 1px solid var(--c-line);
  }
  .peek > header .end {
    display: flex;
    margin-inline-start: auto;
  }
  .peek h2 {
    overflow-wrap: anywhere;
    font: var(--w-strong) var(--t-md) / 1.5 var(--_mono);
  }
  .peek > .scroll {
    padding: var(--s-3);
    overflow: auto;
  }
  .error-info {
    margin-block-end: var(--s-2);
    color: var(--c-text-2);
  }
  .stale {
    flex-wrap: wrap;
  }
  .stale > span {
    flex: 1 1 16rem;
  }
  .skeletons {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-3);
  }
  /* From here on the views' names and the freshness stand in one row, with room between them. */
  @container viewer (min-width: 56rem) {
    .layout:not(.peeking) .whole-set {
      margin-inline-end: auto;
    }
    .layout:not(.peeking) invoscope-refresh {
      order: 1;
    }
  }
  @container viewer (min-width: 68rem) {
    .layout:not(.peeking) .whole-set > span {
      display: inline;
    }
    .layout.peeking {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container viewer (max-width: 67.99rem) {
    .layout.peeking .peek {
      position: fixed;
      z-index: 10;
      inset: var(--iv-sticky-top, 0) 0 0;
      align-self: stretch;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
  }
  @container viewer (max-width: 40rem) {
    .main {
      gap: var(--s-3);
    }
  }
  @media (max-width: 40rem) {
    invoscope-export:not(:defined) {
      inline-size: 2.125rem;
    }
  }
  @media (forced-colors: active) {
    /* A transparent edge would be drawn, and one in the ground's colour hides the line below. */
    .tabs button:not([aria-selected="true"]) {
      border-block-end-style: none;
      padding-block-end: calc(var(--s-2) + 2px);
    }
  }
  dialog {
    inline-size: min(26rem, calc(100vw - 2rem));
    padding: var(--s-5);
    border: 0;
    border-radius: var(--r-lg);
    background: var(--c-raised);
    color: var(--c-text);
    box-shadow: var(--shadow-2);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--s-2) var(--s-4);
    margin-block: var(--s-3) var(--s-4);
  }
`;
