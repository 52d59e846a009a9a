import { type Attribute, attributeCategories } from './attribute.ts'

/** Attributes by category, then by their place in it, then by key. */
export function inOrder<Each extends Attribute>(attributes: readonly Each[]): readonly Each[] {
  return attributes.toSorted(
    (a, b) =>
      attributeCategories.indexOf(a.category) - attributeCategories.indexOf(b.category) ||
      (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
      (a.key < b.key ? -1 : 1),
  )
}
