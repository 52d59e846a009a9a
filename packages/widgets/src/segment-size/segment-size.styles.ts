import { shortStyles } from '../element/short.styles.ts'

export const segmentSizeStyles = {
  css: `${shortStyles.css}
.count { font: clamp(2.25rem, 17cqi, 3.75rem)/1.1 var(--_heading) }
`,
}
