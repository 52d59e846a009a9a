import { monthOf } from './month-names.ts'
import { parseTimeOfDay } from './time-of-day.ts'

/**
 * How a column writes its days: in three orders of figures, with the month's name, as days since 1900 the way
 * spreadsheets count, or as time since 1970.
 */
export const dateFormats = [
  'yearMonthDay',
  'dayMonthYear',
  'monthDayYear',
  'monthName',
  'spreadsheetDays',
  'unixSeconds',
  'unixMilliseconds',
] as const
export type DateFormat = (typeof dateFormats)[number]

interface Written {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Since midnight UTC, in milliseconds. */
  readonly time: number
}

const day = 86_400_000
const [firstSpreadsheetDay, leastYear] = [Date.UTC(1899, 11, 30), 1000]

/** Whether a cell has the shape of a day written with signs or a month's name, possible or not. */
export function looksLikeDate(cell: string): boolean {
  const first = yearFirst.exec(cell)
  if (first !== null) return first[2] !== ''
  const last = yearLast.exec(cell)
  if (last === null) return splitNamed(cell) !== undefined
  // With two figures for the year it could be a code as well.
  return (
    last[4]?.length === 4 ||
    ['dayMonthYear', 'monthDayYear'].some((format) => parseDate(cell, format as DateFormat) !== undefined)
  )
}

/** The day a cell writes in a format, as `2017-03-01`; undefined when it is none or not in the calendar. */
export function parseDate(cell: string, format: DateFormat): string | undefined {
  const midnight = parse(cell, format)?.midnight
  return midnight === undefined ? undefined : new Date(midnight).toISOString().slice(0, 10)
}

/** The instant a cell writes in a format, in milliseconds since 1970; without a zone it is taken for UTC. */
export function parseInstant(cell: string, format: DateFormat): number | undefined {
  const parsed = parse(cell, format)
  return parsed && parsed.midnight + parsed.time
}

/** In how many rows a column has days that are written in each format. */
export type DateEvidence = { readonly [F in DateFormat]: number }

/**
 * How often each format is met; those of bare figures only where the column is said to hold days.
 * @param rows how many rows each cell stands in
 */
export function weighDateFormats(rows: ReadonlyMap<string, number>, isSaidToBe = false): DateEvidence {
  const count = (format: DateFormat) => {
    let found = 0
    for (const [cell, times] of rows) if (written(cell.trim(), format) !== undefined) found += times
    return found
  }
  const ifSaid = (format: DateFormat) => (isSaidToBe ? count(format) : 0)
  return {
    yearMonthDay: count('yearMonthDay'),
    dayMonthYear: count('dayMonthYear'),
    monthDayYear: count('monthDayYear'),
    monthName: count('monthName'),
    spreadsheetDays: ifSaid('spreadsheetDays'),
    unixSeconds: ifSaid('unixSeconds'),
    unixMilliseconds: ifSaid('unixMilliseconds'),
  }
}

/** How many rows of a column a format can read, those with days that can be read in one way only among them. */
export function readableAs(format: DateFormat, dates: DateEvidence): number {
  const clear = clearFormats.filter((each) => each !== format).map((each) => dates[each])
  return clear.reduce((sum, each) => sum + each, dates[format])
}

/** Days with the year first or with the month's name are the same day in a column of whatever format. */
const clearFormats: readonly DateFormat[] = ['yearMonthDay', 'monthName']

function parse(cell: string, format: DateFormat) {
  const text = cell.trim()
  return written(text, format) ?? written(text, 'yearMonthDay') ?? written(text, 'monthName')
}

/** What a text without blanks around it writes in this format and no other. */
function written(text: string, format: DateFormat) {
  switch (format) {
    case 'yearMonthDay':
      return inCalendar(yearMonthDay(text))
    case 'dayMonthYear':
      return inCalendar(figures(text, (first, second) => [first, second]))
    case 'monthDayYear':
      return inCalendar(figures(text, (first, second) => [second, first], '/'))
    case 'monthName':
      return inCalendar(named(text))
    // 1 January 1940 to 31 December 2099: fewer days may be a count of something.
    case 'spreadsheetDays':
      return counted(text, /^\d{5}(?:[.,]\d+)?$/, day, firstSpreadsheetDay, [14_611, 73_050])
    case 'unixSeconds':
      return counted(text, /^\d{9,10}(?:\.\d+)?$/, 1000, 0, [300_000_000, 4_102_444_800])
    case 'unixMilliseconds':
      return counted(text, /^\d{12,13}$/, 1, 0, [300_000_000_000, 4_102_444_800_000])
  }
}

function counted(
  cell: string,
  pattern: RegExp,
  unit: number,
  from: number,
  [least, most]: readonly [number, number],
) {
  if (!pattern.test(cell)) return undefined
  const value = Number(cell.replace(',', '.'))
  if (value < least || value > most) return undefined
  const instant = Math.round(from + value * unit)
  const midnight = Math.floor(instant / day) * day
  return { midnight, time: instant - midnight }
}

function inCalendar(found: Written | undefined) {
  if (found === undefined) return undefined
  const { year, month, day: date, time } = found
  // `0001-01-01` is some databases' way to say nothing, and Date takes year 1 for 1901.
  const isInCalendar = year >= leastYear && date >= 1 && date <= daysOf(year, month)
  return isInCalendar ? { midnight: Date.UTC(year, month - 1, date), time } : undefined
}

/** How many days a month has; 0 for what is no month. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30
  return month >= 1 && month <= 12 ? 31 : 0
}

const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ]+(\S.*))?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,? +(\S.*))?$/

function yearMonthDay(cell: string): Written | undefined {
  const found = yearFirst.exec(cell)
  // Eight figures in a row are a day only where each part has its two.
  if (found === null || (found[2] === '' && !/^\d{8}(?:\D|$)/.test(cell))) return undefined
  return withTime(Number(found[1]), Number(found[3]), Number(found[4]), found[5])
}

function figures(
  cell: string,
  order: (first: number, second: number) => readonly [day: number, month: number],
  sign?: string,
): Written | undefined {
  const found = yearLast.exec(cell)
  if (found === null || (sign !== undefined && found[2] !== sign)) return undefined
  const [date, month] = order(Number(found[1]), Number(found[3]))
  return withTime(fullYear(found[4] ?? ''), month, date, found[5])
}

const dayFirst = /^(\d{1,2})\.?[ -]?\s*(\p{Letter}{3,9})\.?,?[ -]\s*(\d{4}|\d{2})(?:,? +(\S.*))?$/u
const monthFirst = /^(\p{Letter}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? +(\S.*))?$/u

function splitNamed(cell: string) {
  const early = dayFirst.exec(cell)
  if (early !== null) {
    const month = monthOf(early[2] ?? '')
    if (month === undefined) return undefined
    return { date: Number(early[1]), month, year: early[3] ?? '', rest: early[4] }
  }
  const late = monthFirst.exec(cell)
  const month = late === null ? undefined : monthOf(late[1] ?? '')
  if (late === null || month === undefined) return undefined
  return { date: Number(late[2]), month, year: late[3] ?? '', rest: late[4] }
}

function named(cell: string): Written | undefined {
  const split = splitNamed(cell)
  return split && withTime(fullYear(split.year), split.month, split.date, split.rest)
}

/** Two figures are of the years 1969 to 2068, as POSIX has it. */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length > 2) return year
  return year < 69 ? 2000 + year : 1900 + year
}

function withTime(year: number, month: number, date: number, rest: string | undefined): Written | undefined {
  const time = rest === undefined ? 0 : parseTimeOfDay(rest)
  return time === undefined ? undefined : { year, month, day: date, time }
}
