import { css } from 'lit'

export const criteriaStyles = css`
  .criteria {
    list-style: none;
    border-block-start: 1px solid var(--_border);
  }
  .criteria > li {
    border-block-end: 1px solid var(--_border);
  }
  .criteria summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    gap: 0.15rem 0.75rem;
    align-items: center;
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    cursor: pointer;
    list-style: none;
  }
  .criteria summary::-webkit-details-marker {
    display: none;
  }
  .criteria summary:hover .criterion-label {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .criterion-points {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    hyphens: none;
  }
  .mark {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
  }
  .ring {
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .ring-unknown {
    stroke: var(--_muted);
    stroke-dasharray: 2.2 2.2;
  }
  .fill {
    stroke: var(--_accent);
    stroke-width: 6;
    transform: rotate(-90deg);
    transform-origin: center;
  }
  .chevron {
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.75;
    transition: rotate 0.15s;
  }
  details[open] .chevron {
    rotate: 180deg;
  }
  .reason {
    display: grid;
    gap: 0.6rem;
    padding-block: 0.15rem 1rem;
    padding-inline-start: 2rem;
  }
  .reason dl {
    display: grid;
    gap: 0.35rem;
  }
  .reason dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
  }
  dt,
  .source,
  .weight {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .source::before {
    content: '– ';
  }
  dd {
    font-weight: 600;
  }
  .source {
    font-weight: 400;
  }
  @container (inline-size < 24rem) {
    .criteria summary {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .criterion-points {
      grid-row: 2;
      grid-column: 2;
      font-size: 0.875rem;
    }
    .reason {
      padding-inline-start: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .chevron {
      transition: none;
    }
  }
  @media print {
    .chevron {
      display: none;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`
