import { tableStyles } from '../element/table.styles.ts'

export const paretoStyles = {
  css: `${tableStyles.css}
.plot { display: block; inline-size: 100%; max-inline-size: 28rem; stroke: var(--_border); stroke-width: 1 }
.plot path { vector-effect: non-scaling-stroke }
.plot:dir(rtl) { transform: scaleX(-1) }
.curve { stroke: var(--_accent); stroke-width: 3 }
.area { fill: var(--_tint); stroke: none }
.even { stroke: var(--_muted); stroke-dasharray: 4 }
td { text-align: end }
@media (forced-colors: active) { :host { --_border: CanvasText; --_accent: CanvasText } }
@media print { details::details-content { block-size: auto; content-visibility: visible } }
`,
}
