import { css } from "lit";

export const instancesStyles = css`
  :host {
    container: instances / inline-size;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2);
    margin-block-end: var(--s-2);
  }
  .tools .input {
    flex: 1 1 16rem;
    max-inline-size: 26rem;
  }
  .table {
    --columns: 1.75rem 8rem minmax(11rem, 1fr) 3.5rem minmax(9rem, 2fr) 5.5rem 5rem 6.5rem 5rem;
    overflow-x: auto;
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    min-inline-size: 52rem;
    min-block-size: 2.125rem;
    padding-inline: var(--s-2);
  }
  .rows > [role="rowgroup"] {
    content-visibility: auto;
    contain-intrinsic-size: auto 106rem;
  }
  [role="rowgroup"] .row {
    border-block-start: 1px solid var(--c-line);
  }
  .row.body:hover {
    background: var(--c-hover);
  }
  .row.body.now {
    background: var(--c-accent-soft);
  }
  .row > * {
    overflow: clip;
    padding-inline: var(--s-1);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .status {
    vertical-align: middle;
  }
  .row > .end {
    text-align: end;
  }
  .row > .error {
    padding-inline-start: var(--s-4);
  }
  /* What is cut off ends as it is written. */
  .body > .error {
    color: var(--c-text-3);
  }
  .body > .error > :first-child {
    color: var(--c-text);
  }
  .head button {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    font-weight: var(--w-medium);
    cursor: pointer;
  }
  .head button:hover {
    color: var(--c-text);
  }
  .head > span {
    color: var(--c-text-2);
    font-size: var(--t-sm);
    font-weight: var(--w-medium);
  }
  .expand {
    display: grid;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    place-items: center;
    padding: 0;
    border: 0;
    border-radius: var(--r-sm);
    background: none;
    color: var(--c-text-2);
    cursor: pointer;
  }
  .expand[aria-expanded="true"] .icon {
    transform: rotate(90deg);
  }
  .id {
    padding: 0;
    border: 0;
    background: none;
    color: var(--c-text);
    font: var(--t-sm) / 1.5 var(--_mono);
    text-align: start;
    cursor: pointer;
  }
  .id:hover {
    color: var(--c-accent);
    text-decoration: underline;
  }
  .id small {
    color: var(--c-text-2);
    font-size: var(--t-xs);
  }
  .cut {
    color: var(--c-waiting);
  }
  .detail {
    padding: var(--s-2) var(--s-3) var(--s-4) 2.5rem;
    border-block-start: 1px solid var(--c-line);
    background: var(--c-surface);
  }
  @container instances (max-width: 52rem) {
    .table {
      --columns: 1.75rem 7rem minmax(11.5rem, 1fr) 3rem minmax(5rem, 1.4fr) 4.5rem;
    }
    .row {
      min-inline-size: 0;
    }
    .row > .extra {
      display: none;
    }
  }
  @container instances (max-width: 40rem) {
    .row {
      grid-template-columns: 1.75rem auto minmax(0, 1fr) auto;
      min-inline-size: 0;
      padding-block: var(--s-1);
    }
    .row.head {
      display: none;
    }
    .row > .wide {
      display: none;
    }
    .row > .error {
      grid-column: 2 / -1;
      padding-inline-start: var(--s-1);
      font-size: var(--t-sm);
    }
    .body > .error > :first-child {
      color: var(--c-text-2);
    }
    .row > .error:empty {
      display: none;
    }
    .detail {
      padding-inline: var(--s-2);
    }
  }
`;
