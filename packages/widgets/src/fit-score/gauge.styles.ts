import { css } from 'lit'

export const gaugeStyles = css`
  .gauge {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    justify-items: center;
  }
  .dial {
    position: relative;
    inline-size: min(100%, 17rem);
  }
  .dial svg {
    display: block;
    inline-size: 100%;
    fill: none;
  }
  .dial:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .dial path {
    stroke-width: 13;
  }
  .track {
    stroke: color-mix(in oklab, var(--_muted) 20%, var(--_surface));
  }
  .reached {
    stroke: var(--_accent);
  }
  .range {
    stroke: var(--_accent);
    stroke-dasharray: 2 3;
  }
  .dial .threshold {
    stroke: var(--_text);
    stroke-width: 3;
  }
  .dial .threshold-edge {
    stroke: var(--_surface);
    stroke-width: 7;
  }
  .reading {
    position: absolute;
    inset-inline: 14%;
    inset-block-end: 2%;
    display: grid;
    text-align: center;
    line-height: 1.1;
  }
  .points {
    font-family: var(--_heading);
    font-size: clamp(2.25rem, 17cqi, 3.75rem);
    letter-spacing: -0.02em;
    font-variant-numeric: lining-nums;
  }
  .maximum {
    color: var(--_muted);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.15rem 1.1rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  figcaption span {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
  }
  .key {
    inline-size: 1.05rem;
    block-size: 0.6rem;
  }
  .key-range {
    background: repeating-linear-gradient(90deg, var(--_accent) 0 2px, transparent 2px 5px);
    forced-color-adjust: none;
  }
  .key-threshold {
    inline-size: 3px;
    block-size: 0.95rem;
    background: var(--_text);
    forced-color-adjust: none;
  }
  .bar-dial {
    block-size: auto;
    aspect-ratio: 200 / 112;
    inline-size: min(100%, 17rem);
    margin-inline: auto;
    border-start-start-radius: 999rem;
    border-start-end-radius: 999rem;
  }
  @container (inline-size < 38rem) {
    .bar-dial {
      inline-size: 9rem;
    }
  }
  @media (forced-colors: active) {
    .track {
      stroke: GrayText;
      stroke-opacity: 0.4;
    }
  }
  @media print {
    .dial,
    .key {
      print-color-adjust: exact;
    }
  }
`
