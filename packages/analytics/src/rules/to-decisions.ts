import { answerLeaf, matchesFolded } from '@profilkort/domain/rules/answer'
import { type CoreRule, isRecordsPart, type Leaf } from '@profilkort/domain/rules/core'
import { fold } from '@profilkort/domain/rules/fold'
import type { KnownField } from '@profilkort/domain/rules/rule'
import type { Column } from '../columns/column.ts'
import { missing, numeric } from '../columns/dictionary.ts'
import { type DecisionPlan, fails, holds, isOpen } from './decision-plan.ts'
import { profiledToColumns } from './profiled.ts'
import type { Marks, RuleColumns } from './to-columns.ts'

/** The rule as a plan that decides of every row what `decide` of the domain decides of its customer. */
export function ruleToDecisions(
  rule: CoreRule,
  columns: RuleColumns,
  marks: Marks = new Map(),
): DecisionPlan {
  if (isRecordsPart(rule)) {
    if (rule.kind === 'profiled') return { kind: 'held', plan: profiledToColumns(columns, rule) }
    const marked = marks.get(rule)
    if (marked === undefined) throw new Error('The rule speaks of records that are not marked')
    return { kind: 'marked', marks: marked, negated: rule.negated }
  }
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { kind: rule.kind, plans: rule.rules.map((each) => ruleToDecisions(each, columns, marks)) }
    case 'among':
    case 'flag':
    case 'match':
    case 'known':
    case 'compare': {
      const { field } = rule
      if (field.kind !== 'attribute' && field.kind !== 'metric') throw new Error('Records are marked')
      const column = columns.find(field)
      if (column !== undefined) return leafToDecisions(rule, field, column)
      if (rule.kind !== 'known') return { kind: 'always', decided: isOpen }
      return { kind: 'always', decided: rule.negated ? holds : fails }
    }
  }
}

function leafToDecisions(leaf: Leaf, field: KnownField, column: Column): DecisionPlan {
  const { dictionary } = column
  if (leaf.kind === 'compare') {
    const { op, value, currency, negated } = leaf
    const code = currency === undefined ? numeric : dictionary.codeOfCurrency(currency)
    if (code === undefined) return { kind: 'always', decided: isOpen }
    // Without money, a row with a number beside its code is one whose value is that number.
    const isMixed = currency !== undefined || dictionary.hasMoney
    return { kind: 'compared', column, op, value, negated, code: isMixed ? code : undefined }
  }
  const table = new Uint8Array(dictionary.end).fill(isOpen)
  const [yes, no] = leaf.negated ? [fails, holds] : [holds, fails]
  if (leaf.kind === 'known') {
    table.fill(yes)
    table[missing] = no
    return { kind: 'coded', column, table }
  }
  if (leaf.kind !== 'flag') {
    // Looked through without an object for each: there may be as many texts as customers.
    const values = leaf.kind === 'among' ? new Set(leaf.values) : undefined
    for (const [text, code] of dictionary.texts()) {
      const isSo =
        leaf.kind === 'match' ? matchesFolded(leaf.mode, fold(text), leaf.text) : values?.has(text) === true
      table[code] = isSo ? yes : no
    }
  }
  for (const [code, value] of dictionary.others()) {
    const answer = answerLeaf(leaf, { attributes: { [field.key]: value as never }, metrics: {} })
    if (answer !== undefined && field.kind === 'attribute') table[code] = answer ? yes : no
  }
  return { kind: 'coded', column, table }
}
