import { css } from 'lit'

/** The box every element stands in, its skeleton, and words that break as Nordic words need to. */
export const frameStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(100%, 12.5rem);
    min-block-size: var(--pk-min-height, 20rem);
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.55;
    text-align: start;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  p,
  dl,
  dd,
  ul,
  ol,
  blockquote {
    margin: 0;
    padding: 0;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-block-size: inherit;
    padding: var(--_padding);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    outline: none;
  }
  /* Right to left the layout turns, each text keeps its own direction. */
  .frame:dir(rtl) {
    text-align: right;
  }
  .frame :is(p, dt, dd, li, span, button, [role='heading']) {
    unicode-bidi: plaintext;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :is(button, summary, a):focus-visible,
  .frame:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
    border-radius: 0.25rem;
  }
  .skeleton {
    display: grid;
    gap: 0.85rem;
  }
  .bar {
    block-size: 0.9rem;
    border-radius: 0.3rem;
    background: color-mix(in oklab, var(--_muted) 16%, var(--_surface));
    animation: breathe 1.8s ease-in-out infinite;
  }
  .bar-label {
    inline-size: 6rem;
  }
  .bar-heading {
    inline-size: min(70%, 24rem);
    block-size: 2rem;
  }
  .bar-short {
    inline-size: 62%;
  }
  .bars {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block: 0.35rem;
  }
  .bar-tile {
    flex: 1 1 4rem;
    block-size: 3rem;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .frame {
      break-inside: avoid;
    }
  }
`
