import { enumOf } from './enums.ts'

export const NumberFormatEnum = enumOf('NumberFormat', 'How texts write numbers.', {
  decimalPoint: 'As 1,234.5.',
  decimalComma: 'As 1.234,5 or 1 234,5.',
})

export const DateFormatEnum = enumOf('DateFormat', 'How texts write days.', {
  yearMonthDay: 'As 2026-03-01.',
  dayMonthYear: 'As 1.3.2026 or 01/03/2026.',
  monthDayYear: 'As 3/1/2026.',
})
