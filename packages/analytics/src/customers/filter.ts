import type { Ground } from '@profilkort/domain/consents/purpose'
import { type CoreRule, type HeldPart, heldPartsOf } from '@profilkort/domain/rules/core'
import { chunkRows } from '../columns/chunk.ts'
import { hasValue, textAmong } from '../rules/coded.ts'
import { narrowestFirst } from '../rules/narrowest-first.ts'
import { holdsOfNobody, type Plan, runPlan } from '../rules/plan.ts'
import { profiledToColumns } from '../rules/profiled.ts'
import { type Marks, ruleToColumns } from '../rules/to-columns.ts'
import type { CustomerColumns } from './customer-columns.ts'

/** Which customers; all of them where nothing is given. */
export interface CustomerFilter {
  readonly kind?: string | undefined
  readonly stage?: string | undefined
  /** Part of the name, folded. */
  readonly search?: string | undefined
  readonly rule?: CoreRule | undefined
  /** Without people who may not be profiled on this ground. */
  readonly profiling?: Profiling | undefined
  /** Of the rule's parts about records: whom each holds for. */
  readonly holding?: ReadonlyMap<HeldPart, HoldingCustomers> | undefined
}

/** On what ground people are profiled, and when: the same as `mayBeUsed` of the domain decides by. */
export interface Profiling {
  readonly ground: Ground
  readonly now: Date
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

function planOf(columns: CustomerColumns, filter: CustomerFilter): Plan {
  const { kind, stage, search, rule, holding, profiling } = filter
  const plans: Plan[] = []
  if (kind !== undefined) plans.push(textAmong(columns.kind, [kind]))
  if (stage !== undefined) plans.push(textAmong(columns.stage, [stage]))
  if (rule !== undefined) plans.push(ruleToColumns(rule, columns, marksOf(columns, ofRule(rule, holding))))
  if (search !== undefined) plans.push({ kind: 'found', texts: columns.nameKeys, part: search })
  if (profiling !== undefined && kind !== 'company') {
    const { ground, now } = profiling
    plans.push(profiledToColumns(columns, { ground, now: now.getTime(), negated: false }))
  }
  // A row that nobody has is of no kind, whatever a rule says of it.
  if (plans.every(holdsOfNobody)) plans.push(hasValue(columns.kind))
  return { kind: 'all', plans: narrowestFirst(plans) }
}

/** Of what many rules share, what this one needs. */
function ofRule(rule: CoreRule, holding: CustomerFilter['holding']): CustomerFilter['holding'] {
  if (holding === undefined) return undefined
  return new Map(
    heldPartsOf(rule).flatMap((part) => {
      const those = holding.get(part)
      return those === undefined ? [] : [[part, those] as const]
    }),
  )
}

/** Ids of customers that have come since, or are gone, mark nobody. */
export function marksOf({ ids }: CustomerColumns, holding: CustomerFilter['holding']): Marks {
  const marks = new Map<HeldPart, Uint8Array>()
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
