import type { Comparison } from '@profilkort/domain/rules/core'
import { chunkRows } from '../columns/chunk.ts'
import type { Column } from '../columns/column.ts'
import { missing } from '../columns/dictionary.ts'
import { keepCoded, keepCompared, keepMarked } from './kernels.ts'

/**
 * A rule against columns as they are now: to be run before any of them is changed. What a row's code answers has been
 * looked up for every code beforehand.
 */
export type Plan =
  | { readonly kind: 'always'; readonly holds: boolean }
  | { readonly kind: 'all'; readonly plans: readonly Plan[] }
  | { readonly kind: 'any'; readonly plans: readonly Plan[] }
  /** The table says 1 of the row's code; where that is so of few codes, they are given too. */
  | {
      readonly kind: 'coded'
      readonly column: Column
      readonly table: Uint8Array
      readonly few: readonly number[] | undefined
    }
  | {
      readonly kind: 'compared'
      readonly column: Column
      readonly op: Comparison
      readonly value: number
      readonly negated: boolean
    }
  /** The row has a mark, or with `negated` has none. */
  | { readonly kind: 'marked'; readonly marks: Uint8Array; readonly negated: boolean }
  /** A text of the row has this in it. */
  | { readonly kind: 'found'; readonly texts: readonly string[]; readonly part: string }

/** Whether the plan may hold of a row that nobody has, in which every value is missing. */
export function holdsOfNobody(plan: Plan): boolean {
  switch (plan.kind) {
    case 'always':
      return plan.holds
    case 'all':
      return plan.plans.every(holdsOfNobody)
    case 'any':
      return plan.plans.some(holdsOfNobody)
    case 'coded':
      return plan.table[missing] === 1
    case 'compared':
      return plan.negated
    case 'marked':
      return true
    case 'found':
      return plan.part === ''
  }
}

/**
 * Keeps those of some rows of a chunk that the plan holds for, in no order.
 * @param rows numbers within the chunk, each once
 * @param to may be `rows` itself
 * @returns how many of `to` are kept
 */
export function runPlan(
  plan: Plan,
  chunk: number,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
  depth = 0,
): number {
  switch (plan.kind) {
    case 'always':
      return plan.holds ? copy(rows, count, to) : 0
    case 'coded': {
      const { column, table, few } = plan
      // Whoever is asked first is asked of every row.
      if (count === chunkRows && few !== undefined) {
        const byCode = column.byCode(chunk)
        if (byCode !== undefined) return byCode.keep(few, to)
      }
      const codes = column.codes(chunk)
      if (codes !== undefined) return keepCoded(codes, table, rows, count, to)
      return table[missing] === 1 ? copy(rows, count, to) : 0
    }
    case 'compared': {
      const numbers = plan.column.numbers(chunk)
      const { op, value, negated } = plan
      if (numbers !== undefined) return keepCompared(numbers, op, value, negated, rows, count, to)
      return negated ? copy(rows, count, to) : 0
    }
    case 'marked':
      return keepMarked(plan.marks, chunk * chunkRows, plan.negated, rows, count, to)
    case 'found': {
      const from = chunk * chunkRows
      let kept = 0
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        to[kept] = row
        kept += plan.texts[from + row]?.includes(plan.part) === true ? 1 : 0
      }
      return kept
    }
    case 'all': {
      const [first, ...others] = plan.plans
      if (first === undefined) return copy(rows, count, to)
      let kept = runPlan(first, chunk, rows, count, to, depth)
      for (const each of others) {
        if (kept === 0) return 0
        kept = runPlan(each, chunk, to, kept, to, depth)
      }
      return kept
    }
    case 'any':
      return runAny(plan.plans, chunk, rows, count, to, depth)
  }
}

/** What is set aside while a group at some depth is evaluated. */
interface Scratch {
  readonly open: Uint16Array
  readonly found: Uint16Array
  readonly isFound: Uint8Array
}

const scratches: Scratch[] = []

function scratchAt(depth: number): Scratch {
  const scratch = scratches[depth] ?? {
    open: new Uint16Array(chunkRows),
    found: new Uint16Array(chunkRows),
    isFound: new Uint8Array(chunkRows),
  }
  scratches[depth] = scratch
  return scratch
}

/** Each plan is asked only of the rows that none before it held for. */
function runAny(
  plans: readonly Plan[],
  chunk: number,
  rows: Uint16Array,
  count: number,
  to: Uint16Array,
  depth: number,
): number {
  const { open, found, isFound } = scratchAt(depth)
  let left = copy(rows, count, open)
  let kept = 0
  for (const [index, plan] of plans.entries()) {
    if (left === 0) return kept
    const held = runPlan(plan, chunk, open, left, found, depth + 1)
    to.set(found.subarray(0, held), kept)
    kept += held
    if (held === 0 || index === plans.length - 1) continue
    for (let at = 0; at < held; at++) isFound[found[at] as number] = 1
    let still = 0
    for (let at = 0; at < left; at++) {
      const row = open[at] as number
      open[still] = row
      still += 1 - (isFound[row] as number)
    }
    for (let at = 0; at < held; at++) isFound[found[at] as number] = 0
    left = still
  }
  return kept
}

function copy(rows: Uint16Array, count: number, to: Uint16Array): number {
  if (to !== rows) to.set(rows.subarray(0, count))
  return count
}
