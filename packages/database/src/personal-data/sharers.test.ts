import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '../connect.ts'
import { testDatabase } from '../testing/database.ts'
import { insertWorkspace } from '../workspaces/workspaces.queries.ts'
import { findSharers } from './personal-data.queries.ts'

const db = await testDatabase()

test('of all who share a telephone only the names that could be taken for the person’s are read, each once', async () => {
  const workspaceId = randomUUID()
  const token = 'phone:+4700000000'
  const sharers = await inWorkspace(db, workspaceId, async (tx) => {
    const own = { id: workspaceId, slug: `test-${workspaceId}`, name: 'Test', currency: 'NOK' }
    await insertWorkspace(tx, { ...own, locales: ['nb'] })
    await sql`with added as (
        insert into source_record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, identifiers)
        select ${workspaceId}::uuid, id, 'person', 'crm', number::text, id, name, lower(name),
          array[${token}, 'email:' || number || '@nord.no']
        from (select number, gen_random_uuid() as id, case when number % 100 = 0 then 'Anne-Kari Nes'
          when number % 100 = 1 then 'Kari Dahl' when number % 100 = 2 then null else 'Ola ' || number end as name
          from generate_series(1, 3000) as number) as person returning id, identifiers)
      insert into identifier (workspace_id, token, record_id)
      select ${workspaceId}::uuid, unnest(identifiers), id from added`.execute(tx)
    const { rows } = await sql<{ id: string }>`select id from source_record where name = 'Ola 3'`.execute(tx)
    const [id = ''] = rows.map((row) => row.id)
    const person = { workspaceId, customerId: id, recordIds: [id], words: [], cells: [] }
    return findSharers(tx, person, [token, 'email:3@nord.no'], ['kari'])
  })
  expect(sharers.toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))).toEqual([
    { token, name: null },
    { token, name: 'Anne-Kari Nes' },
    { token, name: 'Kari Dahl' },
  ])
})
