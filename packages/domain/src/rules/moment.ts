/** A stretch of time as instants in milliseconds since 1970: `from` is in it, `until` is the first after it. */
export interface Moment {
  readonly from: number
  readonly until: number
  /** Whether a whole day was meant rather than an instant. */
  readonly day: boolean
}

const dayLength = 86_400_000
const written =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * The moment an ISO 8601 text names: `2026-03-01` is that whole day in UTC, `2026-03-01T12:00:00+01:00` that
 * millisecond. Undefined for any other text, days that do not exist and times without a zone.
 */
export function parseMoment(text: string): Moment | undefined {
  const [, date, hour, minute, second = '00', fraction = '', zone] = written.exec(text) ?? []
  if (date === undefined) return undefined
  const midnight = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined
  if (zone === undefined) return { from: midnight, until: midnight + dayLength, day: true }
  const from = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  return Number.isNaN(from) ? undefined : { from, until: from + 1, day: false }
}

/** The instant that many days of 24 hours before `now`, both in milliseconds; cut to whole milliseconds. */
export function daysBefore(now: number, days: number): number {
  return Math.floor(now - days * dayLength)
}
