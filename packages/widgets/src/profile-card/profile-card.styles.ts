export const profileCardStyles = {
  css: `
.anti { --_accent: var(--_warn) }
.kind { color: var(--_accent) }
.kind::before { content: ''; display: inline-block; inline-size: 1.5rem; margin-inline-end: .6em; border-block-start: 2px solid; vertical-align: middle }
.anti .kind::before { border-block-start-style: dashed }
.summary { max-inline-size: 42rem; font-size: clamp(1rem, 2.4cqi, 1.1875rem) }
blockquote { max-inline-size: 40rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--_accent); font: italic clamp(1.0625rem, 3.2cqi, 1.4375rem)/1.45 var(--_heading) }
.traits { gap: .625rem }
.traits dd { font-weight: 600 }
.sections { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
section { padding-block-start: 1rem; border-block-start: 1px solid var(--_border); break-inside: avoid }
.compare { overflow: auto hidden; overflow-wrap: break-word }
.compare :is(th, td):not(:first-child) { min-inline-size: 10rem }
`,
}
