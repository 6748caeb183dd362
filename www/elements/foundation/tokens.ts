import { css } from "lit";

/**
 * Every colour, size and distance of the interface, as custom properties that a host page may override.
 *
 * Colours follow `color-scheme` through `light-dark()`, so a theme is one property of the host. Status colours keep
 * to blue, vermilion, amber and grey: hues that deuteranopes tell apart; an icon and a word stand beside them always.
 */
export const tokens = css`
  :host {
    --_font: var(--iv-font, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif);
    --_mono: var(--iv-font-mono, ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, "Liberation Mono", monospace);

    /* Type: one scale. */
    --t-xs: 0.6875rem;
    --t-sm: 0.75rem;
    --t-md: 0.8125rem;
    --t-lg: 0.9375rem;
    --t-xl: 1.25rem;
    --t-2xl: 1.625rem;
    --w-medium: 500;
    --w-strong: 600;

    /* Space: one scale of four. */
    --s-1: 0.25rem;
    --s-2: 0.5rem;
    --s-3: 0.75rem;
    --s-4: 1rem;
    --s-5: 1.25rem;
    --s-6: 1.5rem;
    --s-8: 2rem;
    --s-12: 3rem;

    --r-sm: 0.25rem;
    --r-md: 0.375rem;
    --r-lg: 0.625rem;
    --r-full: 999px;

    --c-bg: var(--iv-bg, light-dark(#fafafa, #0d0e11));
    --c-surface: var(--iv-surface, light-dark(#ffffff, #15171b));
    --c-raised: var(--iv-raised, light-dark(#ffffff, #1c1f25));
    --c-sunken: var(--iv-sunken, light-dark(#f4f5f6, #101216));
    --c-hover: var(--iv-hover, light-dark(#f2f3f5, #1e2127));
    --c-line: var(--iv-line, light-dark(#e6e8eb, #272a31));
    --c-line-strong: var(--iv-line-strong, light-dark(#cfd3d9, #3b4049));
    --c-text: var(--iv-text, light-dark(#15181d, #eceef1));
    --c-text-2: var(--iv-text-2, light-dark(#4b525d, #adb4bf));
    --c-text-3: var(--iv-text-3, light-dark(#666e7a, #8b939f));
    --c-accent: var(--iv-accent, light-dark(#2b5bd7, #86a8ff));
    --c-accent-soft: light-dark(#eaf0fe, #1b2541);
    --c-on-accent: light-dark(#ffffff, #0d1220);
    --c-mark: light-dark(#ffe58f, #6a5310);
    --c-mark-now: light-dark(#ffb74d, #a86a0a);

    /* Status: a strong one for text and icons, a fill for bars, a soft one behind text. */
    --c-success: light-dark(#1f6f8b, #6cc4dd);
    --c-success-fill: light-dark(#58a6bd, #3c8198);
    --c-success-soft: light-dark(#e8f3f6, #12262d);
    --c-failed: light-dark(#bf2f14, #ff9478);
    --c-failed-fill: light-dark(#dd4a26, #e8623d);
    --c-failed-soft: light-dark(#fdeeea, #321913);
    --c-running: light-dark(#2b5bd7, #86a8ff);
    --c-running-fill: light-dark(#4f7df0, #5f88f5);
    --c-running-soft: light-dark(#eaf0fe, #18213a);
    --c-waiting: light-dark(#8a5a00, #e3b341);
    --c-waiting-fill: light-dark(#e0a526, #c4942b);
    --c-waiting-soft: light-dark(#fdf4de, #2b2210);
    --c-stopped: light-dark(#59606b, #a6adb8);
    --c-stopped-fill: light-dark(#9aa2ae, #6a727e);
    --c-stopped-soft: light-dark(#f0f1f3, #22252b);
    --c-unknown: light-dark(#75409c, #cfa3f0);
    --c-unknown-fill: light-dark(#a878cb, #9467b8);
    --c-unknown-soft: light-dark(#f6effb, #271c30);

    --shadow-1: 0 1px 2px light-dark(rgb(16 20 28 / 5%), rgb(0 0 0 / 40%));
    --shadow-2: 0 8px 28px light-dark(rgb(16 20 28 / 14%), rgb(0 0 0 / 60%)), 0 0 0 1px var(--c-line);
  }

  @media (forced-colors: active) {
    :host {
      --c-bg: Canvas;
      --c-surface: Canvas;
      --c-raised: Canvas;
      --c-sunken: Canvas;
      --c-hover: Canvas;
      --c-line: GrayText;
      --c-line-strong: CanvasText;
      --c-text: CanvasText;
      --c-text-2: CanvasText;
      --c-text-3: CanvasText;
      --c-accent: LinkText;
      --c-accent-soft: Canvas;
      --c-mark: Mark;
      --c-mark-now: Highlight;
      --c-success: CanvasText;
      --c-failed: CanvasText;
      --c-running: CanvasText;
      --c-waiting: CanvasText;
      --c-stopped: CanvasText;
      --c-unknown: CanvasText;
      --shadow-1: none;
      --shadow-2: none;
    }
  }
`;
