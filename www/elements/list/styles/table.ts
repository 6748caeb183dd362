import { css } from "lit";

/** Heads and rows; what stands in a cell has a file of its own. */
export const tableStyles = css`
  table {
    margin-block-start: var(--s-3);
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    overflow: clip;
  }
  thead th {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--iv-sticky-top, 0);
    block-size: 2.25rem;
    padding-block: 0;
    border-block-end: 1px solid var(--c-line);
    background: var(--c-surface);
  }
  th:first-child, td:first-child {
    padding-inline-start: var(--s-4);
  }
  button.sort {
    display: inline-flex;
    align-items: center;
    gap: 0.1875rem;
    margin-inline: -0.25rem 0.5rem;
    padding: 0.125rem 0.25rem;
    border: 0;
    border-radius: var(--r-sm);
    background: none;
    color: inherit;
    font-size: inherit;
    font-weight: inherit;
    cursor: pointer;
  }
  button.sort:hover, button.sort.on {
    color: var(--c-text);
  }
  td {
    block-size: 3.125rem;
    min-inline-size: 0;
    padding-block: 0.4375rem;
    overflow: clip;
    vertical-align: middle;
  }
  tbody tr:first-child td {
    border-block-start: 0;
  }
  tbody tr.run {
    cursor: pointer;
  }
  tbody tr.run:hover td {
    background: var(--c-hover);
  }
  tbody tr.run:focus-within td {
    background: var(--c-accent-soft);
  }
`;
