import { matchesFolded } from '@profilkort/domain/rules/answer'
import { type CoreRule, type HeldPart, isRecordsPart, type Leaf } from '@profilkort/domain/rules/core'
import { fold } from '@profilkort/domain/rules/fold'
import type { KnownField } from '@profilkort/domain/rules/rule'
import type { Column } from '../columns/column.ts'
import { missing, numeric } from '../columns/dictionary.ts'
import { coded, markAmong } from './coded.ts'
import { narrowestFirst } from './narrowest-first.ts'
import type { Plan } from './plan.ts'
import { type ProfilingColumns, profiledToColumns } from './profiled.ts'

/** Where the columns of a base are found; undefined for a field that no customer has a value of. */
export type FindColumn = (field: KnownField) => Column | undefined

/** The columns that a rule is asked of. */
export interface RuleColumns extends ProfilingColumns {
  readonly find: FindColumn
}

/** Which rows the parts of a rule about records hold for, their `negated` apart; a byte each. */
export type Marks = ReadonlyMap<HeldPart, Uint8Array>

/** The rule as a plan that holds for exactly the rows of customers that `evaluate` of the domain holds for. */
export function ruleToColumns(rule: CoreRule, columns: RuleColumns, marks: Marks = new Map()): Plan {
  if (isRecordsPart(rule)) {
    if (rule.kind === 'profiled') return profiledToColumns(columns, rule)
    const marked = marks.get(rule)
    if (marked === undefined) throw new Error('The rule speaks of records that are not marked')
    return { kind: 'marked', marks: marked, negated: rule.negated }
  }
  switch (rule.kind) {
    case 'all':
      return {
        kind: 'all',
        plans: narrowestFirst(rule.rules.map((each) => ruleToColumns(each, columns, marks))),
      }
    case 'any':
      return { kind: 'any', plans: rule.rules.map((each) => ruleToColumns(each, columns, marks)) }
    case 'among':
    case 'flag':
    case 'match':
    case 'known':
    case 'compare': {
      const { field } = rule
      if (field.kind !== 'attribute' && field.kind !== 'metric') throw new Error('Records are marked')
      const column = columns.find(field)
      return column === undefined ? { kind: 'always', holds: rule.negated } : leafToColumns(rule, column)
    }
  }
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
