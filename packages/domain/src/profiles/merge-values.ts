import type { Locale } from '../locales/locale.ts'
import { mergeLines } from './merge-lines.ts'
import { mergeKeys, mergeOrder } from './order.ts'
import type { PartValue } from './part.ts'
import { type Sides, settle } from './sides.ts'

/** What two people's values of one part make together, null for none; undefined where they cannot stand together. */
export function mergeValues(
  path: string,
  locale: Locale | undefined,
  values: Sides<PartValue | null>,
): PartValue | null | undefined {
  const settled = settle(values)
  return settled === undefined ? mergeItems(path, locale, values) : values[settled]
}

/** Lines of a list and links, merged one by one; undefined for what cannot be, or where both touched the same. */
function mergeItems(
  path: string,
  locale: Locale | undefined,
  values: Sides<PartValue | null>,
): readonly string[] | undefined {
  const [base, mine, theirs] = [values.base ?? [], values.mine ?? [], values.theirs ?? []]
  if (!isItems(base) || !isItems(mine) || !isItems(theirs)) return undefined
  if (locale !== undefined) return mergeLines(base, mine, theirs)
  if (!path.startsWith('links.')) return undefined
  return mergeOrder({ base, mine, theirs }, mergeKeys({ base, mine, theirs })).order
}

function isItems(value: PartValue): value is readonly string[] {
  return Array.isArray(value)
}
