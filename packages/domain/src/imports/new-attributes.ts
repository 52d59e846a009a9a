import type { Attribute } from '../attributes/attribute.ts'
import { kinds } from './kinds.ts'
import type { Mapping } from './mapping.ts'
import { readyAttributes } from './ready/ready-attributes.ts'
import { speaksOfSpecialCategory } from './special-categories.ts'

/**
 * The attributes that a mapping makes: with the texts of a ready mapping where it has some, else with the header's. What
 * speaks of a special category of people is made sensitive.
 */
export function newAttributes({ kind, columns }: Pick<Mapping, 'kind' | 'columns'>): readonly Attribute[] {
  const subject = kinds[kind].subject ?? 'company'
  return columns.flatMap(({ column, target }): Attribute[] => {
    if (target.kind !== 'attribute' || !target.isNew) return []
    const { key, type } = target
    const known = readyAttributes.find((ready) => ready.key === key && ready.type === type)
    if (known !== undefined) return [{ ...known, subject }]
    const sensitive = subject === 'person' && speaksOfSpecialCategory(column)
    const label = { nb: column, sv: column, da: column, en: column }
    return [{ key, subject, type, category: 'other', label, options: [], sensitive }]
  })
}
