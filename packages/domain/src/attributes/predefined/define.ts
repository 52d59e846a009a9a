import type { Attribute, AttributeCategory } from '../attribute.ts'

type Parts = Pick<Attribute, 'key' | 'type' | 'label'> & Partial<Attribute>

/** Attributes of one category, in the order that people read them. */
export function inCategory(
  category: AttributeCategory,
  subject: Attribute['subject'],
  attributes: readonly Parts[],
): readonly Attribute[] {
  return attributes.map((parts, index) => ({
    category,
    subject,
    options: [],
    sensitive: false,
    order: index,
    ...parts,
  }))
}
