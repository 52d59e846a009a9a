import type { Locale } from '../../locales/locale.ts'
import { failed, ok, type Problem, type Result } from '../../result.ts'
import type { Attribute, Catalogue, Value } from '../attribute.ts'
import { checkAttribute } from '../check.ts'
import { findOption } from '../options.ts'
import { predefinedAttribute } from '../predefined.ts'
import { typeConverter } from './convert.ts'
import type { ChangeType, MergeOptions, Migration, MigrationPlan, RenameKey } from './migration.ts'

/** What a migration is planned in. */
export interface PlanScope {
  /** Keys of all attributes, archived ones too. */
  readonly taken: ReadonlySet<string>
  /** The language that options are written in where they become texts. */
  readonly locale: Locale
}

/** What customers are recognised by; see `identity/`. */
const identifying: ReadonlySet<string> = new Set(['organisationNumber', 'website', 'email', 'phone'])

/** Decides what a migration makes of an attribute and of its values. */
export function planMigration(
  before: Attribute,
  migration: Migration,
  scope: PlanScope,
): Result<MigrationPlan> {
  if (migration.kind !== 'rename' && identifying.has(before.key)) {
    const message = `Customers are recognised by "${before.key}", so it stays a text as it is written. Make an attribute of your own.`
    return failed({ path: [migration.kind], message })
  }
  switch (migration.kind) {
    case 'rename':
      return planRename(before, migration, scope)
    case 'mergeOptions':
      return planMerge(before, migration)
    case 'changeType':
      return planTypeChange(before, migration, scope)
  }
}

/** The catalogue as it is once the plan is carried out. */
export function catalogueAfter({ attributes, ...rest }: Catalogue, plan: MigrationPlan): Catalogue {
  const others = [...attributes].filter(([key]) => key !== plan.before.key)
  return { ...rest, attributes: new Map([...others, [plan.after.key, plan.after]]) }
}

function planRename(before: Attribute, migration: RenameKey, { taken }: PlanScope): Result<MigrationPlan> {
  const { to } = migration
  const path = ['rename', 'to']
  if (predefinedAttribute(before.key) !== undefined) {
    const message = `"${before.key}" is one of the product's keys, which imports, templates and questions name. Give it another label instead.`
    return failed({ path, message })
  }
  if (taken.has(to) || predefinedAttribute(to) !== undefined) {
    const message = `There is an attribute "${to}" already, or one of the product's. Choose another key.`
    return failed({ path, message })
  }
  const after = checkAttribute({ ...before, key: to })
  if (!after.ok) return below(path, after.problems)
  return ok({ migration, before, after: after.value, convert: (value) => ({ kind: 'value', value }) })
}

function planMerge(before: Attribute, migration: MergeOptions): Result<MigrationPlan> {
  const { from, into, label } = migration
  const path = ['mergeOptions']
  if (before.type !== 'text' && before.type !== 'choice' && before.type !== 'choices') {
    const message = `"${before.key}" is a ${before.type} and has no options to merge.`
    return failed({ path, message })
  }
  if (from.length === 0 || from.includes(into)) {
    const message = 'Name at least one option, and none that it is merged into.'
    return failed({ path: [...path, 'from'], message })
  }
  if (before.type === 'text' && into.trim() === '') {
    return failed({ path: [...path, 'into'], message: 'Write the text that they become.' })
  }
  if (before.type !== 'text' && label === undefined && findOption(before, into) === undefined) {
    const message = `"${into}" is not an option of "${before.key}". Choose one, or give a label to make it one.`
    return failed({ path: [...path, 'into'], message })
  }
  const after = checkAttribute({ ...before, options: mergedOptions(before, migration) })
  if (!after.ok) return below(path, after.problems)
  const merged = new Set(from)
  const mergeOne = (text: string) => (merged.has(text) ? into : text)
  const convert = (value: Value): Value => {
    if (typeof value === 'string') return mergeOne(value)
    return Array.isArray(value) ? [...new Set(value.map(mergeOne))] : value
  }
  return ok({
    migration,
    before,
    after: after.value,
    convert: (value) => ({ kind: 'value', value: convert(value) }),
  })
}

/** The options without those that are merged, which are read as the other from now on. */
function mergedOptions(before: Attribute, { from, into, label }: MergeOptions): Attribute['options'] {
  const kept = before.options.filter(({ key }) => !from.includes(key))
  if (before.type === 'text') return kept
  const known = findOption(before, into)
  const gone = from.flatMap((key) => {
    const option = findOption(before, key)
    return [key, ...Object.values(option?.label ?? {}), ...(option?.aliases ?? [])]
  })
  const aliases = [...new Set([...(known?.aliases ?? []), ...gone])]
  const merged = { key: into, label: label ?? known?.label ?? {}, aliases }
  const isOwn = kept.some(({ key }) => key === into)
  return isOwn ? kept.map((option) => (option.key === into ? merged : option)) : [...kept, merged]
}

function planTypeChange(
  before: Attribute,
  migration: ChangeType,
  { locale }: PlanScope,
): Result<MigrationPlan> {
  const path = ['changeType']
  const { type, currency } = migration
  if (type === before.type) {
    return failed({ path: [...path, 'type'], message: `"${before.key}" is a ${type} already.` })
  }
  const involvesMoney = type === 'money' || (before.type === 'money' && type === 'number')
  if (involvesMoney && !/^[A-Z]{3}$/.test(currency ?? '')) {
    const message = 'Name the currency of the amounts by its three capital letters (ISO 4217), such as NOK.'
    return failed({ path: [...path, 'currency'], message })
  }
  const after = checkAttribute(retyped(before, migration))
  if (!after.ok) return below(path, after.problems)
  const convert = typeConverter({ before, after: after.value, change: migration, locale })
  return ok({ migration, before, after: after.value, convert })
}

/** The attribute with its new type: options only of a choice, a unit only of a number. */
function retyped({ unit, list, options, ...rest }: Attribute, migration: ChangeType): Attribute {
  const { type } = migration
  const numeric = type === 'number' && unit !== undefined ? { unit } : {}
  if (type !== 'choice' && type !== 'choices') return { ...rest, ...numeric, type, options: [] }
  const product = predefinedAttribute(rest.key)
  const own = migration.options ?? (options.length > 0 ? options : (product?.options ?? []))
  const named = migration.list ?? list ?? product?.list
  return { ...rest, type, options: own, ...(named === undefined ? {} : { list: named }) }
}

function below(path: Problem['path'], [first, ...rest]: readonly [Problem, ...Problem[]]): Result<never> {
  const moved = (problem: Problem) => ({ ...problem, path: [...path, ...problem.path] })
  return failed(moved(first), ...rest.map(moved))
}
