import { css } from "lit";

/** Title, tools and chips above the table. */
export const toolbarStyles = css`
  :host {
    container-type: inline-size;
    padding: var(--s-5) var(--s-6) var(--s-8);
  }
  :host([inactive]) {
    display: none;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: var(--s-2);
    margin-block-end: var(--s-3);
  }
  h1 {
    font-size: var(--t-xl);
    font-weight: var(--w-strong);
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2);
  }
  .toolbar .btn, .toolbar .input {
    min-block-size: 2rem;
  }
  .search {
    position: relative;
    flex: 1 1 18rem;
    max-inline-size: 28rem;
  }
  .search .input {
    inline-size: 100%;
    padding-inline: 1.875rem 2rem;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 0.5625rem;
    inset-inline-start: 0.625rem;
    color: var(--c-text-3);
    font-size: 0.875rem;
    pointer-events: none;
  }
  .search kbd {
    position: absolute;
    inset-block-start: 0.4375rem;
    inset-inline-end: 0.5rem;
    color: var(--c-text-3);
    pointer-events: none;
  }
  .search:focus-within kbd, .search .input:not(:placeholder-shown) ~ kbd {
    display: none;
  }
  .sort.input {
    display: none;
  }
  .toolbar > .actions {
    display: flex;
    align-items: center;
    gap: var(--s-1);
    margin-inline-start: auto;
  }
  .cli::part(button) {
    min-block-size: 2rem;
    padding-inline: 0.625rem;
  }
  .popup {
    inline-size: max-content;
  }
  .popup button {
    display: block;
    inline-size: 100%;
    padding: 0.375rem 0.625rem;
    border: 0;
    border-radius: var(--r-sm);
    background: none;
    font-size: var(--t-md);
    text-align: start;
    cursor: pointer;
  }
  .popup label {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    padding: 0.375rem 0.625rem;
    font-size: var(--t-sm);
  }
  .popup button:hover {
    background: var(--c-hover);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) 0.375rem;
    margin-block-start: var(--s-3);
  }
  .chips .chip {
    max-inline-size: 20rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chips .swatch {
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 2px;
    background: var(--status-fill);
    forced-color-adjust: none;
  }
  .chips .n {
    color: var(--c-text-3);
  }
  .chip[aria-pressed="true"] .n {
    color: inherit;
  }
  .chip.on {
    padding-inline-end: 0.1875rem;
    background: var(--c-accent-soft);
    color: var(--c-text);
  }
  .chip.on .faint {
    color: var(--c-text-2);
  }
  .chip.on bdi {
    max-inline-size: 20rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .x {
    display: inline-grid;
    place-items: center;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    padding: 0;
    border: 0;
    border-radius: var(--r-full);
    background: none;
    color: var(--c-text-2);
    cursor: pointer;
  }
  .x:hover {
    background: var(--c-hover);
    color: var(--c-text);
  }
  .asked .btn {
    min-block-size: 1.375rem;
  }
  .findings {
    display: grid;
    gap: 0.125rem;
    margin-block-start: var(--s-2);
  }
  .finding {
    color: var(--c-text-2);
    font-size: var(--t-sm);
  }
  .finding strong {
    color: var(--c-waiting);
    font-weight: var(--w-strong);
  }
  .finding.error strong {
    color: var(--c-failed);
  }
  invoscope-list-filter {
    margin-block-start: var(--s-3);
  }
`;
