export const profileCardStyles = {
  css: `
.anti { --_accent: var(--_warn) }
.kind::before { content: '—— ' / '' }
.anti .kind::before { content: '– – – ' / '' }
.summary { max-inline-size: 40rem; font-size: 1.0625rem }
blockquote { max-inline-size: 40rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--_accent); font: italic 1.25rem/1.45 var(--_heading) }
.traits { gap: .6rem }
.traits dd { font-weight: 600 }
.sections { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
section { padding-block-start: 1rem; border-block-start: 1px solid var(--_border); break-inside: avoid }
`,
}
