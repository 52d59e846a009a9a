import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261127_74_addresses.sql'
const workspace = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10'
const idOf = (number: number) => `6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c2${number}`

test('e-mails that were kept as links are the address alone', async () => {
  await apply((name) => name < first)
  await client.query(`select set_config('profilkort.workspace', $1, false)`, [workspace])
  const kept = [
    ['email:mailto:kari@nord.no?subject=hei', 'phone:+4722334455'],
    ['email:ola@nord.no', 'email:ola@nord.no.'],
    ['email:mailto:per@xn--kre-ula.no', 'email:mailto:?to=per@nord.no', 'id:mailto:7.'],
  ]
  for (const [index, tokens] of kept.entries()) {
    await client.query(
      `insert into source_record (workspace_id, id, kind, source, external_id, customer_id, identifiers)
      values ($1, $2::uuid, 'person', 'crm', $2::uuid::text, $2, $3)`,
      [workspace, idOf(index), tokens],
    )
    await client.query('insert into identifier select $1, unnest($3::text[]), $2', [
      workspace,
      idOf(index),
      tokens,
    ])
  }
  await apply((name) => name >= first)
  const today = [
    ['email:kari@nord.no', 'phone:+4722334455'],
    ['email:ola@nord.no'],
    ['email:mailto:?to=per@nord.no', 'email:per@xn--kre-ula.no', 'id:mailto:7.'],
  ]
  const records = await client.query('select identifiers from source_record order by id')
  expect(records.rows.map(({ identifiers }) => identifiers)).toEqual(today)
  const known = await client.query(
    'select array_agg(token order by token) as tokens from identifier group by record_id order by record_id',
  )
  expect(known.rows.map(({ tokens }) => tokens)).toEqual(today)
})
