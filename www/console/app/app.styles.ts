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
    padding: var(--s-2) var(--s-6);
    box-sizing: border-box;
    background: var(--c-surface);
    border-block-end: 1px solid var(--c-line);
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
  .file {
    cursor: pointer;
  }
  .file:focus-within {
    outline: 2px solid var(--c-accent);
    outline-offset: 1px;
  }
  .bar select {
    inline-size: auto;
    max-inline-size: 9rem;
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
    margin-block-end: var(--s-4);
  }
  @media (max-width: 48rem) {
    .bar {
      position: static;
      padding-inline: var(--s-4);
    }
    .bar select,
    .bar .file {
      min-block-size: 2.25rem;
      flex: 1 1 6rem;
      max-inline-size: none;
    }
    .grow {
      flex-basis: 100%;
      block-size: 0;
    }
    main {
      padding: var(--s-4);
    }
    :host {
      --iv-sticky-top: 0rem;
    }
  }
`;
