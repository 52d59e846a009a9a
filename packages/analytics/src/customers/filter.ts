import type { CoreRule, RecordsPart } from '@profilkort/domain/rules/core'
import { chunkRows } from '../columns/chunk.ts'
import { narrowestFirst } from '../rules/narrowest-first.ts'
import { type Plan, runPlan } from '../rules/plan.ts'
import { hasValue, type Marks, ruleToColumns, textIs } from '../rules/to-columns.ts'
import type { CustomerColumns } from './customer-columns.ts'

/** Which customers; all of them where nothing is given. */
export interface CustomerFilter {
  readonly kind?: string | undefined
  readonly stage?: string | undefined
  /** Part of the name, folded. */
  readonly search?: string | undefined
  readonly rule?: CoreRule | undefined
  /** Of the rule's parts about records: whom each holds for. */
  readonly holding?: ReadonlyMap<RecordsPart, HoldingCustomers> | undefined
}

/** The customers that a part of a rule holds for, its `negated` apart: those of these ids, or all others. */
export interface HoldingCustomers {
  readonly ids: readonly string[]
  readonly isOthers: boolean
}

const everyRow = Uint16Array.from({ length: chunkRows }, (_, row) => row)
const found = new Uint16Array(chunkRows)

/**
 * Tells of each chunk which of its rows have a customer of the filter: the first `count` of `rows`, in no order, as
 * numbers within the chunk. The array is used again for the next chunk.
 */
export function eachMatch(
  columns: CustomerColumns,
  filter: CustomerFilter,
  visit: (chunk: number, rows: Uint16Array, count: number) => void,
): void {
  const plan = planOf(columns, filter)
  for (let chunk = 0; chunk < columns.chunks; chunk++) {
    const count = runPlan(plan, chunk, everyRow, chunkRows, found)
    if (count > 0) visit(chunk, found, count)
  }
}

export function countCustomers(columns: CustomerColumns, filter: CustomerFilter): number {
  let sum = 0
  eachMatch(columns, filter, (_chunk, _rows, count) => {
    sum += count
  })
  return sum
}

function planOf(columns: CustomerColumns, { kind, stage, search, rule, holding }: CustomerFilter): Plan {
  // A row that nobody has is of no kind, whatever a rule says of it.
  const plans = [kind === undefined ? hasValue(columns.kind) : textIs(columns.kind, kind)]
  if (stage !== undefined) plans.push(textIs(columns.stage, stage))
  if (rule !== undefined) plans.push(ruleToColumns(rule, columns.find, marksOf(columns, holding)))
  if (search !== undefined) plans.push({ kind: 'found', texts: columns.nameKeys, part: search })
  return { kind: 'all', plans: narrowestFirst(plans) }
}

/** Ids of customers that have come since, or are gone, mark nobody. */
function marksOf({ ids }: CustomerColumns, holding: CustomerFilter['holding']): Marks {
  const marks = new Map<RecordsPart, Uint8Array>()
  for (const [part, those] of holding ?? []) {
    const marked = new Uint8Array(ids.end).fill(those.isOthers ? 1 : 0)
    for (const id of those.ids) {
      const row = ids.find(id)
      if (row !== undefined) marked[row] = those.isOthers ? 0 : 1
    }
    marks.set(part, marked)
  }
  return marks
}
