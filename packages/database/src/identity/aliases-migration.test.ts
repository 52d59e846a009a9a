import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261127_70_aliases.sql'
const workspace = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10'
const idOf = (number: number) => `6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c2${number}`

test('what people thought of joins that aliases made holds from now on', async () => {
  await apply((name) => name < first)
  await client.query(`select set_config('profilkort.workspace', $1, false)`, [workspace])
  const change = (a: string, b: string, reason: string, undoneAt: Date | null) =>
    client.query(
      `insert into identity_change (workspace_id, kind, decisions, reason, changed_by, undone_at)
      values ($1, 'join', $2, $3, 'web', $4)`,
      [workspace, JSON.stringify([{ a, b, before: null, after: 'together' }]), reason, undoneAt],
    )
  const alias = 'An alias told of two ids of one user.'
  await change(idOf(0), idOf(1), alias, null)
  await change(idOf(2), idOf(3), alias, new Date())
  await change(idOf(4), idOf(5), 'Samme person', null)
  await change(idOf(6), idOf(7), 'Samme person', new Date())
  // Taken back, and then joined again by what else was known of them.
  await change(idOf(8), idOf(9), alias, new Date())
  for (const id of [2, 3, 8, 9].map(idOf))
    await client.query(
      `insert into source_record (workspace_id, id, kind, source, external_id, customer_id, is_mention, "values", said_at, identifiers, data)
      values ($1, $2::uuid, 'person', 'web', $2::uuid::text, $3, false, '{}', now(), '{}', '{}')`,
      [workspace, id, id === idOf(9) ? idOf(8) : id],
    )
  await apply((name) => name >= first)
  const { rows } = await client.query(
    `select decisions -> 0 ->> 'before' as before from identity_change order by decisions -> 0 ->> 'a'`,
  )
  expect(rows.map(({ before }) => before)).toEqual(['apart', null, null, null, null])
  const decided = await client.query('select a, b, verdict from identity_decision')
  expect(decided.rows).toEqual([{ a: idOf(2), b: idOf(3), verdict: 'apart' }])
})
