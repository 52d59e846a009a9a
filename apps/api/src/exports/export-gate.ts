import type { Attribute, Catalogue } from '@profilkort/domain/attributes/attribute'
import { specialNamesOf } from '@profilkort/domain/consents/special-names'
import { attributesWithin } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'

/**
 * What may leave, and so what an export may be narrowed by: the one place where that is decided. Special categories stay
 * here without consent, and so do segments by them.
 */
export function exportGate({ attributes, metrics, records }: Catalogue): Catalogue {
  const specialNames = specialNamesOf(attributes.values())
  const leaving = new Map([...attributes].filter(([, attribute]) => mayLeave(attribute)))
  if (records === undefined) return { metrics, attributes: leaving, specialNames }
  const isTold = (rule: Rule) =>
    attributesWithin(rule, records.segments).every((key) => leaving.has(key) || !attributes.has(key))
  const segments = new Map([...records.segments].filter(([, { rule }]) => isTold(rule)))
  return { metrics, attributes: leaving, specialNames, records: { ...records, segments } }
}

function mayLeave({ sensitive }: Attribute): boolean {
  return !sensitive
}
