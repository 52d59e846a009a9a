import type { Problem } from '../../result.ts'
import { checkRule } from '../../rules/check.ts'
import { type Bound, isTest, type Rule, type Test } from '../../rules/rule.ts'
import type { Catalogue, Value } from '../attribute.ts'
import { isList, writeTime } from './convert.ts'
import type { MigrationPlan } from './migration.ts'

/** A rule after a migration, and what of it no longer has a meaning. */
export interface MigratedRule {
  readonly rule: Rule
  readonly isTouched: boolean
  readonly problems: readonly Problem[]
}

/** A test that has no equal over the attribute's new type: why, in the words of a problem. */
class Untranslatable extends Error {}

/**
 * Says a rule over what the migration makes of the attribute's values, so that it holds of the same customers (of more,
 * where values are merged). @param catalogue as it is after the migration
 */
export function migrateRule(rule: Rule, plan: MigrationPlan, catalogue: Catalogue): MigratedRule {
  const problems: Problem[] = []
  let isTouched = false
  const rewrite = (node: Rule, path: Problem['path']): Rule => {
    if (!isTest(node)) {
      if (node.kind === 'inSegment') return node
      if ('rule' in node) return { ...node, rule: rewrite(node.rule, [...path, 'rule']) }
      return { ...node, rules: node.rules.map((each, at) => rewrite(each, [...path, 'rules', at])) }
    }
    if (node.field.kind !== 'attribute' || node.field.key !== plan.before.key) return node
    isTouched = true
    try {
      return migrateTest(node, plan)
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error
      problems.push({ path, message: error.message })
      return node
    }
  }
  const migrated = rewrite(rule, [])
  if (!isTouched || problems.length > 0) return { rule: isTouched ? rule : migrated, isTouched, problems }
  const checked = checkRule(migrated, catalogue)
  return checked.ok
    ? { rule: checked.value, isTouched, problems }
    : { rule, isTouched, problems: checked.problems }
}

function migrateTest(test: Test, plan: MigrationPlan): Rule {
  const field = { kind: 'attribute', key: plan.after.key } as const
  const moved = { ...test, field } as Test
  const { type } = plan.after
  const isTexts = type === 'text' || type === 'choice'
  const equals = (value: Value) => equalTo(value, plan, field)
  switch (moved.kind) {
    case 'isKnown':
    case 'isUnknown':
      return moved
    case 'is':
      return equals(convert(moved.value, plan))
    case 'isNot':
      return complement(equals(convert(moved.value, plan)))
    case 'oneOf':
    case 'noneOf': {
      const values = moved.values.map((each) => convert(each, plan))
      if (isTexts) return { ...moved, values: distinct(values.map(String)) }
      if (type === 'choices') return { ...moved, values: distinct(values.map((value) => only(value, test))) }
      const any: Rule = { kind: 'any', rules: values.map(equals) }
      return moved.kind === 'oneOf' ? any : complement(any)
    }
    case 'includesAll': {
      const values = distinct(moved.values.map((each) => only(convert(each, plan), test)))
      if (type === 'choices') return { ...moved, values }
      const [first, ...rest] = values
      if (first === undefined || rest.length > 0) throw noEqual(test, plan)
      return equals(first)
    }
    case 'atLeast':
    case 'atMost':
    case 'moreThan':
    case 'lessThan':
      return { ...moved, value: convertBound(moved.value, test, plan) }
    case 'between':
      return { ...moved, from: convertBound(moved.from, test, plan), to: convertBound(moved.to, test, plan) }
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'withinDays':
    case 'olderThanDays':
    case 'withinNextDays':
    case 'during':
      if (plan.migration.kind === 'changeType') throw noEqual(test, plan)
      return moved
  }
}

/** The value that a test names, as the migration makes it. */
function convert(value: string | number | boolean, plan: MigrationPlan): Value {
  const isListed = plan.before.type === 'choices' && plan.migration.kind === 'changeType'
  const converted = plan.convert(isListed ? [String(value)] : value)
  if (converted.kind === 'value') return converted.value
  const what = converted.kind === 'lost' ? 'cannot be read as' : 'is made unknown and is no'
  throw new Untranslatable(
    `It tests for "${value}", which ${what} a ${plan.after.type}. Say what it becomes in \`values\`, or change the rule first.`,
  )
}

/** A test for one value, in the operator that suits its type. */
function equalTo(value: Value, plan: MigrationPlan, field: Test['field']): Rule {
  if (isList(value)) return { kind: 'oneOf', field, values: value }
  if (typeof value === 'object') return { kind: 'between', field, from: value, to: value }
  if (plan.after.type === 'time' && typeof value === 'number') {
    const moment = writeTime(value)
    return { kind: 'between', field, from: moment, to: moment }
  }
  return { kind: 'is', field, value }
}

function complement(rule: Rule): Rule {
  if (rule.kind === 'is') return { ...rule, kind: 'isNot' }
  return rule.kind === 'oneOf' ? { ...rule, kind: 'noneOf' } : { kind: 'not', rule }
}

function only(value: Value, test: Test): string {
  const [first, ...rest] = isList(value) ? value : [value]
  if (typeof first === 'string' && rest.length === 0) return first
  throw new Untranslatable(`'${test.kind}' names a value that becomes several. Change the rule first.`)
}

/** A bound of numbers as one of amounts and back; others have no order that is the same after. */
function convertBound(bound: Bound, test: Test, plan: MigrationPlan): Bound {
  const { before, after, migration } = plan
  if (migration.kind !== 'changeType') return bound
  const isAmount = before.type === 'money' && after.type === 'number'
  if (!isAmount && !(before.type === 'number' && after.type === 'money')) throw noEqual(test, plan)
  const converted = plan.convert(bound)
  if (converted.kind !== 'value') throw noEqual(test, plan)
  const { value } = converted
  if (!isList(value) && typeof value !== 'boolean') return value
  throw noEqual(test, plan)
}

function noEqual({ kind }: Test, { after }: MigrationPlan): Untranslatable {
  return new Untranslatable(
    `'${kind}' has no equal over a ${after.type}. Change or remove this test first, then migrate.`,
  )
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
