const pattern =
  /^(?:kl\.?\s*|at\s+|-\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|CET|CEST|(?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d{2})?)?(?:\s*[[(][\p{Letter}/_ ]+[\])])?$/iu

const hour = 3_600_000

/** The time that stands after a day, in milliseconds since midnight UTC; undefined for what is none. */
export function parseTimeOfDay(text: string): number | undefined {
  const found = pattern.exec(text.trim())
  if (found === null) return undefined
  const [, hours = '', minutes = '', seconds = '0', fraction = '0', half, zone] = found
  const written = Number(hours)
  const isInDay = Number(minutes) < 60 && Number(seconds) <= 60
  if (half === undefined ? written > 24 : written < 1 || written > 12) return undefined
  if (!isInDay) return undefined
  const whole = half === undefined ? written : (written % 12) + (/^p/i.test(half) ? 12 : 0)
  const since = whole * hour + Number(minutes) * 60_000 + Number(seconds) * 1000
  return since + Math.floor(Number(`0.${fraction}`) * 1000) - offsetOf(zone)
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return 0
  const name = zone.toUpperCase()
  if (name === 'CET') return hour
  if (name === 'CEST') return 2 * hour
  const signed = /([+\-−])(\d{1,2}):?(\d{2})?$/.exec(name)
  if (signed === null) return 0
  const ahead = Number(signed[2]) * hour + Number(signed[3] ?? '0') * 60_000
  return signed[1] === '+' ? ahead : -ahead
}
