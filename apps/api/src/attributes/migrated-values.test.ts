import { inWorkspace } from '@profilkort/database/connect'
import type { Values } from '@profilkort/domain/attributes/attribute'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'
import { migrating } from './testing/migrating.ts'

const server = await startTestServer()
const { ask, db, workspace, clock, makeWorkspace } = server
const {
  query,
  problems,
  create,
  preview,
  migrate,
  tellAll,
  said,
  attributesOf,
  rule,
  makeSegment,
  readSegment,
} = migrating(server)

test('texts become options: the preview tells what is left over, and the values follow', async () => {
  await create('colour', 'TEXT')
  const ids = await said('colour', ['Rød', 'rød', ' RED', 'Lilla', undefined])
  const change =
    'changeType: { type: CHOICE, options: [{ key: "red", label: { nb: "Rød" } }, { key: "blue", label: { nb: "Blå" } }] }'
  const { preview: told } = await preview('colour', change)
  expect(told).toMatchObject({
    revision: 1,
    canMigrate: true,
    records: 3,
    customers: 3,
    lostRecords: 0,
    lost: [],
  })
  expect(told.samples).toContainEqual({
    before: 'rød',
    after: 'red',
    beforeText: 'rød',
    afterText: 'Rød',
    records: 1,
    customers: 1,
  })
  expect(told.unlisted.map(({ before }: { before: string }) => before)).toEqual(['Lilla'])
  expect((await attributesOf(ids))[0], 'a preview changes nothing').toEqual({ colour: 'Rød' })

  const { migrated } = await migrate('colour', change)
  expect(migrated).toEqual({
    attribute: { key: 'colour', type: 'CHOICE', revision: 2 },
    migration: { records: 3, customers: 3, lost: 0, rewritten: [] },
  })
  expect((await attributesOf(ids)).map(({ colour }) => colour)).toEqual([
    'red',
    'red',
    'red',
    'Lilla',
    undefined,
  ])
})

test('a value that cannot be read is not known any more, is told, and stays in the history and with its source', async () => {
  await create('lines', 'TEXT')
  const ids = await said('lines', ['12', '1 200,5', 'mange', '3.500', 'ukjent'])
  const change = 'changeType: { type: NUMBER, values: [{ from: "ukjent" }, { from: "3.500", to: "3500" }] }'
  const { preview: told } = await preview('lines', change)
  expect(told).toMatchObject({ records: 5, lostRecords: 1, lostCustomers: 1 })
  expect(told.lost).toMatchObject([{ before: 'mange', after: null, beforeText: 'mange', records: 1 }])
  await migrate('lines', change)
  expect((await attributesOf(ids)).map(({ lines }) => lines)).toEqual([
    12,
    1200.5,
    undefined,
    3500,
    undefined,
  ])

  const { attribute } = await query(`{ attribute(key: "lines") { history { nodes {
    kind by at before after migrated { migration lost records } lostValues { nodes { customer value } } } } } }`)
  const [newest] = attribute.history.nodes
  expect(newest).toMatchObject({
    kind: 'MIGRATED',
    at: clock.now.toISOString(),
    before: { type: 'text' },
    after: { type: 'number' },
    migrated: { migration: { kind: 'changeType', type: 'number' }, lost: 1, records: 5 },
    lostValues: { nodes: [{ value: 'mange' }] },
  })
  expect(Buffer.from(newest.lostValues.nodes[0].customer, 'base64url').toString()).toContain(ids[2])
  const [record] = await inWorkspace(db, workspace.id, (tx) =>
    tx
      .selectFrom('source_record')
      .select(['data', 'values'])
      .where('workspace_id', '=', workspace.id)
      .where('external_id', '=', 'lines 2')
      .execute(),
  )
  expect(record).toEqual({ data: { lines: 'mange' }, values: {} })
})

test('merged options are one in values and rules, and when a source says the old one again', async () => {
  await create(
    'trade',
    'CHOICES',
    ', options: [{ key: "shop", label: { nb: "Butikk" } }, { key: "store", label: { nb: "Varehus" } }, { key: "web", label: { nb: "Nett" } }]',
  )
  const ids = await said('trade', [['shop'], ['store', 'shop'], ['web']])
  await makeSegment('butikk', rule('trade', 'oneOf', 'values: ["store", "shop"]'))
  await makeSegment('ikke-varehus', rule('trade', 'noneOf', 'values: ["store"]'))
  const change = 'mergeOptions: { from: ["store"], into: "shop", label: { nb: "Butikk og varehus" } }'
  expect((await preview('trade', change)).preview.rules).toEqual([
    { kind: 'Segment', name: 'butikk', problems: [] },
    { kind: 'Segment', name: 'ikke-varehus', problems: [] },
  ])
  expect((await migrate('trade', change)).migrated.migration).toMatchObject({ records: 1, customers: 1 })
  expect((await attributesOf(ids)).map(({ trade }) => trade)).toEqual([['shop'], ['shop'], ['web']])
  expect(await readSegment('butikk')).toMatchObject({
    revision: 2,
    customerCount: 2,
    rule: { values: ['shop'] },
  })
  expect((await readSegment('ikke-varehus')).rule.values).toEqual(['shop'])
  const { attribute } = await query(
    '{ attribute(key: "trade") { options(locale: nb) { key label aliases } } }',
  )
  expect(attribute.options).toContainEqual({
    key: 'shop',
    label: 'Butikk og varehus',
    aliases: ['store', 'Varehus'],
  })
})

test('where several sources speak of a customer, the word that counts is decided anew', async () => {
  await create('size', 'TEXT')
  const tokens = ['org:NO974760673']
  await tellAll([
    { source: 'crm', externalId: 'Felles', values: { size: '10' }, tokens },
    { source: 'shop', externalId: 'Felles', values: { size: 'stor' }, tokens },
  ])
  const [id] = await tellAll([{ source: 'web', externalId: 'Felles', values: { size: 'stor' }, tokens }])
  await inWorkspace(db, workspace.id, (tx) =>
    tx
      .insertInto('survivorship')
      .values({ workspace_id: workspace.id, key: 'size', strategy: 'frequent' })
      .execute(),
  )
  await migrate('size', 'changeType: { type: NUMBER }')
  expect(await attributesOf([id ?? ''])).toEqual([{ size: 10 }])
})

test('of a sensitive attribute the preview shows only what many have, and without customers nothing', async () => {
  await create('faith', 'TEXT', ', sensitive: true')
  await said('faith', [...Array.from({ length: 10 }, () => 'mange'), 'enslig'])
  const change = 'changeType: { type: CHOICE }'
  const { preview: told } = await preview('faith', change)
  expect(told.unlisted.map(({ before }: { before: string }) => before)).toEqual(['mange'])
  const { apiKeyCreate } = await query(
    `mutation { apiKeyCreate(input: { kind: SECRET, name: "W", scopes: [CUSTOMERS_WRITE] }) { ... on ApiKeyCreateSuccess { newApiKey { text } } ${problems} } }`,
  )
  const { body } = await ask(
    `{ result: attributeMigrationPreview(key: "faith", migration: { ${change} }) { ... on AttributeMigrationPreviewSuccess { preview { canMigrate unlisted { before } } } } }`,
    { key: apiKeyCreate.newApiKey.text },
  )
  expect(body.data.result.preview).toEqual({ canMigrate: true, unlisted: null })
  expect(JSON.stringify(body)).not.toContain('mange')
})

test('customers of another workspace stay as they are', async () => {
  const other = await makeWorkspace()
  const id = await addCompany(db, other.id, 'Annen', { bench: 'x' })
  await create('bench', 'TEXT')
  await said('bench', ['x'])
  await migrate('bench', 'rename: { to: "bank" }')
  const rows = await inWorkspace(db, other.id, (tx) =>
    tx
      .selectFrom('customer')
      .select('attributes')
      .where('workspace_id', '=', other.id)
      .where('id', '=', id)
      .execute(),
  )
  expect(rows).toEqual([{ attributes: { bench: 'x' } }])
})

test('whatever is known, a migration keeps every other value, and what it changed can be put back', async () => {
  const text = fc.constantFrom('a', 'b', 'c', 'd', '1', '2,5', 'æøå "\\')
  const record = fc.record(
    { x: text, y: fc.oneof(text, fc.integer(), fc.boolean()), z: fc.array(text), 'x.y': text },
    { requiredKeys: [] },
  )
  const migration = fc.constantFrom(
    'mergeOptions: { from: ["a", "d"], into: "b" }',
    'changeType: { type: NUMBER }',
    'changeType: { type: CHOICES }',
    'changeType: { type: CHOICE, options: [{ key: "one", label: { nb: "1" }, aliases: ["a"] }] }',
  )
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), migration, async (records, change) => {
      const key = `p${round++}`
      await create(key, 'TEXT')
      const told = records.map(({ x, ...others }) => ({
        ...others,
        ...(x === undefined ? {} : { [key]: x }),
      }))
      const ids = await tellAll(told.map((each, index) => ({ externalId: `${key} ${index}`, values: each })))
      await migrate(key, change)
      const after = await attributesOf(ids)
      const without = (each: Values) =>
        Object.fromEntries(Object.entries(each).filter(([name]) => name !== key))
      expect(after.map(without)).toEqual(told.map(without))
      expect(await restored(key)).toEqual(told.map((each: Values) => each[key]))
    }),
    { numRuns: 12 },
  )
})

/** What records would say with the former values of an attribute's migration put back, in the order they were told. */
async function restored(key: string): Promise<readonly unknown[]> {
  const rows = await inWorkspace(db, workspace.id, (tx) =>
    tx
      .selectFrom('source_record as record')
      .leftJoin('former_value as former', (join) =>
        join
          .onRef('former.workspace_id', '=', 'record.workspace_id')
          .onRef('former.record_id', '=', 'record.id'),
      )
      .select(['record.values', 'former.value'])
      .where('record.workspace_id', '=', workspace.id)
      .where('record.external_id', 'like', `${key} %`)
      .orderBy('record.external_id')
      .execute(),
  )
  return rows.map((row) => row.value ?? (row.values as unknown as Values)[key])
}
