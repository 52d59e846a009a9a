import type { Attribute, Value } from '@profilkort/domain/attributes/attribute'
import type { Migration } from '@profilkort/domain/attributes/migrations/migration'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Something that speaks of an attribute: what kind of thing, its id or key, and its name for people. */
export interface AttributeUser {
  readonly kind: 'Segment' | 'Scorecard' | 'Profile' | 'Template' | 'Survivorship' | 'ImportMapping'
  readonly id: string
  readonly name: string
}

/** What somebody did to an attribute. */
export interface AttributeChange {
  readonly id: string
  /** The attribute's revision from then on. */
  readonly revision: number
  readonly kind: 'created' | 'updated' | 'archived' | 'unarchived' | 'migrated'
  readonly before: Attribute | null
  readonly after: Attribute
  readonly by: string
  readonly at: Date
  /** Of a migration. */
  readonly migrated: Migrated | null
}

/** What a migration did. */
export interface Migrated {
  readonly migration: Migration
  readonly records: number
  readonly customers: number
  /** How many records' values could not be read as the new type. */
  readonly lost: number
  readonly rewritten: readonly AttributeUser[]
}

/** Notes a change under the key that the attribute has now. */
export async function insertChange(tx: Tx, workspaceId: string, change: AttributeChange): Promise<void> {
  const { migrated } = change
  await tx
    .insertInto('attribute_change')
    .values({
      workspace_id: workspaceId,
      id: change.id,
      attribute_key: change.after.key,
      revision: change.revision,
      kind: change.kind,
      before: change.before && JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      changed_by: change.by,
      changed_at: change.at,
      ...(migrated === null
        ? {}
        : {
            migration: JSON.stringify(migrated.migration),
            records: migrated.records,
            customers: migrated.customers,
            lost: migrated.lost,
            rewritten: JSON.stringify(migrated.rewritten),
          }),
    })
    .execute()
}

/** A page of an attribute's history, newest first: revisions below `after` and above `before`. */
export interface ChangePage {
  readonly limit: number
  readonly after: number | undefined
  readonly before: number | undefined
  readonly fromEnd: boolean
}

/** One change more than the page's limit where there are more. */
export async function listChanges(
  tx: Tx,
  workspaceId: string,
  key: string,
  { limit, after, before, fromEnd }: ChangePage,
): Promise<readonly AttributeChange[]> {
  const rows = await tx
    .selectFrom('attribute_change')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('attribute_key', '=', key)
    .$if(after !== undefined, (query) => query.where('revision', '<', after ?? 0))
    .$if(before !== undefined, (query) => query.where('revision', '>', before ?? 0))
    .orderBy('revision', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  const changes = rows.map((row): AttributeChange => {
    const { migration, records, customers, lost, rewritten } = row
    return {
      id: row.id,
      revision: row.revision,
      kind: row.kind as AttributeChange['kind'],
      before: row.before as Attribute | null,
      after: row.after as unknown as Attribute,
      by: row.changed_by,
      at: row.changed_at,
      migrated:
        migration === null
          ? null
          : {
              migration: migration as unknown as Migration,
              records: records ?? 0,
              customers: customers ?? 0,
              lost: lost ?? 0,
              rewritten: rewritten as unknown as readonly AttributeUser[],
            },
    }
  })
  return fromEnd ? changes.toReversed() : changes
}

/** By key, the keys and labels that attributes had before changes and have no more. */
export async function listFormerNames(
  tx: Tx,
  workspaceId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ key: string; names: readonly string[] }>`-- listFormerNames
    select change.attribute_key as key, array_agg(distinct name) as names
    from attribute_change as change
    join attribute on attribute.workspace_id = change.workspace_id and attribute.key = change.attribute_key,
    lateral (
      select change.before ->> 'key'
      union select label.value from jsonb_each_text(change.before -> 'label') as label
    ) as former (name)
    where change.workspace_id = ${workspaceId}::uuid and change.before is not null
      and name <> attribute.key
      and not exists (select from jsonb_each_text(attribute.definition -> 'label') as label where label.value = name)
    group by 1`.execute(tx)
  return new Map(rows.map(({ key, names }) => [key, names]))
}

/** A value that a migration could not keep, and the record it stood in. */
export interface LostValue {
  readonly recordId: string
  readonly customerId: string
  readonly value: Value
}

/** Values that a change could not keep, after a record's id; one more than `limit` where there are more. */
export async function listLostValues(
  tx: Tx,
  workspaceId: string,
  changeId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly LostValue[]> {
  const rows = await tx
    .selectFrom('former_value as former')
    .innerJoin('source_record as record', (join) =>
      join
        .onRef('record.workspace_id', '=', 'former.workspace_id')
        .onRef('record.id', '=', 'former.record_id'),
    )
    .select(['former.record_id as recordId', 'record.customer_id as customerId', 'former.value'])
    .where('former.workspace_id', '=', workspaceId)
    .where('former.change_id', '=', changeId)
    .where('former.is_lost', '=', true)
    .$if(after !== undefined, (query) => query.where('former.record_id', '>', after ?? ''))
    .orderBy('former.record_id')
    .limit(limit + 1)
    .execute()
  return rows as unknown as readonly LostValue[]
}
