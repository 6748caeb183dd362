import { css } from "lit";

export const commandStyles = css`
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr);
    align-items: start;
    gap: var(--s-6);
  }
  .heading {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    min-block-size: 1.75rem;
    margin-block-end: var(--s-2);
  }
  .end {
    text-align: end;
  }
  .code {
    padding-block: var(--s-2);
    overflow-x: auto;
    background: var(--c-sunken);
    font: var(--t-sm) / 1.65 var(--_mono);
    counter-reset: line;
  }
  .code > div {
    display: grid;
    grid-template-columns: 3rem minmax(0, 1fr);
    min-block-size: 1.65em;
  }
  .code > div::before {
    padding-inline-end: var(--s-3);
    color: var(--c-text-3);
    content: counter(line);
    counter-increment: line;
    text-align: end;
  }
  .code span {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .code i {
    font-style: normal;
  }
  .comment {
    color: var(--c-text-3);
  }
  .string {
    color: light-dark(#1a6b34, #8fd7a0);
  }
  .variable {
    color: light-dark(#7a3a9c, #d2a8ef);
  }
  .keyword {
    color: light-dark(#2350c4, #8fb0ff);
  }
  .number {
    color: light-dark(#855a00, #e5c163);
  }
  mark {
    border-radius: 2px;
    background: none;
    color: inherit;
  }
  mark.filled {
    background: var(--c-accent-soft);
    box-shadow: inset 0 -1px var(--c-accent);
  }
  mark.agent {
    background: var(--c-unknown-soft);
    box-shadow: inset 0 -1px var(--c-unknown);
  }
  mark.missing {
    background: var(--c-waiting-soft);
    box-shadow: inset 0 -1px var(--c-waiting);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--s-1) var(--s-4);
    padding: var(--s-3) var(--s-4);
  }
  dt {
    color: var(--c-text-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  section + section,
  .side > * + * {
    margin-block-start: var(--s-6);
  }
  .scroll {
    overflow-x: auto;
  }
  td.num {
    white-space: nowrap;
  }
  .read {
    margin-block-start: var(--s-2);
  }
  @media (max-width: 56rem) {
    .grid {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
