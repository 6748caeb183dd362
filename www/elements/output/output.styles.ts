import { css } from "lit";

export const outputStyles = css`
  :host {
    /* Sixteen colours that keep 4.5:1 on their ground in both themes. */
    --ansi-0: light-dark(#15181d, #8b939f);
    --ansi-1: light-dark(#b3261e, #ff8a7a);
    --ansi-2: light-dark(#1a7036, #7fd58f);
    --ansi-3: light-dark(#855a00, #e5c163);
    --ansi-4: light-dark(#2350c4, #8fb0ff);
    --ansi-5: light-dark(#8a2da5, #dd9bf0);
    --ansi-6: light-dark(#0b6b78, #6fd0dd);
    --ansi-7: light-dark(#5b626c, #d5d9df);
    --ansi-8: light-dark(#666e7a, #8b939f);
    --ansi-9: light-dark(#c8281b, #ff9d90);
    --ansi-10: light-dark(#18733a, #93e0a1);
    --ansi-11: light-dark(#7d5600, #f0d27f);
    --ansi-12: light-dark(#2b5bd7, #a5c0ff);
    --ansi-13: light-dark(#9a34b5, #e6b0f5);
    --ansi-14: light-dark(#0a6d7a, #8cdde8);
    --ansi-15: light-dark(#3b414a, #ffffff);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-1);
    padding: var(--s-1) var(--s-2);
    border-block-end: 1px solid var(--c-line);
  }
  .tools .input {
    flex: 1 1 8rem;
    min-inline-size: 6rem;
    max-inline-size: 18rem;
  }
  .tools .end {
    margin-inline-start: auto;
  }
  .frame {
    border: 1px solid var(--c-line);
    border-radius: var(--r-md);
    background: var(--c-sunken);
  }
  .notice {
    margin: var(--s-2);
  }
  .notice .btn {
    margin-inline-start: auto;
  }
  .lines {
    padding-block: var(--s-2);
    overflow-x: auto;
    font: var(--t-sm) / 1.6 var(--_mono);
    font-variant-ligatures: none;
    tab-size: 8;
  }
  .block {
    content-visibility: auto;
    contain-intrinsic-size: auto 24rem;
  }
  .line {
    display: grid;
    grid-template-columns: 3.25rem minmax(0, 1fr);
    min-block-size: 1.6em;
  }
  .line:target,
  .line.now {
    background: var(--c-accent-soft);
    box-shadow: inset 2px 0 var(--c-accent);
  }
  .number {
    align-self: start;
    padding: 0 var(--s-2) 0 0;
    border: 0;
    background: none;
    color: var(--c-text-3);
    font: inherit;
    text-align: end;
    user-select: none;
    cursor: pointer;
  }
  .number::before {
    content: attr(data-line);
  }
  .number:hover {
    color: var(--c-accent);
  }
  .text {
    padding-inline-end: var(--s-3);
    white-space: pre;
    unicode-bidi: isolate;
  }
  .wrap .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .hole {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    margin-block: var(--s-1);
    padding: var(--s-2) var(--s-3);
    border-block: 1px dashed var(--c-waiting-fill);
    background: repeating-linear-gradient(-45deg, var(--c-waiting-soft) 0 8px, transparent 8px 16px) var(--c-sunken);
    font: var(--t-sm) / 1.5 var(--_font);
    user-select: none;
  }
  .hole .icon {
    color: var(--c-waiting);
  }
  .empty {
    padding: var(--s-5);
    text-align: start;
  }
  mark {
    border-radius: 2px;
    background: var(--c-mark);
    color: inherit;
  }
  mark.now {
    background: var(--c-mark-now);
    outline: 1px solid currentColor;
  }
  .invisible {
    position: relative;
    padding: 0 0.2em;
    border-radius: 2px;
    background: var(--c-unknown-soft);
    color: var(--c-unknown);
    font-size: 0.8em;
    user-select: none;
  }
  .invisible::after {
    content: attr(data-code);
  }
  .fg {
    color: var(--fg);
  }
  .bg {
    background: color-mix(in oklab, var(--bg) 30%, transparent);
  }
  .bold {
    font-weight: 700;
  }
  .dim {
    color: var(--c-text-2);
  }
  .italic {
    font-style: italic;
  }
  .underline {
    text-decoration: underline;
  }
  .strike {
    text-decoration: line-through;
  }
  .inverse {
    background: var(--fg, var(--c-text));
    color: var(--c-bg);
  }
  .conceal:not(:hover) {
    background: currentColor;
  }
`;
