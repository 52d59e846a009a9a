/** Of elements that have little to show: no more room is kept than they fill. */
export const shortStyles = {
  css: `
:host { min-block-size: var(--pk-min-height, 11rem) }
.bars { block-size: 7.5rem }
`,
}
