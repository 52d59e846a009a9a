import type { CustomerSort, SortPlace } from '@profilkort/domain/customers/sort'
import { chunkRows } from '../columns/chunk.ts'
import { parseUuid } from '../columns/row-ids.ts'
import type { CustomerColumns } from './customer-columns.ts'
import { type CustomerFilter, eachMatch } from './filter.ts'
import { FirstRows } from './first-rows.ts'
import { compareDetails, orderOf } from './order.ts'

/** Which part of a sorted list: between two places, from one of its ends. */
export interface ListPage {
  readonly limit: number
  readonly after?: SortPlace | undefined
  readonly before?: SortPlace | undefined
  /** The last ones rather than the first, still answered in order. */
  readonly fromEnd: boolean
}

export interface CustomerList {
  /** How many there are in all, on whatever page. */
  readonly count: number
  readonly places: readonly SortPlace[]
  /** The row of each place, to be read before anything in the columns is changed. */
  readonly rows: readonly number[]
}

const primaries = new Float64Array(chunkRows)

/** One page of the customers of a filter, and how many there are: one pass over the columns. */
export function listCustomers(
  columns: CustomerColumns,
  filter: CustomerFilter,
  sort: CustomerSort,
  page: ListPage,
): CustomerList {
  const { after, before } = page
  const order = orderOf(columns, sort, [after?.value ?? null, before?.value ?? null])
  const direction = sort.direction === 'ascending' ? 1 : -1
  const end = page.fromEnd ? -1 : 1
  const sign = direction * end
  const { ids } = columns

  /** The least comes first in the sort; rows without a value, whose primary is NaN, last in both directions. */
  const keyOf = (primary: number) => (Number.isNaN(primary) ? Number.POSITIVE_INFINITY : primary * direction)
  const closer = (a: number, b: number): number => {
    const byDetail = Number.isNaN(order.primary(a)) ? 0 : compareDetails(order.detail(a), order.detail(b))
    return (byDetail || ids.compare(a, b)) * direction
  }
  const toAfter = after && comparedTo(after)
  const toBefore = before && comparedTo(before)
  const first = new FirstRows(page.limit, (a, b) => closer(a, b) * end)
  let sum = 0
  eachMatch(columns, filter, (chunk, rows, count) => {
    sum += count
    order.primaries(chunk, rows, count, primaries)
    let { bound } = first
    for (let at = 0; at < count; at++) {
      const primary = primaries[at] as number
      // Most are turned away here. What has no value is not: it is compared with nothing.
      if (primary * sign > bound) continue
      const key = keyOf(primary)
      const row = chunk * chunkRows + (rows[at] as number)
      if (toAfter !== undefined && toAfter(row, key) <= 0) continue
      if (toBefore !== undefined && toBefore(row, key) >= 0) continue
      first.show(row, key * end)
      bound = first.bound
    }
  })
  const inOrder = first.inOrder()
  const rows = page.fromEnd ? inOrder.toReversed() : inOrder
  return { count: sum, places: rows.map((row) => ({ value: order.value(row), id: ids.idOf(row) })), rows }

  /** Tells where rows are from a place: negative before it. */
  function comparedTo(place: SortPlace): (row: number, key: number) => number {
    const { primary, detail } = order.ofValue(place.value)
    const placeKey = keyOf(primary)
    const id = new Uint32Array(4)
    parseUuid(place.id, id)
    return (row, key) => {
      if (key !== placeKey) return key - placeKey
      const byDetail = Number.isNaN(primary) ? 0 : compareDetails(order.detail(row), detail)
      return (byDetail || ids.compareTo(row, id)) * direction
    }
  }
}
