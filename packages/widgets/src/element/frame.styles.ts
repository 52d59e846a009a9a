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
  --_heading: var(--pk-font-heading, ui-serif, Georgia, serif);
  --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
  display: block;
  container-type: inline-size;
  min-inline-size: min(100%, 12.5rem);
  min-block-size: var(--pk-min-height, 20rem);
  block-size: var(--pk-height, auto);
  color: var(--_text);
  font-family: var(--pk-font, inherit);
  line-height: 1.5;
  text-align: start;
  overflow-wrap: anywhere;
  hyphens: auto;
  hyphenate-limit-chars: 12 5;
}
:host([compact]) { min-block-size: var(--pk-min-height, 12rem) }
:host([hidden]) { display: none }
* { box-sizing: border-box; margin: 0; padding: 0 }
.frame, .stack { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start }
.frame {
  block-size: 100%;
  min-block-size: inherit;
  overflow: auto;
  padding: var(--pk-padding, clamp(1rem, 5cqi, 2rem));
  background: var(--_surface);
  border: 1px solid var(--_border);
  border-radius: var(--_radius);
  text-wrap: pretty;
}
.frame:dir(rtl) { text-align: right }
.frame * { unicode-bidi: plaintext }
.hidden { position: absolute; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px }
.frame:focus-visible { outline-offset: -2px }
.stack { gap: .9rem }
.card { gap: 1.5rem }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
.muted, .label, dt { color: var(--_muted) }
.label, .title { font-weight: 600 }
.name { margin-block: .3rem .5rem; font: clamp(1.4rem, 5cqi, 2rem)/1.15 var(--_heading) }
.title { font-size: 1.0625rem }
.tile { flex: 1 1 11rem; padding: .6rem .9rem; background: var(--_tint); border-radius: calc(var(--_radius) * .6) }
.tile, .bars { border: 1px solid #0000 }
.small, .label, dt, footer { font-size: .8125rem }
dd, .pre { white-space: pre-line }
ul { padding-inline-start: 1.1em }
a, .kind, li::marker { color: var(--_accent) }
svg { fill: none }
.notice { display: flex; flex-wrap: wrap; gap: .5rem 1rem }
.frame:has(.notice) { align-content: center }
.notice .stack { flex: 1 10rem; gap: .3rem; justify-items: start }
.sign { flex: none; margin-block: -.15rem; inline-size: 2rem; block-size: 2rem; stroke: var(--_muted); stroke-width: 1.75; stroke-linecap: round }
.error .sign { stroke: var(--_warn) }
button { min-block-size: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--_accent); background: none; border: 1.5px solid; border-radius: calc(var(--_radius) * .6); cursor: pointer }
button:hover { background: var(--_tint) }
summary { padding-block: .25rem; cursor: pointer }
.bars { block-size: 12.5rem; background: repeating-linear-gradient(var(--_tint) 0 1.5rem, #0000 0 3rem) }
@media (forced-colors: active) {
  :host { --_surface: Canvas; --_tint: Canvas; --_muted: CanvasText; --_warn: CanvasText }
}
@media print {
  :host { color-scheme: light; break-inside: avoid }
  .tile { border-color: var(--_border) }
}
`,
}
