/** How a column writes its days. */
export const dateFormats = ['yearMonthDay', 'dayMonthYear', 'monthDayYear'] as const
export type DateFormat = (typeof dateFormats)[number]

const patterns: { readonly [F in DateFormat]: RegExp } = {
  yearMonthDay: /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ].*)?$/,
  dayMonthYear: /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})(?: .*)?$/,
  monthDayYear: /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?: .*)?$/,
}

/** Whether a cell has the shape of a day, possible or not. */
export function looksLikeDate(cell: string): boolean {
  return patterns.yearMonthDay.test(cell) || patterns.dayMonthYear.test(cell)
}

/** The day a cell writes in a format, as `2017-03-01`; undefined when it is none or not in the calendar. */
export function parseDate(cell: string, format: DateFormat): string | undefined {
  const parts = patterns[format].exec(cell.trim())?.groups
  if (parts === undefined) return undefined
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  const instant = new Date(Date.UTC(year, month - 1, day))
  // `0001-01-01` is some databases' way to say nothing, and Date takes year 1 for 1901.
  const isInCalendar = year >= 1000 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day
  return isInCalendar ? instant.toISOString().slice(0, 10) : undefined
}

/** How many of the cells each format can read. */
export function weighDateFormats(cells: readonly string[]): { readonly [F in DateFormat]: number } {
  const count = (format: DateFormat) => cells.filter((cell) => parseDate(cell, format) !== undefined).length
  return {
    yearMonthDay: count('yearMonthDay'),
    dayMonthYear: count('dayMonthYear'),
    monthDayYear: count('monthDayYear'),
  }
}
