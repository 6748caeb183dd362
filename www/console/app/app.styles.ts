import { css } from "lit";

export const appStyles = css`
  :host {
    display: block;
    min-block-size: 100vh;
    background: var(--c-bg);
    --iv-sticky-top: 3rem;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 20;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2);
    min-block-size: 3rem;
    --bar-edge: var(--s-6);
    padding: var(--s-2) var(--bar-edge);
    box-sizing: border-box;
    background: var(--c-bg);
  }
  /* As wide as what stands below it: beside it, the room of a scroll bar is no strip of another colour. */
  .bar::after {
    position: absolute;
    inset: auto var(--bar-edge) 0;
    border-block-end: 1px solid var(--c-line);
    content: "";
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: var(--s-2);
    color: var(--c-text);
    font-size: var(--t-lg);
    font-weight: var(--w-strong);
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  .crumb {
    padding: var(--s-1) var(--s-2);
    margin-inline-start: var(--s-3);
    border-radius: var(--r-md);
    color: var(--c-text-2);
    font-weight: var(--w-medium);
    text-decoration: none;
  }
  .crumb:hover,
  .crumb[aria-current="page"] {
    background: var(--c-hover);
    color: var(--c-text);
  }
  .grow {
    flex: 1;
  }
  .bar .btn, .bar .input {
    min-block-size: 2rem;
  }
  .bar .square {
    inline-size: 2rem;
  }
  .region {
    position: relative;
    color: var(--c-text-3);
  }
  .region .icon {
    position: absolute;
    inset-block-start: 0.5625rem;
    inset-inline-start: 0.5rem;
    font-size: 0.875rem;
    pointer-events: none;
  }
  .region .input {
    inline-size: 16.5rem;
    padding-inline-start: 1.625rem;
    color: var(--c-text);
    text-overflow: ellipsis;
  }
  .file {
    cursor: pointer;
  }
  .file:focus-within {
    outline: 2px solid var(--c-accent);
    outline-offset: 1px;
  }
  .menu[open] summary {
    background: var(--c-hover);
    color: var(--c-text);
  }
  .popup {
    display: grid;
    gap: var(--s-2);
    inline-size: 16rem;
    padding: var(--s-3);
  }
  .row {
    display: grid;
    grid-template-columns: 5rem 1fr;
    align-items: center;
  }
  main:focus {
    outline: none;
  }
  dialog {
    max-inline-size: min(26rem, calc(100vw - 2rem));
    padding: var(--s-5);
    border: 0;
    border-radius: var(--r-lg);
    background: var(--c-raised);
    box-shadow: var(--shadow-2);
    color: var(--c-text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--s-2) var(--s-4);
    margin-block: var(--s-4);
  }
  dialog dt {
    display: flex;
    gap: var(--s-1);
  }
  .problem {
    max-inline-size: 34rem;
    margin: var(--s-12) auto;
    text-align: center;
  }
  .problem > .icon {
    color: var(--c-text-3);
    font-size: 2rem;
  }
  .problem h1 {
    margin-block: var(--s-2) var(--s-1);
    font-size: var(--t-lg);
  }
  .problem pre {
    margin-block: var(--s-4);
    padding: var(--s-3);
    border: 1px solid var(--c-line);
    border-radius: var(--r-md);
    background: var(--c-sunken);
    text-align: start;
    white-space: pre-wrap;
  }
  invoscope-list {
    padding: 0;
  }
  main {
    max-inline-size: 90rem;
    margin-inline: auto;
    padding: var(--s-6);
    box-sizing: border-box;
  }
  .skip {
    position: absolute;
    inset-block-start: -4rem;
    inset-inline-start: var(--s-4);
    z-index: 30;
  }
  .skip:focus {
    inset-block-start: var(--s-2);
  }
  .drop {
    position: fixed;
    inset: var(--s-4);
    z-index: 40;
    display: grid;
    place-items: center;
    border: 2px dashed var(--c-accent);
    border-radius: var(--r-lg);
    background: var(--c-accent-soft);
    color: var(--c-accent);
    font-size: var(--t-xl);
    pointer-events: none;
  }
  .toast {
    align-items: center;
    margin-block-end: var(--s-4);
  }
  .toast span {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 48rem) {
    .bar {
      --bar-edge: var(--s-4);
      position: relative;
      /* Under the pane that covers the window. */
      z-index: 5;
    }
    .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .keys, .crumb {
      display: none;
    }
    .bar {
      flex-wrap: nowrap;
      gap: var(--s-1);
    }
    .region {
      flex: 0 1 9.5rem;
      min-inline-size: 0;
    }
    .region .input {
      inline-size: 100%;
    }
    main {
      padding: var(--s-4);
    }
    :host {
      --iv-sticky-top: 0rem;
    }
  }
`;
