import { css } from "lit";

/** Fewer columns, then cards, where there is no room for a table; forced colours. */
export const narrowStyles = css`
  @container (max-width: 84rem) {
    table {
      --columns: 8rem minmax(0, 1fr) 14rem 6.5rem 8.25rem 5.75rem 5rem 9.75rem;
    }
  }
  @container (max-width: 75rem) {
    table {
      --columns: 8rem minmax(0, 1fr) 14rem 6.5rem 8.25rem 5.75rem 5rem;
    }
    .c-tags {
      display: none;
    }
  }
  @container (max-width: 66rem) {
    table {
      --columns: 8rem minmax(0, 1fr) 14rem 6.5rem 8.25rem;
    }
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
    tbody tr {
      --row: 6.125rem;
      grid-template-areas: "command status" "instances created" "schedule created";
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
      gap: 0.25rem var(--s-3);
      padding: var(--s-3);
    }
    tbody tr.part {
      padding-inline-start: var(--s-6);
    }
    td[class], .part .c-command {
      padding: 0;
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
    .tag {
      outline: 1px solid GrayText;
      outline-offset: -1px;
    }
  }
`;
