import { css } from "lit";
import { tokens } from "./tokens.ts";

const reset = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--c-text);
    font: 400 var(--t-md) / 1.5 var(--_font);
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre, fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  ul, ol {
    list-style: none;
  }
  h1, h2, h3, h4 {
    font-weight: var(--w-strong);
    letter-spacing: -0.005em;
  }
  h2 {
    font-size: var(--t-lg);
    line-height: 1.35;
  }
  h3 {
    font-size: var(--t-md);
  }
  a {
    color: var(--c-accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  @media (forced-colors: active) {
    /* Backgrounds and shadows do not show what is chosen. */
    [aria-pressed="true"], [aria-current="page"], .now {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  :focus-visible {
    outline: 2px solid var(--c-accent);
    outline-offset: 2px;
    border-radius: var(--r-sm);
  }
  code, pre, .mono {
    font-family: var(--_mono);
    font-size: 0.94em;
    font-variant-ligatures: none;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--c-text-2);
  }
  .faint {
    color: var(--c-text-3);
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    vertical-align: -0.125em;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const controls = css`
  button, input, select, textarea {
    font: inherit;
    color: inherit;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    padding: 0 0.625rem;
    border: 1px solid var(--c-line-strong);
    border-radius: var(--r-md);
    background: var(--c-surface);
    color: var(--c-text);
    font-size: var(--t-sm);
    font-weight: var(--w-medium);
    line-height: 1.2;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .btn:hover {
    background: var(--c-hover);
    text-decoration: none;
  }
  .btn:disabled, .btn[aria-disabled="true"] {
    color: var(--c-text-3);
    cursor: default;
  }
  .btn.primary {
    border-color: transparent;
    background: var(--c-accent);
    color: var(--c-on-accent);
  }
  .btn.ghost {
    border-color: transparent;
    background: transparent;
    color: var(--c-text-2);
  }
  .btn.ghost:hover {
    background: var(--c-hover);
    color: var(--c-text);
  }
  .btn.square {
    inline-size: 1.75rem;
    padding: 0;
  }
  .btn[aria-pressed="true"] {
    border-color: var(--c-accent);
    background: var(--c-accent-soft);
    color: var(--c-accent);
  }
  @media (forced-colors: active) {
    /* The browser would lay a plate of the ground's colour behind the words. */
    .btn.primary {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  .input {
    min-block-size: 1.75rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--c-line-strong);
    border-radius: var(--r-md);
    background: var(--c-surface);
    font-size: var(--t-md);
  }
  .input::placeholder {
    color: var(--c-text-3);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: -1px;
    border-radius: var(--r-md);
  }
  .input[aria-invalid="true"] {
    border-color: var(--c-failed);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    min-block-size: 1.375rem;
    padding: 0 0.5rem;
    border: 1px solid var(--c-line);
    border-radius: var(--r-full);
    background: transparent;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    line-height: 1.2;
    white-space: nowrap;
  }
  button.chip {
    cursor: pointer;
  }
  @media (forced-colors: active) {
    button.chip {
      border-color: var(--c-line-strong);
    }
  }
  button.chip:hover {
    border-color: var(--c-line-strong);
    color: var(--c-text);
  }
  button.chip[aria-pressed="true"] {
    border-color: var(--c-accent);
    background: var(--c-accent-soft);
    color: var(--c-accent);
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.25rem;
    padding: 0 0.3125rem;
    border: 1px solid var(--c-line-strong);
    border-radius: var(--r-sm);
    background: var(--c-sunken);
    font: var(--t-xs) / 1.5 var(--_mono);
    text-align: center;
  }
`;

const status = css`
  .status {
    --status: var(--c-unknown);
    --status-soft: var(--c-unknown-soft);
    --status-fill: var(--c-unknown-fill);
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    color: var(--status);
    font-weight: var(--w-medium);
    white-space: nowrap;
  }
  .status > .icon {
    font-size: 1.0625em;
  }
  .status.soft {
    padding: 0.0625rem 0.5rem 0.0625rem 0.375rem;
    border-radius: var(--r-full);
    background: var(--status-soft);
    font-size: var(--t-sm);
  }
  .is-success {
    --status: var(--c-success);
    --status-soft: var(--c-success-soft);
    --status-fill: var(--c-success-fill);
  }
  .is-failed {
    --status: var(--c-failed);
    --status-soft: var(--c-failed-soft);
    --status-fill: var(--c-failed-fill);
  }
  .is-running {
    --status: var(--c-running);
    --status-soft: var(--c-running-soft);
    --status-fill: var(--c-running-fill);
  }
  .is-waiting {
    --status: var(--c-waiting);
    --status-soft: var(--c-waiting-soft);
    --status-fill: var(--c-waiting-fill);
  }
  .is-stopped {
    --status: var(--c-stopped);
    --status-soft: var(--c-stopped-soft);
    --status-fill: var(--c-stopped-fill);
  }
  .is-unknown {
    --status: var(--c-unknown);
    --status-soft: var(--c-unknown-soft);
    --status-fill: var(--c-unknown-fill);
  }
`;

const surfaces = css`
  .card {
    border: 1px solid var(--c-line);
    border-radius: var(--r-lg);
    background: var(--c-surface);
  }
  .notice {
    display: flex;
    align-items: flex-start;
    gap: var(--s-2);
    padding: var(--s-2) var(--s-3);
    border: 1px solid var(--c-line);
    border-radius: var(--r-md);
    background: var(--status-soft, var(--c-sunken));
    font-size: var(--t-md);
  }
  .notice:has(> .btn) {
    align-items: center;
  }
  .notice:has(> .btn) > .icon {
    margin-block-start: 0;
  }
  .notice > .icon {
    margin-block-start: 0.1875rem;
    color: var(--status, var(--c-text-2));
  }
  .empty {
    padding: var(--s-8) var(--s-4);
    color: var(--c-text-2);
    text-align: center;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: var(--t-md);
  }
  th {
    padding: 0.375rem 0.75rem;
    color: var(--c-text-2);
    font-size: var(--t-sm);
    font-weight: var(--w-medium);
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 0.375rem 0.75rem;
    border-block-start: 1px solid var(--c-line);
    text-align: start;
    vertical-align: top;
  }
  tbody:first-child > tr:first-child > td {
    border: 0;
  }
  .skeleton {
    border-radius: var(--r-sm);
    background: linear-gradient(90deg, var(--c-hover), var(--c-line), var(--c-hover)) 0 0 / 200% 100%;
    animation: shimmer 1.6s linear infinite;
  }
  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }
  .spin {
    animation: spin 1.4s linear infinite;
  }
  @keyframes shimmer {
    to {
      background-position: -200% 0;
    }
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** The styles that every shadow root begins with. */
export const base = [tokens, reset, controls, status, surfaces];
