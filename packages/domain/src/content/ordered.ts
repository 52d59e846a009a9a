/**
 * A value of JSON with the keys of its objects in one order, so that the same value is always the same text: what it is
 * and what it speaks of first, the rest by the alphabet.
 */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, ordered(inner)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)))
}

/** An object without what is null, undefined or holds nothing. */
export function withoutEmpty(value: { readonly [key: string]: unknown }): {
  readonly [key: string]: unknown
} {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !isEmpty(inner)))
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

const first = ['kind', 'field']

function rank(key: string): number {
  const place = first.indexOf(key)
  return place === -1 ? first.length : place
}
