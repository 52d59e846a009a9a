import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261123_10_members_and_keys.sql'
const workspaces = ['6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10', '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c11']

test('who was signed in before there were members is an owner, and keys go on doing all they could', async () => {
  await apply((name) => name < first)
  for (const id of workspaces) {
    await client.query(`select set_config('profilkort.workspace', $1, false)`, [id])
    await client.query(
      `insert into workspace (id, slug, name, currency, locales) values ($1, $2, 'W', 'NOK', '{nb}')`,
      [id, id],
    )
    await client.query(
      `insert into api_key (workspace_id, kind, name, secret_hash) values ($1, 'secret', 's', ''), ($1, 'publishable', 'p', '')`,
      [id],
    )
    await client.query(
      `insert into sign_in (workspace_id, kind, secret_hash, expires_at) values ($1, 'link', '', now()), ($1, 'session', '', now())`,
      [id],
    )
  }
  await client.query(`select set_config('profilkort.workspace', '', false)`)
  await apply((name) => name >= first)
  for (const id of workspaces) {
    await client.query(`select set_config('profilkort.workspace', $1, false)`, [id])
    const members = await client.query('select id, role from member')
    expect(members.rows).toEqual([{ id: expect.any(String), role: 'owner' }])
    const signIns = await client.query('select member_id from sign_in')
    expect(signIns.rows).toEqual([{ member_id: members.rows[0].id }, { member_id: members.rows[0].id }])
    const keys = await client.query('select kind, cardinality(scopes) as scopes from api_key order by kind')
    expect(keys.rows).toEqual([
      { kind: 'publishable', scopes: 0 },
      { kind: 'secret', scopes: 9 },
    ])
  }
  await client.query(`select set_config('profilkort.workspace', '', false)`)
  for (const table of ['workspace', 'api_key', 'sign_in', 'member', 'trusted_document']) {
    expect(
      (await client.query(`select from ${table}`)).rowCount,
      `${table} shows nothing outside a workspace`,
    ).toBe(0)
  }
})
