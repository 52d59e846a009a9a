export const fitScoreStyles = {
  css: `
.plain { padding: 0; list-style: none }
.answer { display: grid; gap: 1.5rem }
@container (inline-size >= 38rem) { .answer { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); align-items: center } }
.gauge { display: grid; gap: .5rem; justify-items: center }
.dial { position: relative; inline-size: min(100%, 17rem) }
.dial svg { display: block; inline-size: 100% }
.dial:dir(rtl) svg { transform: scaleX(-1) }
.dial path { stroke: var(--_accent); stroke-width: 13 }
.dial .track { stroke: color-mix(in oklab, var(--_muted) 20%, var(--_surface)) }
.range { stroke-dasharray: 2 3 }
.dial .threshold { stroke: var(--_text); stroke-width: 3 }
.dial .edge { stroke: var(--_surface); stroke-width: 7 }
.reading { position: absolute; inset-inline: 14%; inset-block-end: 2%; text-align: center; line-height: 1.2 }
.points { font: clamp(2.25rem, 17cqi, 3.75rem)/1 var(--_heading) }
figcaption { justify-content: center }
figcaption span { display: inline-flex; gap: .45rem; align-items: baseline }
.key { display: inline-block; inline-size: 3px; block-size: .8rem; background: var(--_text); forced-color-adjust: none; translate: 0 1px }
.hatched { inline-size: 1.05rem; background: repeating-linear-gradient(90deg, var(--_accent) 0 2px, transparent 2px 5px) }
.verdict { display: flex; gap: .85rem }
.verdict .sign { stroke: var(--_surface); stroke-width: 2.5 }
.verdict circle { fill: var(--_text); stroke: none }
.yes circle { fill: var(--_accent) }
.disqualified circle { fill: var(--_warn) }
.verdict :is(.undecided, .insufficient) { stroke: var(--_text) }
.verdict :is(.undecided, .insufficient) circle { fill: none; stroke: var(--_text); stroke-width: 2; stroke-dasharray: 3.5 3.2 }
.tile { flex: none }
.question { font: 1.125rem/1.4 var(--_heading) }
.criteria { margin-block-start: .5rem }
.criteria > li { border-block-start: 1px solid var(--_border) }
.criteria summary { display: flex; gap: .75rem; align-items: center; min-block-size: 2.75rem }
.criteria summary::after { content: ''; inline-size: .4rem; block-size: .4rem; margin-inline-end: .25rem; border: solid var(--_muted); border-width: 0 2px 2px 0; rotate: 45deg; translate: 0 -2px }
.criteria [open] summary::after { rotate: 225deg; translate: 0 2px }
.criteria summary:hover { background: var(--_tint) }
.criterion-label { flex: 1; min-inline-size: 0 }
.mark { flex: none; inline-size: 1.25rem; stroke: var(--_accent); stroke-width: 1.5 }
.open { stroke: var(--_muted); stroke-dasharray: 2.2 }
.fill { stroke-width: 6; transform: rotate(-90deg); transform-origin: center }
.reason { padding-block: .15rem 1rem; padding-inline-start: 2rem }
.reason dd { font-weight: 600 }
@container (inline-size < 20rem) { .criteria summary { flex-wrap: wrap; gap: 0 .4rem } .criterion-label { font-size: .875rem } .mark { inline-size: 1rem } .criteria summary::after { margin: 0 } .criterion-points { order: 1; flex-basis: 100%; padding-inline-start: 1.4rem; font-size: .875rem } .reason { padding-inline-start: 1.4rem } }
@media (forced-colors: active) { :host { --_text: CanvasText; --_accent: CanvasText } .dial .track { stroke: CanvasText; stroke-width: 1 } }
@media print { details::details-content { block-size: auto; content-visibility: visible } .dial, .key, .sign { print-color-adjust: exact } }
`,
}
