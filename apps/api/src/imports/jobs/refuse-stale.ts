import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import { predefinedAttribute } from '@profilkort/domain/attributes/predefined'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { ImportRefused } from '../problem.ts'

/**
 * Attributes may have been made, changed or put away since a file was looked through. Throws `ImportRefused` rather than
 * have it write what they cannot hold.
 */
export function refuseStale({ columns }: Mapping, all: readonly AttributeRow[]): void {
  for (const { column, target } of columns) {
    if (target.kind !== 'attribute') continue
    const { key, type, isNew } = target
    const own = all.find((attribute) => attribute.key === key) ?? predefinedAttribute(key)
    const isThere = own === undefined ? isNew : own.type === type
    if (isThere && !(own && 'archivedAt' in own && own.archivedAt !== null)) continue
    const message = `"${column}" goes to the attribute "${key}", which was changed since the file was looked through. Send the file again.`
    throw new ImportRefused('MAPPING', message)
  }
}
