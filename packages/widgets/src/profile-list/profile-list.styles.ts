export const profileListStyles = {
  css: `
.plain { padding: 0; list-style: none }
li + li { padding-block-start: .85rem; border-block-start: 1px solid var(--_border) }
.title { margin-block: .1rem .25rem }
.anti .kind { color: var(--_warn) }
`,
}
