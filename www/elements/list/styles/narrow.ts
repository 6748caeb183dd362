import { css } from "lit";

/** Fewer columns, then cards, where there is no room for a table; forced colours. */
export const narrowStyles = css`
  @container (max-width: 84rem) {
    .c-status { inline-size: 8rem; }
    .c-instances { inline-size: 14rem; }
    .c-schedule { inline-size: 6.5rem; }
    .c-duration { inline-size: 5.75rem; }
    .c-user { inline-size: 5rem; }
    .c-tags { inline-size: 9.75rem; }
  }
  @container (max-width: 75rem) {
    .c-tags {
      display: none;
    }
  }
  @container (max-width: 66rem) {
    .c-user, .c-duration {
      display: none;
    }
  }
  @container (max-width: 46rem) {
    thead {
      display: none;
    }
    .sort.input {
      display: inline-block;
    }
    table, tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      grid-template-areas: "command status" "instances created" "schedule created";
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.25rem var(--s-3);
      padding: var(--s-3);
      border-block-start: 1px solid var(--c-line);
    }
    tbody tr:first-child {
      border-block-start: 0;
    }
    tbody tr.run:hover td, tbody tr.run:focus-within td, .part td {
      background: none;
    }
    tbody tr.run:focus-within {
      background: var(--c-accent-soft);
    }
    tbody tr.part {
      padding-inline-start: var(--s-6);
      background: var(--c-sunken);
    }
    td[class], th:first-child, .part .c-command {
      display: block;
      inline-size: auto;
      block-size: auto;
      padding: 0;
      border: 0;
    }
    td.c-user, td.c-duration, td.c-tags {
      display: none;
    }
    .c-status {
      grid-area: status;
      text-align: end;
    }
    .reported {
      justify-content: flex-end;
    }
    .c-command {
      grid-area: command;
    }
    .c-instances {
      grid-area: instances;
    }
    .c-schedule {
      grid-area: schedule;
    }
    .c-created {
      grid-area: created;
      text-align: end;
    }
    .c-schedule:has(> .faint) {
      display: none;
    }
    .under .description {
      display: none;
    }
    .toolbar .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .toolbar > .actions {
      gap: 0;
    }
    .statuses {
      flex-wrap: nowrap;
      margin-inline: calc(-1 * var(--s-1));
      padding: var(--s-1);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .statuses .chip {
      flex: none;
    }
    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
  @media (max-width: 46rem) {
    :host {
      padding: var(--s-4) var(--s-3) var(--s-8);
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
