import type { Problem } from '../result.ts'
import { type ImportKind, kinds } from './kinds.ts'
import type { KnownAttributes } from './known-attribute.ts'
import type { Target } from './mapping.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { speaksOfSpecialCategory } from './special-categories.ts'

/** What a user should know of where a column goes. */
export function remarksOn(
  kind: ImportKind,
  { header, isMoney }: ColumnProfile,
  target: Target | undefined,
  attributes: KnownAttributes,
): readonly Problem[] {
  if (target?.kind !== 'attribute') return []
  const { key, type, isNew } = target
  const remarks: string[] = []
  const isOfPeople = kinds[kind].subject === 'person'
  if (isOfPeople && !attributes.get(key)?.sensitive && speaksOfSpecialCategory(header)) {
    const speaks = `"${header}" speaks of a special category (GDPR, articles 9 and 10)`
    remarks.push(
      isNew
        ? `${speaks}, so the new attribute "${key}" is made sensitive: it is known only of those who consent, is left out of scoring and never leaves. If it speaks of something else, say so afterwards: attributeUpdate with sensitive: false`
        : `${speaks}, and the attribute "${key}" is not marked as sensitive, so it is scored and exported like any other. If it should not be: attributeUpdate with sensitive: true`,
    )
  }
  if (isMoney && type === 'number') {
    remarks.push(
      `Cells in "${header}" name a currency, and "${key}" is a number, which keeps none. To keep it, make the attribute an amount first: attributeMigrate with changeType MONEY`,
    )
  }
  return remarks.map((message) => ({ path: [header], message }))
}
