import { css } from "lit";

/** The button and its menu. */
export const exportStyles = css`
  :host {
    position: relative;
    display: inline-block;
  }
  .menu {
    position: absolute;
    z-index: 20;
    inset-block-start: calc(100% + var(--s-1));
    inset-inline-end: 0;
    display: grid;
    inline-size: 18rem;
    padding: var(--s-2);
    border-radius: var(--r-lg);
    background: var(--c-raised);
    box-shadow: var(--shadow-2);
  }
  .menu .btn,
  .menu invoscope-copy::part(button) {
    justify-content: start;
    inline-size: 100%;
    min-block-size: 2rem;
    padding-inline: 0.625rem;
    border-color: transparent;
    background: transparent;
    color: var(--c-text);
  }
  .menu .btn:hover,
  .menu invoscope-copy::part(button):hover {
    background: var(--c-hover);
  }
  .menu .btn:disabled {
    color: var(--c-text-3);
  }
  p,
  label {
    padding: var(--s-1) 0.625rem;
    font-size: var(--t-sm);
  }
  label,
  .said {
    margin-block-start: var(--s-1);
    border-block-start: 1px solid var(--c-line);
    padding-block-start: var(--s-2);
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--s-2);
  }
  .said {
    display: grid;
    gap: var(--s-1);
    overflow-wrap: anywhere;
  }
  .said .icon {
    margin-inline-end: var(--s-1);
  }
  @media (max-width: 40rem) {
    .label {
      display: none;
    }
    .menu {
      position: fixed;
      inline-size: auto;
      inset: auto var(--s-3) var(--s-3);
    }
  }
  @media (forced-colors: active) {
    .menu {
      border: 1px solid CanvasText;
    }
  }
`;
