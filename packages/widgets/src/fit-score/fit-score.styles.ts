import { css } from 'lit'

export const fitScoreStyles = css`
  .fit {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(1.25rem, 4cqi, 2rem);
  }
  .scorecard {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .name {
    margin-block-start: 0.2rem;
    font-family: var(--_heading);
    font-size: clamp(1.375rem, 5.2cqi, 2rem);
    font-weight: 500;
    line-height: 1.18;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .answer,
  .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .verdict {
    display: flex;
    gap: 0.85rem;
  }
  .verdict-title {
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.65;
  }
  .verdict ul {
    padding-inline-start: 1.1em;
    margin-block-start: 0.25rem;
  }
  .verdict-sign {
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .verdict-sign circle {
    fill: var(--_text);
    stroke: none;
  }
  .verdict-yes .verdict-sign circle {
    fill: var(--_accent);
  }
  .verdict-disqualified .verdict-sign circle {
    fill: var(--_warn);
  }
  .verdict-sign .open {
    fill: none;
    stroke: var(--_text);
    stroke-width: 2;
    stroke-dasharray: 3.5 3.2;
  }
  .verdict-sign .open + path {
    stroke: var(--_text);
  }
  .measures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    color: var(--_muted);
    list-style: none;
  }
  .band {
    color: var(--_text);
    font-weight: 600;
  }
  .next {
    padding: 0.85rem 1rem 0.95rem;
    background: var(--_tint);
    border-radius: calc(var(--_radius) * 0.6);
  }
  .next-title {
    color: var(--_accent);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .question {
    font-family: var(--_heading);
    font-size: 1.125rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .title {
    margin-block-end: 0.5rem;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  @container (inline-size >= 38rem) {
    .answer {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: clamp(1.5rem, 5cqi, 3rem);
      align-items: center;
    }
  }
  @media (forced-colors: active) {
    .next {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .next {
      border: 1px solid var(--_border);
    }
    .verdict-sign {
      print-color-adjust: exact;
    }
  }
`
