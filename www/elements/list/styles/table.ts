import { css } from "lit";

/**
 * Heads and rows; what stands in a cell has a file of its own.
 *
 * A row is a grid, not a table's row: the browser measures a table as one, and may skip a row out of sight.
 */
export const tableStyles = css`
  table {
    --columns: 9.75rem minmax(0, 1fr) 16rem 8.5rem 8.25rem 6.25rem 7rem 11.5rem;
    margin-block-start: var(--s-3);
    overflow: clip;
  }
  table, thead, tbody {
    display: block;
  }
  tr {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
  }
  thead {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--iv-sticky-top, 0);
    border-block-end: 1px solid var(--c-line);
    background: var(--c-surface);
  }
  thead tr {
    min-block-size: 2.25rem;
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
    min-inline-size: 0;
    padding-block: 0.4375rem;
    overflow: clip;
    border: 0;
  }
  tbody tr {
    --row: 3.125rem;
    min-block-size: var(--row);
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--row);
  }
  tbody tr + tr {
    border-block-start: 1px solid var(--c-line);
  }
  tbody tr.run {
    cursor: pointer;
  }
  tbody tr.run:hover {
    background: var(--c-hover);
  }
  tbody tr.run:focus-within {
    background: var(--c-accent-soft);
  }
`;
