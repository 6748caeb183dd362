import { css } from "lit";

/** What stands where no rows are, and under them. */
export const stateStyles = css`
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
