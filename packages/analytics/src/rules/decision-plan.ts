import type { Comparison } from '@profilkort/domain/rules/core'
import { chunkRows } from '../columns/chunk.ts'
import type { Column } from '../columns/column.ts'
import { decideCoded, decideCompared, decideMarked, greater, keepOfCode, lesser } from './decision-kernels.ts'
import { type Plan, runPlan } from './plan.ts'

/** What is decided of a row, so that `all` is the least of its rules and `any` the greatest. */
export const fails = 0
export const isOpen = 1
export const holds = 2

export type Decided = typeof fails | typeof isOpen | typeof holds

/**
 * A rule against columns as they are now, for whether it can be decided by what is known: to be run before any of them
 * is changed. What a row's code decides has been looked up for every code beforehand.
 */
export type DecisionPlan =
  | { readonly kind: 'always'; readonly decided: Decided }
  | { readonly kind: 'all'; readonly plans: readonly DecisionPlan[] }
  | { readonly kind: 'any'; readonly plans: readonly DecisionPlan[] }
  /** The table says what the row's code decides. */
  | { readonly kind: 'coded'; readonly column: Column; readonly table: Uint8Array }
  /** A row without a number is open, and one whose code is another than `code` where one is given. */
  | {
      readonly kind: 'compared'
      readonly column: Column
      readonly op: Comparison
      readonly value: number
      readonly negated: boolean
      readonly code: number | undefined
    }
  /** Always decided: by a plan. */
  | { readonly kind: 'held'; readonly plan: Plan }
  /** Always decided: the row has a mark, or with `negated` has none. */
  | { readonly kind: 'marked'; readonly marks: Uint8Array; readonly negated: boolean }

/**
 * Decides every row of a chunk.
 * @param to one of `fails`, `isOpen` and `holds` for each of `chunkRows` rows
 */
export function runDecision(plan: DecisionPlan, chunk: number, to: Uint8Array, depth = 0): void {
  switch (plan.kind) {
    case 'always':
      to.fill(plan.decided)
      return
    case 'coded': {
      const codes = plan.column.codes(chunk)
      if (codes === undefined) to.fill(plan.table[0] ?? isOpen)
      else decideCoded(codes, plan.table, to)
      return
    }
    case 'compared': {
      const numbers = plan.column.numbers(chunk)
      const codes = plan.column.codes(chunk)
      if (numbers === undefined || codes === undefined) {
        to.fill(isOpen)
        return
      }
      decideCompared(numbers, plan.op, plan.value, plan.negated, to)
      if (plan.code !== undefined) keepOfCode(codes, plan.code, to)
      return
    }
    case 'held': {
      const count = runPlan(plan.plan, chunk, everyRow, chunkRows, held)
      to.fill(fails)
      for (let at = 0; at < count; at++) to[held[at] as number] = holds
      return
    }
    case 'marked':
      decideMarked(plan.marks, chunk * chunkRows, plan.negated, to)
      return
    case 'all':
    case 'any': {
      const [first, ...others] = plan.plans
      if (first === undefined) {
        to.fill(plan.kind === 'all' ? holds : fails)
        return
      }
      runDecision(first, chunk, to, depth + 1)
      for (const each of others) {
        const other = scratchAt(depth)
        runDecision(each, chunk, other, depth + 1)
        if (plan.kind === 'all') lesser(to, other)
        else greater(to, other)
      }
    }
  }
}

const everyRow = Uint16Array.from({ length: chunkRows }, (_, row) => row)
const held = new Uint16Array(chunkRows)
const scratches: Uint8Array[] = []

/** What is set aside while a group at some depth is decided. */
function scratchAt(depth: number): Uint8Array {
  const scratch = scratches[depth] ?? new Uint8Array(chunkRows)
  scratches[depth] = scratch
  return scratch
}
