export const profileListStyles = {
  css: `
.plain { padding: 0; list-style: none }
li + li { padding-block-start: .85rem; border-block-start: 1px solid var(--_border) }
.kind { color: var(--_accent) }
.anti .kind { color: var(--_warn) }
`,
}
