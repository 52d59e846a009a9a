import { css } from 'lit'

export const profileCardStyles = css`
  .card {
    display: grid;
    gap: clamp(1.25rem, 4cqi, 2rem);
  }
  .anti {
    --_accent: var(--_warn);
    --_tint: color-mix(in oklab, var(--_warn) 8%, var(--_surface));
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 0.6em;
    color: var(--_accent);
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  .kind::before {
    content: '';
    flex: none;
    inline-size: 1.5rem;
    border-block-start: 2px solid currentColor;
  }
  .anti .kind::before {
    border-block-start-style: dashed;
  }
  .name {
    margin-block: 0.35rem 0.6rem;
    font-family: var(--_heading);
    font-size: clamp(1.5rem, 6.4cqi, 2.5rem);
    font-weight: 500;
    line-height: 1.14;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .summary {
    max-inline-size: 42rem;
    font-size: clamp(1rem, 2.4cqi, 1.1875rem);
    white-space: pre-line;
    text-wrap: pretty;
  }
  blockquote {
    max-inline-size: 40rem;
    padding-inline-start: clamp(1rem, 3cqi, 1.5rem);
    border-inline-start: 3px solid var(--_accent);
    font-family: var(--_heading);
    font-size: clamp(1.0625rem, 3.2cqi, 1.4375rem);
    font-style: italic;
    line-height: 1.45;
    text-wrap: pretty;
  }
  blockquote p {
    white-space: pre-line;
  }
  .traits {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .trait {
    flex: 1 1 11rem;
    padding: 0.6rem 0.9rem 0.7rem;
    background: var(--_tint);
    border-radius: calc(var(--_radius) * 0.6);
  }
  dt {
    color: var(--_muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .trait dd {
    font-weight: 600;
    line-height: 1.4;
  }
  .sections {
    display: grid;
    gap: clamp(1.25rem, 4cqi, 2rem) clamp(1.5rem, 5cqi, 3rem);
  }
  section {
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .title {
    margin-block-end: 0.75rem;
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.35;
  }
  section dl {
    display: grid;
    gap: 0.85rem;
  }
  section dd {
    white-space: pre-line;
    text-wrap: pretty;
  }
  ul {
    padding-inline-start: 1.1em;
    white-space: normal;
  }
  li::marker {
    color: var(--_accent);
  }
  li + li {
    margin-block-start: 0.15rem;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  @container (inline-size >= 40rem) {
    .sections {
      grid-template-columns: 1fr 1fr;
    }
    section:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    section:last-child:nth-child(odd) dl {
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: 0.85rem clamp(1.5rem, 5cqi, 3rem);
    }
  }
  @container (inline-size >= 56rem) {
    .sections:has(> :nth-child(3)) {
      grid-template-columns: repeat(3, 1fr);
    }
    .sections section:nth-child(3):last-child {
      grid-column: auto;
    }
    .sections section:nth-child(3):last-child dl {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .trait {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .trait {
      border: 1px solid var(--_border);
    }
    section {
      break-inside: avoid;
    }
  }
`
