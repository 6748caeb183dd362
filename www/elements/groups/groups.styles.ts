import { css } from "lit";

export const groupsStyles = css`
  :host {
    container: groups / inline-size;
  }
  .heading {
    display: flex;
    align-items: baseline;
    gap: var(--s-2);
    margin-block-end: var(--s-2);
  }
  .card.skeleton {
    block-size: 9rem;
  }
  li {
    padding: var(--s-2) var(--s-4);
  }
  li + li {
    border-block-start: 1px solid var(--c-line);
  }
  .group {
    display: grid;
    grid-template-columns: 3.25rem minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--s-1) var(--s-2);
  }
  .count {
    color: var(--c-success);
    font-size: var(--t-lg);
    font-weight: var(--w-strong);
  }
  .text {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-2);
    min-inline-size: 0;
  }
  .first {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1);
  }
  .actions > :last-child:not(.square) {
    margin-inline-end: 2rem;
  }
  invoscope-diff {
    margin-block: var(--s-2) var(--s-1);
  }
  .more {
    padding: var(--s-2) var(--s-4);
    border-block-start: 1px solid var(--c-line);
  }
  @container groups (max-width: 44rem) {
    li {
      padding-inline: var(--s-3);
    }
    .group {
      grid-template-columns: 2.25rem minmax(0, 1fr);
    }
    .actions {
      grid-column: 2;
      margin-inline-start: -0.625rem;
    }
  }
`;
