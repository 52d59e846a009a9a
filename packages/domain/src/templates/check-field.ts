import type { Catalogue } from '../attributes/attribute.ts'
import { standardUnits } from '../attributes/unit.ts'
import { checkText } from '../locales/check.ts'
import { duplicateKeys, isKey, keyHelp } from '../profiles/keys.ts'
import { isAbout } from '../profiles/kinds.ts'
import type { ProfileKind } from '../profiles/profile.ts'
import type { Problem } from '../result.ts'
import type { TemplateField, TemplateOption } from './template.ts'

const longest = { label: 120, help: 500, unit: 40 }
const mostOptions = 50

/** What a field may say beside its texts, by the kind it goes with. */
const extras = { unit: 'number', options: 'choice', many: 'choice', attribute: 'trait' } as const

/** The problems of one field of a workspace's own template. */
export function checkTemplateField(
  field: TemplateField,
  path: Problem['path'],
  kinds: readonly ProfileKind[],
  catalogue: Catalogue,
): readonly Problem[] {
  return [
    ...(isKey(field.key) ? [] : [{ path: [...path, 'key'], message: keyHelp(field.key) }]),
    ...checkText(field.label, [...path, 'label'], { longest: longest.label, needed: true }),
    ...checkText(field.help, [...path, 'help'], { longest: longest.help }),
    ...checkExtras(field, path),
    ...(field.kind === 'number' ? checkUnit(field.unit, [...path, 'unit']) : []),
    ...(field.kind === 'choice' ? checkOptions(field.options ?? [], [...path, 'options']) : []),
    ...(field.kind === 'trait' ? checkAttribute(field, [...path, 'attribute'], kinds, catalogue) : []),
  ]
}

function checkExtras(field: TemplateField, path: Problem['path']): readonly Problem[] {
  return (Object.keys(extras) as (keyof typeof extras)[]).flatMap((extra): Problem[] => {
    if (field[extra] === undefined || field.kind === extras[extra]) return []
    const message = `Only a field of the kind ${extras[extra]} has ${extra}; this one is of the kind ${field.kind}. Leave it out.`
    return [{ path: [...path, extra], message }]
  })
}

function checkUnit(unit: TemplateField['unit'], path: Problem['path']): readonly Problem[] {
  if (unit === undefined) return []
  if (typeof unit === 'object') return checkText(unit, path, { longest: longest.unit, needed: true })
  if (standardUnits.includes(unit)) return []
  const message = `"${unit}" is not a unit that every language has a word for, such as percent, year or kilometer. Write it as words instead: { "en": "machines" }.`
  return [{ path, message }]
}

function checkOptions(options: readonly TemplateOption[], path: Problem['path']): readonly Problem[] {
  if (options.length === 0 || options.length > mostOptions) {
    const message = `A choice has 1 to ${mostOptions} options; this one has ${options.length}.`
    return [{ path, message }]
  }
  return [
    ...options.flatMap(({ key, label }, index) => [
      ...(isKey(key) ? [] : [{ path: [...path, index, 'key'], message: keyHelp(key) }]),
      ...checkText(label, [...path, index, 'label'], { longest: longest.label, needed: true }),
    ]),
    ...duplicateKeys(options, '').map((problem) => ({
      ...problem,
      path: [...path, ...problem.path.slice(1)],
    })),
  ]
}

function checkAttribute(
  { attribute: key }: TemplateField,
  path: Problem['path'],
  kinds: readonly ProfileKind[],
  catalogue: Catalogue,
): readonly Problem[] {
  if (key === undefined) return [{ path, message: 'Name the attribute that the trait speaks of.' }]
  const attribute = catalogue.attributes.get(key)
  if (attribute === undefined) {
    return [{ path, message: `There is no attribute "${key}" here. See \`attributes\` for those there are.` }]
  }
  if (kinds.some((kind) => isAbout(kind, attribute))) return []
  const message = `"${key}" is known about a ${attribute.subject}, which no profile of this template's kinds describes. Use another attribute or other kinds.`
  return [{ path, message }]
}
