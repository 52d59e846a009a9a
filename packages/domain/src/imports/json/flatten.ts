/** What stands at a path of an object: a cell as text, and whether it was a number. */
export interface FlatCell {
  readonly text: string
  readonly isNumber: boolean
}

/** Deeper than this, what is left is a text of JSON. */
const deepest = 8

/**
 * The values of an object by their paths: `{ address: { city: 'Oslo' } }` has `address.city`. Lists stay JSON, so that
 * what stands in them can be told apart; null is nothing.
 */
export function flatten(object: object): ReadonlyMap<string, FlatCell> {
  const cells = new Map<string, FlatCell>()
  const walk = (value: unknown, path: string, depth: number): void => {
    if (value === null || value === undefined) return
    if (typeof value === 'number') cells.set(path, { text: plain(value), isNumber: true })
    else if (typeof value === 'string') cells.set(path, { text: value, isNumber: false })
    else if (typeof value === 'boolean') cells.set(path, { text: String(value), isNumber: false })
    else if (Array.isArray(value)) {
      if (value.length > 0) cells.set(path, { text: JSON.stringify(value), isNumber: false })
    } else if (depth >= deepest) cells.set(path, { text: JSON.stringify(value), isNumber: false })
    else {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, path === '' ? key : `${path}.${key}`, depth + 1)
      }
    }
  }
  walk(object, '', 0)
  return cells
}

/** A number without an exponent. */
export function plain(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}

/** An object of JSON; numbers of more digits than a double holds are kept as texts. Undefined for another value or none. */
export function parseObject(text: string): object | undefined {
  try {
    const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source
  return typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source) ? source : value
}
