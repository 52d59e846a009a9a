import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { attributesOf } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'

/** Fewer customers than this are not counted by attributes of special categories: a number could tell who they are. */
export const fewestShown = 10

/** Whether a rule asks for attributes of special categories. */
export function isSpecial(rule: Rule, attributes: ReadonlyMap<string, Attribute>): boolean {
  return attributesOf(rule).some((key) => attributes.get(key)?.sensitive)
}
