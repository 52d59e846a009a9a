export const tableStyles = {
  css: `
table { inline-size: 100%; border-collapse: collapse }
th, td { padding-block: .4rem; padding-inline-end: .6rem; border-block-end: 1px solid var(--_border); text-align: inherit; vertical-align: top; font-variant-numeric: tabular-nums }
th { font-weight: 600 }
`,
}
