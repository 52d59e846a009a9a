import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261123_07_profile_content.sql'
const workspaces = ['6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10', '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c11']

test('what profiles held before fields said their kind is kept, in every workspace', async () => {
  await apply((name) => name < first)
  const content = {
    name: { nb: 'Navn' },
    fields: { goals: { nb: ['Vekst'], en: ['Growth'] }, location: { nb: 'Bergen' }, empty: {} },
    traits: [],
    visibility: { location: 'partner' },
  }
  for (const id of workspaces) {
    await client.query(`select set_config('profilkort.workspace', $1, false)`, [id])
    await client.query(
      `insert into workspace (id, slug, name, currency, locales) values ($1, $2, 'W', 'NOK', '{nb}')`,
      [id, id],
    )
    await client.query(
      `insert into profile (workspace_id, id, slug, kind, template_key, revision) values ($1, $1, 'a', 'persona', 'basic', 1)`,
      [id],
    )
    await client.query(
      `insert into profile_revision (workspace_id, profile_id, revision, content, created_by) values ($1, $1, 1, $2, 'x')`,
      [id, JSON.stringify(content)],
    )
  }
  await client.query(`select set_config('profilkort.workspace', '', false)`)
  await apply((name) => name >= first)
  for (const id of workspaces) {
    await client.query(`select set_config('profilkort.workspace', $1, false)`, [id])
    const { rows } = await client.query('select content from profile_revision')
    expect(rows).toEqual([
      {
        content: {
          name: { nb: 'Navn' },
          fields: {
            goals: { kind: 'list', items: { nb: ['Vekst'], en: ['Growth'] } },
            location: { kind: 'text', text: { nb: 'Bergen' } },
            empty: { kind: 'text', text: {} },
          },
          traits: [],
          visibility: { location: 'partner' },
          picture: null,
          links: { products: [], personas: [], contrasts: [], segment: null, scorecard: null },
        },
      },
    ])
  }
})
