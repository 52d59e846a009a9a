import type { Comparand, Overlap, Preview, PreviewQuestion } from '@profilkort/domain/segments/preview'
import type { CustomerColumns } from '../customers/customer-columns.ts'
import { type CustomerFilter, countCustomers } from '../customers/filter.ts'
import { FirstRows } from '../customers/first-rows.ts'
import { eachRow, rowsOf } from './row-set.ts'
import { spreadOf } from './spread.ts'

/**
 * What a rule that is being written comes to, the same as the database answers.
 * @param given by what people may be counted, and whom the parts of the rules about records hold for
 */
export function previewInColumns(
  columns: CustomerColumns,
  { rule, kind, sampleSize, spreads, others }: PreviewQuestion,
  given: Pick<CustomerFilter, 'profiling' | 'holding'>,
): Preview {
  const everybody = { ...given, kind }
  const of = countCustomers(columns, everybody)
  const isOnlyCounted = sampleSize === 0 && spreads.length === 0 && others.length === 0
  if (isOnlyCounted) {
    const count = countCustomers(columns, { ...everybody, rule })
    return { count, of, sample: [], distributions: [], overlaps: [] }
  }
  const found = new Uint32Array(of)
  let count = 0
  eachRow(columns, { ...everybody, rule }, (row) => {
    found[count++] = row
  })
  const rows = found.subarray(0, count)
  return {
    count,
    of,
    sample: sampleOf(columns, rows, sampleSize),
    distributions: spreads.map((spread) => spreadOf(columns, rows, spread)),
    overlaps: others.map((other) => overlapOf(columns, rows, other, everybody)),
  }
}

/** Those with the least ends of their ids, which are random: they stay while others come and go. */
function sampleOf(columns: CustomerColumns, rows: Uint32Array, size: number): Preview['sample'] {
  if (size === 0) return []
  const { ids, names } = columns
  const first = new FirstRows(size, (a, b) => ids.compare(a, b))
  for (const row of rows) first.show(row, ids.tailOf(row))
  return first.inOrder().map((row) => ({ id: ids.idOf(row), name: names[row] ?? '' }))
}

function overlapOf(
  columns: CustomerColumns,
  rows: Uint32Array,
  other: Comparand,
  filter: CustomerFilter,
): Overlap {
  const theirs = new Uint8Array(columns.ids.end)
  const listed = other.kind === 'list' ? rowsOf(columns, other.ids) : undefined
  let there = 0
  eachRow(columns, { ...filter, rule: other.kind === 'rule' ? other.rule : undefined }, (row) => {
    if (listed !== undefined && listed[row] === 0) return
    theirs[row] = 1
    there++
  })
  let both = 0
  for (const row of rows) both += theirs[row] as number
  return { both, onlyHere: rows.length - both, onlyThere: there - both }
}
