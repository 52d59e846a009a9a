import { tableStyles } from '../element/table.styles.ts'

export const comparisonStyles = {
  css: `${tableStyles.css}
.compare { overflow: auto hidden; overflow-wrap: break-word }
.compare :is(th, td):not(:first-child) { min-inline-size: 10rem }
`,
}
