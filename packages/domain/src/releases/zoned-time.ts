import { failed, ok, type Result } from '../result.ts'

/** A wall clock's time in a zone: `2026-12-01T08:00` in `Europe/Oslo`. */
export interface ZonedTime {
  readonly local: string
  /** An IANA name. */
  readonly zone: string
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/**
 * The instant of a wall clock's time. Where the clocks are put back and show it twice, the earlier; where they are put
 * forward and never show it, a problem.
 */
export function instantOf({ local, zone }: ZonedTime): Result<Date> {
  const format = formatIn(zone)
  if (format === undefined) {
    const message = `"${zone}" is not a time zone. Use an IANA name, such as Europe/Oslo.`
    return failed({ path: ['zone'], message })
  }
  const asUtc = pattern.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) {
    return failed({ path: ['local'], message: `"${local}" is not a time. Write it like 2026-12-01T08:00.` })
  }
  // No zone is more than 14 hours off, and none changes its clocks twice within a day.
  const offsets = [asUtc - day, asUtc + day].map((instant) => clockAt(instant, format) - instant)
  const instants = offsets.map((offset) => asUtc - offset).filter((each) => clockAt(each, format) === asUtc)
  const [earliest] = instants.toSorted((a, b) => a - b)
  if (earliest !== undefined) return ok(new Date(earliest))
  const message = `The clocks in ${zone} are put forward past ${local}, so it never is. Choose an hour later.`
  return failed({ path: ['local'], message })
}

const day = 24 * 60 * 60 * 1000

/** What a zone's clocks show at an instant, as milliseconds of the same reading in UTC. */
function clockAt(instant: number, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return Date.parse(
    `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`,
  )
}

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    return undefined
  }
}
