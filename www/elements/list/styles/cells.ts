import { css } from "lit";

/** What stands in the cells of a run. */
export const cellStyles = css`
  .part {
    background: var(--c-sunken);
  }
  .part .c-command {
    padding-inline-start: var(--s-6);
  }
  .reported {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--c-waiting);
    font-size: var(--t-xs);
    line-height: 1.25;
  }
  .reported bdi {
    display: -webkit-box;
    min-inline-size: 0;
    overflow: clip;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .title {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    min-inline-size: 0;
  }
  .type {
    color: var(--c-text-3);
    font-size: 0.9375rem;
    line-height: 1;
  }
  .name {
    min-inline-size: 0;
    overflow: clip;
    color: var(--c-text);
    font-weight: var(--w-medium);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name:focus-visible {
    outline-offset: 1px;
  }
  tr:hover .name {
    color: var(--c-accent);
  }
  .set {
    flex: none;
    min-block-size: 1.25rem;
    padding-inline: 0.375rem 0.25rem;
    font-size: var(--t-xs);
  }
  .chevron {
    transition: transform 120ms;
  }
  .set[aria-expanded="true"] .chevron {
    rotate: 90deg;
  }
  .under {
    display: flex;
    gap: var(--s-2);
    min-inline-size: 0;
    padding-inline-start: 1.4375rem;
    font-size: var(--t-sm);
    line-height: 1.35;
    white-space: nowrap;
  }
  .under > * {
    flex: none;
  }
  .under .description {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
  }
  .under .description::before {
    content: "·";
    margin-inline-end: var(--s-2);
  }
  .bar {
    display: block;
    inline-size: 100%;
    max-inline-size: 14rem;
    block-size: 0.3125rem;
    margin-block-end: 0.25rem;
    border-radius: var(--r-full);
    overflow: clip;
  }
  .bar rect {
    fill: var(--status-fill);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .count {
    white-space: nowrap;
  }
  .count.told {
    color: var(--status);
    font-weight: var(--w-medium);
  }
  .dot {
    margin-inline: 0.3125rem;
    color: var(--c-text-3);
  }
  .words, .c-schedule .faint {
    display: -webkit-box;
    overflow: clip;
    font-size: var(--t-sm);
    line-height: 1.35;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .ago, .at {
    display: block;
    line-height: 1.35;
    white-space: nowrap;
  }
  .at {
    font-size: var(--t-sm);
  }
  .c-user {
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .container {
    display: -webkit-box;
    overflow: clip;
    overflow-wrap: anywhere;
    font-size: var(--t-sm);
    line-height: 1.35;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem var(--s-1);
    min-inline-size: 0;
    font-size: var(--t-sm);
    line-height: 1.35;
  }
  .tag-icon {
    display: none;
    color: var(--c-text-3);
  }
  .tag {
    flex: 0 1 auto;
    overflow: clip;
    min-inline-size: 2.5rem;
    max-inline-size: 100%;
    padding: 0 0.375rem;
    border-radius: var(--r-sm);
    background: var(--c-sunken);
    box-shadow: inset 0 0 0 1px var(--c-line);
    color: var(--c-text-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Room for how many there are further. */
  .tag:has(+ .faint) {
    max-inline-size: calc(100% - 1.5rem);
  }
  td .skeleton {
    display: block;
    block-size: 0.75rem;
    max-inline-size: 80%;
  }
  .c-command .skeleton {
    max-inline-size: 55%;
  }
`;
