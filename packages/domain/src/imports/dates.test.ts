import { expect, test } from 'vitest'
import { type DateFormat, parseDate } from './dates.ts'

test.each<[cell: string, format: DateFormat, day: string | undefined]>([
  ['2017-03-01', 'yearMonthDay', '2017-03-01'],
  ['2017/3/1', 'yearMonthDay', '2017-03-01'],
  ['2017-03-01T22:10:00Z', 'yearMonthDay', '2017-03-01'],
  ['2017-03-01 10:22', 'yearMonthDay', '2017-03-01'],
  ['01.03.2017', 'dayMonthYear', '2017-03-01'],
  ['1.3.2017', 'dayMonthYear', '2017-03-01'],
  ['1/3/2017', 'dayMonthYear', '2017-03-01'],
  ['3/1/2017', 'monthDayYear', '2017-03-01'],
  ['29.02.2016', 'dayMonthYear', '2016-02-29'],
  ['29.02.2017', 'dayMonthYear', undefined],
  ['31.04.2017', 'dayMonthYear', undefined],
  ['13/13/2017', 'monthDayYear', undefined],
  ['0000-00-00', 'yearMonthDay', undefined],
  ['0001-01-01', 'yearMonthDay', undefined],
  ['soon', 'yearMonthDay', undefined],
  ['', 'dayMonthYear', undefined],
])('%s as %s is %s', (cell, format, day) => {
  expect(parseDate(cell, format)).toBe(day)
})
