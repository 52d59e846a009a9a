export const paretoStyles = {
  css: `
.plot { display: block; inline-size: 100%; max-inline-size: 28rem; stroke: var(--_border); stroke-width: .6 }
.plot:dir(rtl) { transform: scaleX(-1) }
.curve { stroke: var(--_accent); stroke-width: 2 }
.area { fill: var(--_tint); stroke: none }
.even { stroke: var(--_muted); stroke-dasharray: 2 }
td { text-align: end }
`,
}
