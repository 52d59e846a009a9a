import type { Sharer } from '@profilkort/domain/personal-data/suppression'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { loadRawRecords } from '../identity/raw-records.queries.ts'
import type { Person } from './person.ts'
import { personalTables } from './personal-tables.ts'

/** A row as it is kept, by column. */
export type Row = { readonly [column: string]: unknown }

/** Everything that is kept of a person: rows by table; tables without any are left out. */
export async function loadAbout(tx: Tx, person: Person): Promise<ReadonlyMap<string, readonly Row[]>> {
  const about = new Map<string, readonly Row[]>()
  for (const { table, isOf } of personalTables) {
    const { rows } = await sql<{ row: Row }>`-- loadAbout
      select to_jsonb(told) - 'workspace_id' as row from ${sql.table(table)} as told
      where workspace_id = ${person.workspaceId}::uuid and ${isOf(person)}`.execute(tx)
    if (rows.length > 0)
      about.set(
        table,
        rows.map(({ row }) => row),
      )
  }
  const raw = await loadRawRecords(tx, person.workspaceId, person.recordIds)
  const records = about.get('source_record') ?? []
  return about.set(
    'source_record',
    records.map((record) => ({ ...record, data: raw.get(String(record.id)) })),
  )
}

/** What was erased of a table: rows that are gone, and rows that are kept without the person. */
export interface ErasedRows {
  readonly table: string
  readonly deleted: number
  readonly anonymised: number
}

/** Erases everything that is kept of a person. @returns what was, by table; tables without any are left out */
export async function erase(tx: Tx, person: Person): Promise<readonly ErasedRows[]> {
  const erased: ErasedRows[] = []
  for (const { table, isOf, erasure } of personalTables) {
    const ofPerson = sql`workspace_id = ${person.workspaceId}::uuid and ${isOf(person)}`
    const { numAffectedRows } =
      erasure === 'delete'
        ? await sql`-- erase
            delete from ${sql.table(table)} as told where ${ofPerson}`.execute(tx)
        : await sql`-- erase: without the person
            update ${sql.table(table)} as told set ${erasure(person)} where ${ofPerson}`.execute(tx)
    const count = Number(numAffectedRows ?? 0n)
    const [deleted, anonymised] = erasure === 'delete' ? [count, 0] : [0, count]
    if (count > 0) erased.push({ table, deleted, anonymised })
  }
  return erased
}

/**
 * Who else than the person is known by these identifiers, each name once: with a placeholder for a telephone, that may be
 * everybody. A name that has none of some folded words in it is left out.
 */
export async function findSharers(
  tx: Tx,
  { workspaceId, recordIds }: Person,
  tokens: readonly string[],
  words: readonly string[],
): Promise<readonly Sharer[]> {
  const { rows } = await sql<Sharer>`-- findSharers
    select distinct held.token, case
        when exists (select from unnest(${[...words]}::text[]) as word where strpos(name_key, word) > 0) then name end as name
    from identifier as held
    join source_record as record on record.workspace_id = held.workspace_id and record.id = held.record_id
    where held.workspace_id = ${workspaceId}::uuid and held.token = any(${[...tokens]})
      and held.record_id <> all(${[...recordIds]}::uuid[])`.execute(tx)
  return rows
}

/** The people that are known by any of these identifiers. */
export async function findPeopleByTokens(
  tx: Tx,
  workspaceId: string,
  tokens: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findPeopleByTokens
    select distinct record.customer_id as id from identifier as held
    join source_record as record on record.workspace_id = held.workspace_id and record.id = held.record_id
    where held.workspace_id = ${workspaceId}::uuid and held.token = any(${[...tokens]}) and record.kind = 'person'
    limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}
