import type { Problem } from '../result.ts'
import type { KnownAttributes } from './known-attribute.ts'
import type { Mapping } from './mapping.ts'

/** A mapping that writes to no attribute that is put away: such columns are kept as they are, which is warned of. */
export function withoutArchived(
  mapping: Mapping,
  attributes: KnownAttributes,
): { readonly mapping: Mapping; readonly warnings: readonly Problem[] } {
  const warnings: Problem[] = []
  const columns = mapping.columns.map((column) => {
    const { target } = column
    if (target.kind !== 'attribute' || !attributes.get(target.key)?.isArchived) return column
    warnings.push({
      path: [column.column],
      message: `"${column.column}" is the attribute "${target.key}", which is archived; the column stays in the record of what the source said. To import it, bring the attribute back first: attributeUnarchive(key: "${target.key}")`,
    })
    return { ...column, target: { kind: 'kept' } as const }
  })
  return warnings.length === 0 ? { mapping, warnings } : { mapping: { ...mapping, columns }, warnings }
}
