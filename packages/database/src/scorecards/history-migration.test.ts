import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261126_51_answer_changes.sql'
const workspace = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10'
const customer = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c1a'
const [published, draft] = ['20', '21'].map((end) => `6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c${end}`)

test('what was answered and published before history was kept is its beginning', async () => {
  await apply((name) => name < first)
  await client.query(`select set_config('profilkort.workspace', $1, false)`, [workspace])
  await client.query(`insert into workspace values ($1, 'w', 'W', 'NOK', '{nb}')`, [workspace])
  await client.query(
    `insert into customer (workspace_id, id, kind, stage, name, name_key) values ($1, $2, 'company', 'lead', 'Nord', 'nord')`,
    [workspace, customer],
  )
  const add = async (id: string | undefined, slug: string, revision: number | null, at: string | null) => {
    await client.query(
      `insert into scorecard (workspace_id, id, slug, revision, published_revision, published_at) values ($1, $2, $3, 2, $4, $5)`,
      [workspace, id, slug, revision, at],
    )
    for (const number of [1, 2]) {
      await client.query(
        `insert into scorecard_revision (workspace_id, scorecard_id, revision, content, created_by) values ($1, $2, $3, '{}', 'Kari')`,
        [workspace, id, number],
      )
    }
  }
  await add(published, 'published', 1, '2026-01-02T03:04:05Z')
  await add(draft, 'draft', null, null)
  await client.query(
    `insert into criterion_answer (workspace_id, scorecard_id, customer_id, record_id, criterion_key, points, note,
      answered_by, answered_at) values ($1, $2, $3, $3, 'need', 2, 'They called', 'Ola', '2026-02-03T04:05:06Z')`,
    [workspace, published, customer],
  )
  await apply((name) => name >= first)
  const rows = async (query: string) => (await client.query(query)).rows
  expect(
    await rows(
      'select scorecard_id, number, revision, note, published_at, published_by from scorecard_publication',
    ),
  ).toEqual([
    {
      scorecard_id: published,
      number: 1,
      revision: 1,
      note: '',
      published_at: new Date('2026-01-02T03:04:05Z'),
      published_by: null,
    },
  ])
  expect(
    await rows(
      'select record_id, criterion_key, points, note, changed_by, changed_at from criterion_answer_change',
    ),
  ).toEqual([
    {
      record_id: customer,
      criterion_key: 'need',
      points: 2,
      note: 'They called',
      changed_by: 'Ola',
      changed_at: new Date('2026-02-03T04:05:06Z'),
    },
  ])
})
