import { css } from "lit";

const frame = css`
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
  .menu {
    position: relative;
  }
  .menu summary {
    list-style: none;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .popup {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline-end: 0;
    inline-size: max-content;
    padding: var(--s-1);
    border-radius: var(--r-md);
    background: var(--c-raised);
    box-shadow: var(--shadow-2);
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

const table = css`
  table {
    margin-block-start: var(--s-3);
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
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
  thead th:first-child {
    border-start-start-radius: var(--r-lg);
  }
  thead th:last-child {
    border-start-end-radius: var(--r-lg);
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
    padding-block: 0.4375rem;
    overflow: hidden;
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
  tbody tr:last-child td:first-child {
    border-end-start-radius: calc(var(--r-lg) - 1px);
  }
  tbody tr:last-child td:last-child {
    border-end-end-radius: calc(var(--r-lg) - 1px);
  }
  .part td {
    background: var(--c-sunken);
  }
  .part .c-command {
    padding-inline-start: var(--s-6);
  }
  .c-status { inline-size: 9.75rem; }
  .c-instances { inline-size: 16rem; }
  .c-schedule { inline-size: 9rem; }
  .c-created { inline-size: 8.25rem; }
  .c-duration { inline-size: 6.25rem; }
  .c-user { inline-size: 5.5rem; }
  .c-tags { inline-size: 11.5rem; }
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
    overflow: hidden;
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
    overflow: hidden;
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
    overflow: hidden;
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
    overflow: hidden;
  }
  .bar rect {
    fill: var(--status-fill);
  }
  .counts {
    display: block;
    overflow: hidden;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    text-overflow: ellipsis;
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
    overflow: hidden;
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
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .container {
    display: block;
    overflow: hidden;
    font-size: var(--t-sm);
    text-overflow: ellipsis;
  }
  .tags {
    display: flex;
    align-items: center;
    gap: var(--s-1);
    min-inline-size: 0;
    font-size: var(--t-sm);
  }
  .tag-icon {
    display: none;
    color: var(--c-text-3);
  }
  .tag {
    flex: 0 1 auto;
    overflow: hidden;
    min-inline-size: 2.5rem;
    padding: 0 0.375rem;
    border-radius: var(--r-sm);
    background: var(--c-sunken);
    box-shadow: inset 0 0 0 1px var(--c-line);
    color: var(--c-text-2);
    text-overflow: ellipsis;
    white-space: nowrap;
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

const states = css`
  .blank {
    margin-block-start: var(--s-3);
    min-block-size: 16rem;
  }
  .empty .icon {
    color: var(--c-text-3);
    font-size: 1.75rem;
  }
  .empty h2 {
    margin-block: var(--s-3) var(--s-1);
    color: var(--c-text);
  }
  .empty .btn {
    margin-block-start: var(--s-4);
  }
  .problem {
    max-inline-size: 38rem;
    margin: var(--s-12) auto;
    padding-inline: var(--s-4);
    text-align: center;
  }
  .progress, .show-more {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s-2) var(--s-4);
    margin-block-start: var(--s-3);
    min-block-size: 2rem;
  }
  .progress .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1) var(--s-3);
  }
  .progress .actions {
    display: flex;
    gap: var(--s-2);
  }
  .show-more {
    justify-content: center;
  }
  .rail {
    position: absolute;
    inset-block-start: -0.5rem;
    inset-inline: 0;
    block-size: 2px;
    overflow: hidden;
    border-radius: var(--r-full);
    background: linear-gradient(90deg, transparent, var(--c-accent), transparent) 0 0 / 50% 100% no-repeat;
    animation: rail 1.4s linear infinite;
  }
  @keyframes rail {
    from {
      background-position: -100% 0;
    }
    to {
      background-position: 200% 0;
    }
  }
`;

const narrow = css`
  @container (max-width: 78rem) {
    .c-tags {
      display: none;
    }
  }
  @container (max-width: 66rem) {
    .c-user, .c-duration {
      display: none;
    }
    .c-instances {
      inline-size: 14rem;
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
    td, th:first-child, td:first-child, .part .c-command {
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
    .counts {
      white-space: normal;
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
    }
    .bar rect.is-failed {
      fill: CanvasText;
    }
    .bar rect:not(.is-failed) {
      fill: GrayText;
    }
  }
`;

export const listStyles = [frame, table, states, narrow];
