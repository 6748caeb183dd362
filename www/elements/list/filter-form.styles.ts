import { css } from "lit";

export const filterFormStyles = css`
  form {
    padding: var(--s-4);
    background: var(--c-surface);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s-3);
    margin-block-end: var(--s-3);
  }
  header h2 {
    font-size: var(--t-md);
  }
  header p {
    font-size: var(--t-sm);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: var(--s-3) var(--s-4);
    align-items: start;
  }
  .field, .field label {
    min-inline-size: 0;
  }
  label, legend {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--s-2);
    margin-block-end: var(--s-1);
    padding: 0;
    font-size: var(--t-sm);
    font-weight: var(--w-medium);
  }
  label code {
    overflow: hidden;
    font-size: var(--t-xs);
    font-weight: 400;
    text-overflow: ellipsis;
  }
  .input {
    inline-size: 100%;
    min-block-size: 2rem;
  }
  .idle .input {
    color: var(--c-text-3);
    text-decoration: line-through;
  }
  .findings:empty {
    display: none;
  }
  .finding {
    margin-block-start: var(--s-1);
    color: var(--c-text-2);
    font-size: var(--t-sm);
    line-height: 1.4;
  }
  .finding strong {
    font-weight: var(--w-strong);
  }
  .finding.error strong {
    color: var(--c-failed);
  }
  .finding.ignored strong, .finding.warning strong, .finding.deprecated strong {
    color: var(--c-waiting);
  }
  fieldset {
    margin-block-start: var(--s-4);
  }
  .tag-field {
    display: grid;
    grid-template-columns: minmax(0, 14rem) max-content minmax(0, 14rem) max-content minmax(0, 1fr);
    align-items: center;
    gap: var(--s-2);
    margin-block-end: var(--s-2);
  }
  .tag-field .findings {
    grid-column: 1 / -1;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2);
    margin-block-start: var(--s-4);
  }
  .refused {
    color: var(--c-failed);
    font-size: var(--t-sm);
  }
`;
