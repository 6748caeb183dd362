import { css } from "lit";

export const fieldsStyles = css`
  .fields summary {
    inline-size: fit-content;
    margin-block-start: var(--s-2);
    color: var(--c-text-2);
    font-size: var(--t-sm);
    cursor: pointer;
  }
  .fields dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.125rem var(--s-4);
    margin-block-start: var(--s-1);
    font-size: var(--t-sm);
  }
  .fields dt {
    color: var(--c-text-2);
  }
  .fields dd {
    overflow-wrap: anywhere;
  }
`;
