import { css } from 'lit'

/** The states with nothing to show. */
export const noticeStyles = css`
  .frame:has(.notice) {
    align-content: center;
  }
  .notice {
    display: flex;
    gap: 1rem;
    align-items: start;
    max-inline-size: 38rem;
  }
  .sign {
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .notice-error .sign {
    stroke: var(--_warn);
  }
  .notice-words {
    display: grid;
    gap: 0.35rem;
    justify-items: start;
    min-inline-size: 0;
  }
  .notice-title {
    font-weight: 600;
    font-size: 1.0625rem;
    line-height: 1.4;
  }
  .notice p {
    color: var(--_muted);
  }
  .notice button {
    margin-block-start: 0.5rem;
    padding: 0.5rem 1rem;
    min-block-size: 2.75rem;
    font: inherit;
    font-weight: 600;
    color: var(--_accent);
    background: transparent;
    border: 1.5px solid currentColor;
    border-radius: calc(var(--_radius) * 0.6);
    cursor: pointer;
  }
  .notice button:hover {
    background: var(--_tint);
  }
  .notice button[aria-disabled='true'] {
    cursor: progress;
  }
  .advice {
    margin-block-start: 0.35rem;
    font-size: 0.875rem;
  }
  .advice summary {
    cursor: pointer;
    padding-block: 0.25rem;
    color: var(--_muted);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .advice p {
    margin-block-start: 0.25rem;
  }
  @container (inline-size < 20rem) {
    .notice {
      flex-direction: column;
      gap: 0.5rem;
    }
  }
`
