import { matchesFolded } from '@profilkort/domain/rules/answer'
import { type CoreRule, isRecordsPart, type Leaf, type RecordsPart } from '@profilkort/domain/rules/core'
import { fold } from '@profilkort/domain/rules/fold'
import type { KnownField } from '@profilkort/domain/rules/rule'
import type { Column } from '../columns/column.ts'
import { type Dictionary, missing, numeric } from '../columns/dictionary.ts'
import { narrowestFirst } from './narrowest-first.ts'
import type { Plan } from './plan.ts'

/** Where the columns of a base are found; undefined for a field that no customer has a value of. */
export type FindColumn = (field: KnownField) => Column | undefined

/** Which rows the parts of a rule about records hold for, their `negated` apart; a byte each. */
export type Marks = ReadonlyMap<RecordsPart, Uint8Array>

/** The rule as a plan that holds for exactly the rows of customers that `evaluate` of the domain holds for. */
export function ruleToColumns(rule: CoreRule, find: FindColumn, marks: Marks = new Map()): Plan {
  if (isRecordsPart(rule)) {
    const marked = marks.get(rule)
    if (marked === undefined) throw new Error('The rule speaks of records that are not marked')
    return { kind: 'marked', marks: marked, negated: rule.negated }
  }
  switch (rule.kind) {
    case 'all':
      return {
        kind: 'all',
        plans: narrowestFirst(rule.rules.map((each) => ruleToColumns(each, find, marks))),
      }
    case 'any':
      return { kind: 'any', plans: rule.rules.map((each) => ruleToColumns(each, find, marks)) }
    case 'among':
    case 'flag':
    case 'match':
    case 'known':
    case 'compare': {
      const { field } = rule
      if (field.kind !== 'attribute' && field.kind !== 'metric') throw new Error('Records are marked')
      const column = find(field)
      return column === undefined ? { kind: 'always', holds: rule.negated } : leafToColumns(rule, column)
    }
  }
}

/** Holds for the rows with a value, whatever it is. */
export function hasValue(column: Column): Plan {
  return coded(column, false, (table) => table.fill(1, missing + 1))
}

/** Holds for the rows whose value is one of these texts; with `negated` for all others. */
export function textAmong(column: Column, texts: readonly string[], negated = false): Plan {
  return coded(column, negated, (table) => markAmong(table, column.dictionary, texts))
}

function leafToColumns(leaf: Leaf, column: Column): Plan {
  const { dictionary } = column
  switch (leaf.kind) {
    case 'known':
      return coded(column, leaf.negated, (table) => table.fill(1, missing + 1))
    case 'among':
      return coded(column, leaf.negated, (table) => markAmong(table, dictionary, leaf.values))
    case 'flag':
      return coded(column, leaf.negated, (table) => {
        for (const [code, value] of dictionary.others()) if (value === leaf.value) table[code] = 1
      })
    case 'match':
      return coded(column, leaf.negated, (table) => {
        for (const [text, code] of dictionary.texts()) {
          if (matchesFolded(leaf.mode, fold(text), leaf.text)) table[code] = 1
        }
      })
    case 'compare': {
      const { op, value, currency, negated } = leaf
      const compared: Plan = { kind: 'compared', column, op, value, negated }
      // Without money, a row with a number beside its code is one whose value is that number.
      if (currency === undefined && !dictionary.hasMoney) return compared
      const code = currency === undefined ? numeric : dictionary.codeOfCurrency(currency)
      if (code === undefined) return { kind: 'always', holds: negated }
      const ofKind = coded(column, negated, (table) => table.fill(1, code, code + 1))
      return { kind: negated ? 'any' : 'all', plans: [ofKind, compared] }
    }
  }
}

/** @param mark writes 1 for the codes that the bare leaf holds for */
function coded(column: Column, negated: boolean, mark: (table: Uint8Array) => void): Plan {
  const table = new Uint8Array(column.dictionary.end)
  mark(table)
  if (negated) for (let code = 0; code < table.length; code++) table[code] = 1 - (table[code] ?? 0)
  return { kind: 'coded', column, table, few: fewOf(table) }
}

/** Rows of more codes than this are found by passing all of them. */
const mostLookedUp = 16

/** The codes a table says 1 of, where they are few. */
function fewOf(table: Uint8Array): readonly number[] | undefined {
  const few: number[] = []
  for (let code = table.indexOf(1); code !== -1; code = table.indexOf(1, code + 1)) {
    if (few.length === mostLookedUp) return undefined
    few.push(code)
  }
  return few
}

function markAmong(table: Uint8Array, dictionary: Dictionary, values: readonly string[]): void {
  for (const value of values) {
    const code = dictionary.codeOfText(value)
    if (code !== undefined) table[code] = 1
  }
  const wanted = new Set<unknown>(values)
  for (const [code, value] of dictionary.others()) {
    if (Array.isArray(value) && value.some((each) => wanted.has(each))) table[code] = 1
  }
}
