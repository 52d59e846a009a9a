import { inWorkspace } from '@profilkort/database/connect'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'
import { ensureAllPredefined } from './ensure-predefined.ts'

const { ask, db, makeWorkspace } = await startTestServer()

test('an older workspace gets what the product has now, keeps types it has values of, and what it changed itself', async () => {
  const old = await makeWorkspace()
  const definition = (more: object) =>
    JSON.stringify({
      type: 'text',
      category: 'geographic',
      label: { nb: 'Gammel' },
      options: [],
      sensitive: false,
      ...more,
    })
  await inWorkspace(db, old.id, async (tx) => {
    await tx.deleteFrom('attribute').where('workspace_id', '=', old.id).execute()
    await tx
      .insertInto('attribute')
      .values([
        { workspace_id: old.id, key: 'region', subject: 'company', definition: definition({}) },
        { workspace_id: old.id, key: 'city', subject: 'company', definition: definition({}), revision: 2 },
        {
          workspace_id: old.id,
          key: 'industry',
          subject: 'company',
          definition: definition({ type: 'choice' }),
        },
      ])
      .execute()
  })
  await ensureAllPredefined(db)
  await ensureAllPredefined(db)
  const { body } = await ask(
    '{ attributes { key type subject revision label(locale: nb) list options { key } } }',
    { key: old.secretKey },
  )
  const { attributes } = body.data
  const of = (key: string) => attributes.find((each: { key: string }) => each.key === key)
  expect(attributes).toHaveLength(predefinedAttributes.length)
  expect(of('region')).toMatchObject({
    type: 'TEXT',
    subject: 'EITHER',
    label: 'Fylke',
    list: null,
    revision: 1,
  })
  expect(of('city')).toMatchObject({ label: 'Gammel', subject: 'COMPANY', revision: 2 })
  expect(of('industry').options.length).toBeGreaterThan(10)
  expect(of('religion')).toBeDefined()
})
