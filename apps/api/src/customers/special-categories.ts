import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { attributesWithin } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'

/** Fewer customers than this are not counted by attributes of special categories: a number could tell who they are. */
export const fewestShown = 10

/** Whether a rule asks for attributes of special categories, of those around a customer and by a segment as well. */
export function isSpecial(rule: Rule, { attributes, records }: Catalogue): boolean {
  return attributesWithin(rule, records?.segments ?? new Map()).some((key) => attributes.get(key)?.sensitive)
}
