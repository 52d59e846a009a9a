/** A calendar day, week (from Monday), month, quarter or year in UTC: the one that now is in, or the one before. */
export const periods = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const
export type Period = (typeof periods)[number]

/** A stretch of time in milliseconds: `from` is in it, `until` the first instant after it; undefined is open. */
export interface Span {
  readonly from: number | undefined
  readonly until: number | undefined
}

/** When a period is that is told at an instant in milliseconds. */
export function spanOf(period: Period, now: number): { readonly from: number; readonly until: number } {
  const today = new Date(now)
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()]
  const monday = day - ((today.getUTCDay() + 6) % 7)
  const quarter = month - (month % 3)
  switch (period) {
    case 'today':
      return between([year, month, day], [year, month, day + 1])
    case 'yesterday':
      return between([year, month, day - 1], [year, month, day])
    case 'thisWeek':
      return between([year, month, monday], [year, month, monday + 7])
    case 'lastWeek':
      return between([year, month, monday - 7], [year, month, monday])
    case 'thisMonth':
      return between([year, month, 1], [year, month + 1, 1])
    case 'lastMonth':
      return between([year, month - 1, 1], [year, month, 1])
    case 'thisQuarter':
      return between([year, quarter, 1], [year, quarter + 3, 1])
    case 'lastQuarter':
      return between([year, quarter - 3, 1], [year, quarter, 1])
    case 'thisYear':
      return between([year, 0, 1], [year + 1, 0, 1])
    case 'lastYear':
      return between([year - 1, 0, 1], [year, 0, 1])
  }
}

type Day = readonly [year: number, month: number, day: number]

/** Days before the first and after the last of a month are those of its neighbours. */
function between(from: Day, until: Day) {
  return { from: Date.UTC(...from), until: Date.UTC(...until) }
}
