import { inWorkspace } from '@profilkort/database/connect'
import { testDatabase } from '@profilkort/database/testing/database'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { demoWorkspace } from './demo-workspace.ts'
import { loadDemo } from './load-demo.ts'

const db = await testDatabase()
const now = new Date('2026-11-23T08:00:00Z')

const counts = async () => {
  const { rows } = await inWorkspace(db, demoWorkspace.id, (tx) =>
    sql<{ [what: string]: number }>`
      select (select count(*) from customer where kind = 'company') as companies,
        (select count(*) from customer where kind = 'person') as contacts, (select count(*) from deal) as deals,
        (select count(*) from profile_publication) as publications,
        (select count(*) from scorecard where published_revision is not null) as scorecards,
        (select count(*) from source_record where source = 'support') as support`.execute(tx),
  )
  return rows[0]
}

test('servers that start together load the demo once, duplicates of the support desk joined', async () => {
  await Promise.all([loadDemo(db, now), loadDemo(db, now)])
  const loaded = {
    companies: 2000,
    contacts: 6000,
    deals: 5000,
    publications: 12,
    scorecards: 1,
    support: 60,
  }
  expect(await counts()).toEqual(loaded)
  await loadDemo(db, now)
  expect(await counts()).toEqual(loaded)
})
