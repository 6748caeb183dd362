import { css } from "lit";

/** The frame of a capsule. */
export const capsuleStyles = css`
  :host {
    --iv-sticky-top: 0px;
    min-block-size: 100vh;
    background: var(--c-bg);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2) var(--s-3);
    padding: var(--s-2) var(--s-5);
    border-block-end: 1px solid var(--c-line);
    background: var(--c-surface);
    font-size: var(--t-sm);
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: var(--s-2);
    font-size: var(--t-lg);
    font-weight: var(--w-strong);
  }
  .brand .icon {
    color: var(--c-accent);
    font-size: 1.25em;
  }
  .grow {
    flex: 1;
  }
  main {
    max-inline-size: 90rem;
    margin-inline: auto;
    padding: var(--s-3) var(--s-5) var(--s-8);
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1) var(--s-4);
    margin-block-end: var(--s-3);
    color: var(--c-text-2);
    font-size: var(--t-sm);
  }
  .about li {
    display: inline-flex;
    align-items: center;
    gap: var(--s-1);
  }
  .problem {
    display: grid;
    justify-items: center;
    gap: var(--s-3);
    padding: var(--s-12) var(--s-4);
    text-align: center;
  }
  @media (max-width: 40rem) {
    header,
    main {
      padding-inline: var(--s-3);
    }
  }
`;
