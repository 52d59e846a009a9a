import { expect, test } from 'vitest'
import {
  type DateFormat,
  looksLikeDate,
  parseDate,
  parseInstant,
  readableAs,
  weighDateFormats,
} from './dates.ts'

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
  ['07/11/21', 'dayMonthYear', '2021-11-07'],
  ['7.11.69', 'dayMonthYear', '1969-11-07'],
  ['11/07/68', 'monthDayYear', '2068-11-07'],
  ['1-3/2017', 'dayMonthYear', undefined],
  ['20170301', 'yearMonthDay', '2017-03-01'],
  ['2017031', 'yearMonthDay', undefined],
  ['17. mai 1998', 'monthName', '1998-05-17'],
  ['17 maj 1998', 'monthName', '1998-05-17'],
  ['1. marts 2017', 'monthName', '2017-03-01'],
  ['den 1 mars', 'monthName', undefined],
  ['Mar 1, 2017', 'monthName', '2017-03-01'],
  ['March 1st 2017', 'monthName', '2017-03-01'],
  ['01-Dec-17', 'monthName', '2017-12-01'],
  ['31 juni 2017', 'monthName', undefined],
  ['42795', 'spreadsheetDays', '2017-03-01'],
  ['1488326400', 'unixSeconds', '2017-03-01'],
  ['1488326400000', 'unixMilliseconds', '2017-03-01'],
  ['2017-03-01 somewhen', 'yearMonthDay', undefined],
  ['01.02.2017 - 05.02.2017', 'dayMonthYear', undefined],
  // With the year first, or with the month's name, it can be one day only.
  ['2020-02-01', 'dayMonthYear', '2020-02-01'],
  ['2020-02-01', 'monthDayYear', '2020-02-01'],
  ['2020-02-01', 'unixSeconds', '2020-02-01'],
  ['20200201', 'spreadsheetDays', '2020-02-01'],
  ['1. mars 2021', 'dayMonthYear', '2021-03-01'],
  ['Mar 1, 2021', 'yearMonthDay', '2021-03-01'],
  ['01.02.2017', 'yearMonthDay', undefined],
  ['2020-02-31', 'dayMonthYear', undefined],
])('%s as %s is %s', (cell, format, day) => {
  expect(parseDate(cell, format)).toBe(day)
})

const noon = Date.UTC(2017, 2, 1, 12)

test.each<[cell: string, format: DateFormat, instant: number | undefined]>([
  ['2017-03-01', 'yearMonthDay', Date.UTC(2017, 2, 1)],
  ['2017-03-01T12:00:00Z', 'yearMonthDay', noon],
  ['2017-03-01T13:00:00.250+01:00', 'yearMonthDay', noon + 250],
  ['2017-03-01T12:00:00.000+0000', 'yearMonthDay', noon],
  ['2017-03-01 12:00', 'yearMonthDay', noon],
  ['2017-03-01 14:00 CEST', 'yearMonthDay', noon],
  ['01.03.2017 kl. 12.00', 'dayMonthYear', noon],
  ['3/1/2017 12:00 PM', 'monthDayYear', noon],
  ['3/1/2017, 1:30 a.m.', 'monthDayYear', Date.UTC(2017, 2, 1, 1, 30)],
  ['1. mars 2017 12:00', 'monthName', noon],
  ['42795.5', 'spreadsheetDays', noon],
  ['1488369600', 'unixSeconds', noon],
  ['1488369600123', 'unixMilliseconds', noon + 123],
  ['2017-03-01 25:00', 'yearMonthDay', undefined],
  ['2017-03-01 12:61', 'yearMonthDay', undefined],
])('%s as %s is an instant', (cell, format, instant) => {
  expect(parseInstant(cell, format)).toBe(instant)
})

test('bare figures are days only where the column is said to hold some', () => {
  const counts = new Map([
    ['42795', 1],
    ['42800', 1],
  ])
  expect(weighDateFormats(counts)).toMatchObject({ spreadsheetDays: 0 })
  expect(weighDateFormats(counts, true)).toMatchObject({ spreadsheetDays: 2, unixSeconds: 0 })
  expect(['91234567', '1.2.3', '43.21.10', '20170301'].filter(looksLikeDate)).toEqual([])
})

test('days are weighed by rows, and the clear ones count for every format', () => {
  const dates = weighDateFormats(
    new Map([
      ['31.12.2020', 30],
      ['2020-02-01', 2],
      ['unknown', 1],
    ]),
  )
  expect(dates).toMatchObject({ dayMonthYear: 30, yearMonthDay: 2, monthDayYear: 0 })
  expect([readableAs('dayMonthYear', dates), readableAs('yearMonthDay', dates)]).toEqual([32, 2])
})
