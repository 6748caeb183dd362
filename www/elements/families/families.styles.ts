import { css } from "lit";

export const familiesStyles = css`
  .heading {
    display: flex;
    align-items: baseline;
    gap: var(--s-2);
    margin-block-end: var(--s-2);
  }
  li.family {
    display: grid;
    grid-template-columns: 3.25rem minmax(0, 1fr);
    padding-block: var(--s-3);
  }
  li.family + li.family {
    border-block-start: 1px solid var(--c-line);
  }
  ol {
    padding-inline: var(--s-4);
  }
  .count {
    color: var(--c-failed);
    font-size: var(--t-2xl);
    font-weight: var(--w-strong);
    letter-spacing: -0.03em;
    line-height: 1.1;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-2);
    min-inline-size: 0;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-2);
  }
  h3 {
    font-size: var(--t-lg);
  }
  .chip code {
    font-size: var(--t-sm);
  }
  .retry {
    border-color: transparent;
    background: var(--status-soft);
    color: var(--status);
    font-weight: var(--w-medium);
    white-space: normal;
  }
  .lines {
    display: block;
    inline-size: 100%;
    padding: var(--s-1) 0;
    border: 0;
    border-inline-start: 2px solid var(--c-failed-fill);
    border-radius: 0 var(--r-md) var(--r-md) 0;
    background: var(--c-failed-soft);
    color: var(--c-text);
    font: var(--t-sm) / 1.6 var(--_mono);
    text-align: start;
    cursor: pointer;
  }
  .lines:hover {
    background: color-mix(in oklab, var(--c-failed-soft), var(--c-failed-fill) 10%);
  }
  .lines > span {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    column-gap: var(--s-2);
  }
  .lines .n {
    color: var(--c-text-2);
    text-align: end;
    user-select: none;
  }
  .lines .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .lines .other .text {
    color: var(--c-text-2);
  }
  .info {
    color: var(--c-text-2);
    overflow-wrap: anywhere;
  }
  /* As high as three lines. */
  .info.unread {
    min-block-size: calc(4.8 * var(--t-sm) + 2 * var(--s-1));
  }
  .fix b {
    margin-inline-end: var(--s-1);
    font-weight: var(--w-strong);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-2);
  }
  .row.end {
    min-block-size: 1.75rem;
  }
  .chip.instance {
    font-family: var(--_mono);
  }
  details > summary {
    inline-size: fit-content;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    cursor: pointer;
  }
  details[open] {
    flex-basis: 100%;
  }
  details > summary:hover {
    color: var(--c-text);
  }
  details dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--s-1) var(--s-4);
    margin-block-start: var(--s-2);
  }
  details dt {
    color: var(--c-text-2);
  }
  @media (max-width: 40rem) {
    ol {
      padding-inline: var(--s-3);
    }
    li.family {
      grid-template-columns: 2.25rem minmax(0, 1fr);
    }
    details dl {
      grid-template-columns: minmax(0, 1fr);
    }
    details dd {
      margin-block-end: var(--s-2);
    }
    .lines .other {
      display: none;
    }
    /* As high as the line that decides, wrapped, and as what to do. */
    .info.unread {
      min-block-size: calc(6.4 * var(--t-sm) + 2 * var(--s-1));
    }
    .unread + .fix {
      min-block-size: 2lh;
    }
  }
`;
