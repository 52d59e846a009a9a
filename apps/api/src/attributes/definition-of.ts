import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'

/** An attribute without what is only of its row. */
export function definitionOf({
  revision: _revision,
  archivedAt: _archivedAt,
  ...attribute
}: AttributeRow): Attribute {
  return attribute
}
