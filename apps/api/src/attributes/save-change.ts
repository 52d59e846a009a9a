import { randomUUIDv7 } from 'node:crypto'
import { type AttributeRow, saveAttribute } from '@profilkort/database/attributes/attributes.queries'
import {
  type AttributeChange,
  insertChange,
  type Migrated,
} from '@profilkort/database/attributes/changes.queries'
import type { Tx } from '@profilkort/database/connect'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { type Context, insider } from '../graphql/context.ts'
import { definitionOf } from './definition-of.ts'

/** A change that is to be noted in an attribute's history. */
interface Change {
  readonly kind: AttributeChange['kind']
  readonly after: Attribute
  readonly archivedAt: Date | null
  readonly id?: string
  readonly migrated?: Migrated
}

/** Writes an attribute as its next revision, and who made it what. */
export async function saveChange(
  context: Context,
  tx: Tx,
  workspaceId: string,
  row: AttributeRow,
  { kind, after, archivedAt, id = randomUUIDv7(), migrated }: Change,
): Promise<AttributeRow> {
  const before = definitionOf(row)
  const saved: AttributeRow = { ...after, revision: row.revision + 1, archivedAt }
  await saveAttribute(tx, workspaceId, before.key, saved)
  const who = { by: insider(context.viewer).actor, at: context.now }
  await insertChange(tx, workspaceId, {
    id,
    kind,
    before,
    after,
    revision: saved.revision,
    migrated: migrated ?? null,
    ...who,
  })
  return saved
}
