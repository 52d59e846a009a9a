import {
  commonest,
  type Distribution,
  edgesOf,
  rangeOf,
  rangesBetween,
  type Spread,
} from '@profilkort/domain/segments/distribution'
import type { Column } from '../columns/column.ts'
import { missing, numeric } from '../columns/dictionary.ts'
import type { CustomerColumns } from '../customers/customer-columns.ts'

/** How some rows spread over a field. */
export function spreadOf(columns: CustomerColumns, rows: Uint32Array, spread: Spread): Distribution {
  const of = spread.kind === 'values' ? 'attribute' : spread.of
  const column = columns.find({ kind: of, key: spread.key })
  if (spread.kind === 'values') return valuesOf(column, rows)
  return rangesOf(column, rows, spread)
}

function valuesOf(column: Column | undefined, rows: Uint32Array): Distribution {
  if (column === undefined) return { kind: 'values', values: [], unknown: rows.length, other: 0 }
  const { dictionary } = column
  const byCode = new Uint32Array(dictionary.end)
  for (const row of rows) {
    const code = column.codeAt(row)
    byCode[code] = (byCode[code] as number) + 1
  }
  const counts = new Map<string, number>()
  let other = byCode[numeric] ?? 0
  for (let code = numeric + 1; code < dictionary.end; code++) {
    const count = byCode[code] as number
    if (count === 0) continue
    const texts = textsOf(dictionary.entry(code))
    if (texts.size === 0) other += count
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + count)
  }
  return { kind: 'values', values: commonest(counts), unknown: byCode[missing] ?? 0, other }
}

function textsOf(entry: ReturnType<Column['dictionary']['entry']>): ReadonlySet<string> {
  if (entry.kind === 'text') return new Set([entry.text])
  if (entry.kind === 'money') return new Set()
  if (typeof entry.value === 'boolean') return new Set([String(entry.value)])
  if (!Array.isArray(entry.value)) return new Set()
  return new Set(entry.value.filter((each) => typeof each === 'string'))
}

function rangesOf(
  column: Column | undefined,
  rows: Uint32Array,
  { currency, isTime }: Extract<Spread, { kind: 'ranges' }>,
): Distribution {
  if (column === undefined) return { kind: 'ranges', ranges: [], unknown: rows.length, other: 0 }
  const wanted = currency === undefined ? numeric : column.dictionary.codeOfCurrency(currency)
  const numbers = new Float64Array(rows.length)
  let kept = 0
  let unknown = 0
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const code = column.codeAt(row)
    if (code === missing) unknown++
    if (code !== wanted) continue
    const value = column.numberAt(row)
    numbers[kept++] = value
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const edges = edgesOf(least, greatest, isTime)
  const counts = new Uint32Array(Math.max(edges.length - 1, 0))
  for (let at = 0; at < kept; at++) {
    const range = rangeOf(edges, numbers[at] as number)
    counts[range] = (counts[range] as number) + 1
  }
  return {
    kind: 'ranges',
    ranges: rangesBetween(edges, counts),
    unknown,
    other: rows.length - unknown - kept,
  }
}
