/**
 * What all elements share: the tokens (the page's `--pk-*` where it sets them, light or dark by its `color-scheme`), the
 * box, the notices, and the kit of classes that contents are made of. Words break as long Nordic words need to.
 */
export const frameStyles = {
  css: `
:host {
  --_surface: var(--pk-surface, light-dark(#fffefb, #161d1f));
  --_text: var(--pk-text, light-dark(#1c282c, #e9eeec));
  --_muted: var(--pk-muted, light-dark(#526066, #a5b3b3));
  --_border: var(--pk-border, light-dark(#dcded7, #34413f));
  --_accent: var(--pk-accent, light-dark(#1c5f58, #8fd3c4));
  --_warn: light-dark(#8f3d12, #f0b48d);
  --_radius: var(--pk-radius, .75rem);
  --_heading: var(--pk-font-heading, ui-serif, Palatino, Georgia, 'Liberation Serif', serif);
  --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
  display: block;
  container-type: inline-size;
  min-inline-size: min(100%, 12.5rem);
  min-block-size: var(--pk-min-height, 20rem);
  block-size: var(--pk-height, auto);
  color: var(--_text);
  font-family: var(--pk-font, inherit);
  line-height: 1.55;
  text-align: start;
  overflow-wrap: anywhere;
  hyphens: auto;
  hyphenate-limit-chars: 12 5 5;
}
:host([compact]) { min-block-size: var(--pk-min-height, 12rem) }
:host([hidden]) { display: none }
*, *::before { box-sizing: border-box; margin: 0; padding: 0 }
.frame {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
  block-size: 100%;
  min-block-size: inherit;
  overflow: auto;
  padding: var(--pk-padding, clamp(1rem, 5cqi, 2.25rem));
  background: var(--_surface);
  border: 1px solid var(--_border);
  border-radius: var(--_radius);
}
.frame:dir(rtl) { text-align: right }
.frame :is(p, dt, dd, li, span, button, th, td, [role=heading]) { unicode-bidi: plaintext }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
:is(button, summary, a, input):focus-visible, .frame:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px }
.frame:focus-visible { outline-offset: -2px }
.stack { display: grid; align-content: start; grid-template-columns: minmax(0, 1fr); gap: .85rem }
.card { gap: clamp(1.25rem, 4cqi, 2rem) }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
.muted, dt { color: var(--_muted) }
.label { color: var(--_muted); font-size: .8125rem; font-weight: 600 }
.name { margin-block: .3rem .5rem; font: 500 clamp(1.375rem, 5.6cqi, 2.25rem)/1.15 var(--_heading); text-wrap: balance }
.title { font-size: 1.0625rem; font-weight: 600; line-height: 1.4 }
.tile { flex: 1 1 11rem; padding: .6rem .9rem .7rem; background: var(--_tint); border-radius: calc(var(--_radius) * .6) }
.small, dt, footer { font-size: .8125rem }
dd, .pre { white-space: pre-line; text-wrap: pretty }
ul { padding-inline-start: 1.1em }
li::marker { color: var(--_accent) }
.plain { padding: 0; list-style: none }
a { color: var(--_accent) }
table { inline-size: 100%; border-collapse: collapse }
th, td { padding: .4rem .6rem .4rem 0; border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; font-variant-numeric: tabular-nums }
th { font-weight: 600 }
svg { fill: none }
.notice { display: flex; gap: 1rem; align-self: center; max-inline-size: 38rem }
.frame:has(.notice) { align-content: center }
.notice .stack { gap: .35rem; justify-items: start }
.sign { flex: none; inline-size: 2rem; block-size: 2rem; stroke: var(--_muted); stroke-width: 1.75; stroke-linecap: round }
.error .sign { stroke: var(--_warn) }
button { min-block-size: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--_accent); background: none; border: 1.5px solid; border-radius: calc(var(--_radius) * .6); cursor: pointer }
button:hover { background: var(--_tint) }
summary { padding-block: .25rem; cursor: pointer }
.bar { block-size: 1rem; max-inline-size: 62%; border-radius: .3rem; background: color-mix(in oklab, var(--_muted) 16%, var(--_surface)); animation: b 1.8s infinite }
.big { block-size: 2.5rem; max-inline-size: none }
@keyframes b { 50% { opacity: .45 } }
@container (inline-size < 20rem) { .notice { flex-direction: column; gap: .5rem } }
@media (prefers-reduced-motion: reduce) { .bar { animation: none } }
@media (forced-colors: active) {
  :host { --_surface: Canvas; --_text: CanvasText; --_muted: CanvasText; --_border: CanvasText; --_accent: CanvasText; --_warn: CanvasText; --_tint: Canvas }
  .tile, .bar { border: 1px solid }
}
@media print {
  :host { color-scheme: light; --_surface: #fff; --_tint: #fff; break-inside: avoid }
  .tile { border: 1px solid var(--_border) }
  details::details-content { block-size: auto; content-visibility: visible }
  button { display: none }
}
`,
}
