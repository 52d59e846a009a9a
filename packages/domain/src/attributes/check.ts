import { checkText } from '../locales/check.ts'
import { duplicateKeys, isKey, keyHelp } from '../profiles/keys.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import type { Attribute } from './attribute.ts'
import { predefinedAttribute } from './predefined.ts'
import { standardUnits } from './unit.ts'

/** What an attribute may hold at most: options and aliases of each; characters of texts; the last place in the order. */
export const attributeLimits = Object.freeze({
  options: 200,
  aliases: 200,
  label: 120,
  alias: 200,
  unit: 40,
  order: 9999,
})

/** Parses an attribute as a workspace wants it. All problems are told, not only the first. */
export function checkAttribute(attribute: Attribute): Result<Attribute> {
  const { key, label, order } = attribute
  const problems: Problem[] = [
    ...(isKey(key) ? [] : [{ path: ['key'], message: keyHelp(key) }]),
    ...checkText(label, ['label'], { longest: attributeLimits.label, needed: true }),
    ...checkUnit(attribute),
    ...checkOptions(attribute),
    ...checkSensitivity(attribute),
  ]
  if (order !== undefined && !(Number.isInteger(order) && order >= 0 && order <= attributeLimits.order)) {
    const message = `The place in the order is a whole number from 0 to ${attributeLimits.order}; this is ${order}.`
    problems.push({ path: ['order'], message })
  }
  return okUnless(problems, attribute)
}

function checkUnit({ type, unit }: Attribute): readonly Problem[] {
  if (unit === undefined) return []
  const path = ['unit']
  if (type !== 'number') return [{ path, message: `Only a number has a unit; this is a ${type}.` }]
  if (typeof unit === 'object')
    return checkText(unit, [...path, 'noun'], { longest: attributeLimits.unit, needed: true })
  if (standardUnits.includes(unit)) return []
  const message = `"${unit}" is not a unit of Intl such as percent, year or kilometer. Give a noun in your languages instead.`
  return [{ path: [...path, 'standard'], message }]
}

function checkOptions({ type, options, list }: Attribute): readonly Problem[] {
  const path = ['options']
  if (type !== 'choice' && type !== 'choices') {
    const message = `Only a choice has options; this is a ${type}.`
    return [
      ...(options.length > 0 ? [{ path, message }] : []),
      ...(list === undefined ? [] : [{ path: ['list'], message }]),
    ]
  }
  const most = attributeLimits.options
  const tooMany = {
    path,
    message: `An attribute has at most ${most} options of its own; these are ${options.length}.`,
  }
  return [
    ...(options.length > most ? [tooMany] : []),
    ...duplicateKeys(options, 'options'),
    ...options.flatMap(({ key, label, aliases = [] }, index) => [
      ...(isOptionKey(key) ? [] : [{ path: [...path, index, 'key'], message: optionKeyHelp(key) }]),
      ...checkText(label, [...path, index, 'label'], { longest: attributeLimits.label, needed: true }),
      ...checkAliases(aliases, [...path, index, 'aliases']),
    ]),
  ]
}

function checkAliases(aliases: readonly string[], path: Problem['path']): readonly Problem[] {
  const { aliases: most, alias: longest } = attributeLimits
  const message = `An option has at most ${most} aliases of 1 to ${longest} characters.`
  const isFine =
    aliases.length <= most && aliases.every((each) => each.trim() !== '' && each.length <= longest)
  return isFine ? [] : [{ path, message }]
}

/** Whether a text can be the key of an option: `retail`, `18-24`, `250+`, `NO-4601`. */
function isOptionKey(key: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,59}$/.test(key)
}

function optionKeyHelp(key: string): string {
  return `"${key}" is not the key of an option. Begin with a letter or digit, then letters, digits, ".", "+", "-" and "_", at most 60: "18-24".`
}

/** What the product marks as a special category stays one. */
function checkSensitivity({ key, sensitive }: Attribute): readonly Problem[] {
  if (sensitive || !predefinedAttribute(key)?.sensitive) return []
  const message = `"${key}" is of a special category (GDPR, article 9) and stays marked as sensitive. Make an attribute of your own for what is not.`
  return [{ path: ['sensitive'], message }]
}
