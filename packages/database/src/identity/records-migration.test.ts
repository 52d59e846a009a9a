import { expect, test } from 'vitest'
import { migrateInSteps } from '../testing/migrate-in-steps.ts'

const { client, apply } = await migrateInSteps()
const first = '20261126_01_records.sql'
const workspace = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10'
const [nord, sor, kari] = ['a', 'b', 'c'].map((each) => `6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c1${each}`)
const card = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c20'

test('what sources said before each had a record of its own is kept, and stays where it is', async () => {
  await apply((name) => name < first)
  await client.query(`select set_config('profilkort.workspace', $1, false)`, [workspace])
  const at = (source: string) => ({ source, at: 1_700_000_000_000 })
  const insert = (table: string, row: { readonly [column: string]: unknown }) =>
    client.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, index) => `$${index + 1}`)
        .join(', ')})`,
      Object.values(row).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)),
    )
  await client.query(`insert into workspace values ($1, 'w', 'W', 'NOK', '{nb}')`, [workspace])
  const customer = (id: string | undefined, name: string, more: object) =>
    insert('customer', {
      workspace_id: workspace,
      id,
      kind: 'company',
      stage: 'lead',
      name,
      name_key: name.toLowerCase(),
      ...more,
    })
  await customer(nord, 'Nord', {
    stage: 'customer',
    attributes: { city: 'Oslo', employees: 5 },
    provenance: { name: at('crm'), city: at('support'), employees: at('crm'), stage: at('crm') },
  })
  await customer(sor, 'Sør', { provenance: { name: at('deals') } })
  await customer(kari, 'Kari', { kind: 'person', company_id: nord, provenance: { name: at('crm') } })
  const told = (
    source: string,
    kind: string,
    external_id: string,
    target_id: string | undefined,
    data: object,
  ) => insert('source_record', { workspace_id: workspace, source, kind, external_id, target_id, data })
  await told('crm', 'company', '1', nord, { Navn: 'Nord', Ansatte: '5' })
  await client.query('select pg_sleep(0.01)')
  await told('support', 'company', 'S1', nord, { name: 'Nord', city: 'Oslo' })
  await told('crm', 'contact', 'P1', kari, { name: 'Kari' })
  await told('crm', 'deal', 'D1', 'x', { value: '5' })
  await insert('deal', {
    workspace_id: workspace,
    source: 'crm',
    external_id: 'D1',
    customer_id: sor,
    stage: 'Won',
    status: 'won',
    currency: 'NOK',
  })
  await insert('identifier', {
    workspace_id: workspace,
    kind: 'organisationNumber',
    value: '923609016',
    customer_id: nord,
  })
  await insert('identifier', {
    workspace_id: workspace,
    kind: 'email',
    value: 'kari@nord.no',
    customer_id: kari,
  })
  await insert('scorecard', { workspace_id: workspace, id: card, slug: 's', revision: 1 })
  await insert('criterion_answer', {
    workspace_id: workspace,
    scorecard_id: card,
    customer_id: nord,
    criterion_key: 'need',
    points: 2,
    note: '',
    answered_by: 'x',
    answered_at: '2026-01-01',
  })

  await apply((name) => name === first)

  const rows = async (statement: string) => (await client.query<object>(statement)).rows
  expect(
    await rows(`select source, external_id, customer_id, name, stage, is_mention, "values", identifiers, data,
    id = customer_id as is_head, company_record_id from source_record order by source, external_id`),
  ).toEqual([
    expect.objectContaining({
      source: 'crm',
      external_id: '1',
      customer_id: nord,
      stage: 'customer',
      values: { employees: 5 },
      identifiers: ['org:NO923609016'],
      data: { Navn: 'Nord', Ansatte: '5' },
      is_head: true,
    }),
    expect.objectContaining({
      source: 'crm',
      external_id: 'P1',
      customer_id: kari,
      company_record_id: nord,
      identifiers: ['email:kari@nord.no'],
    }),
    expect.objectContaining({
      source: 'deals',
      external_id: `customer:${sor}`,
      customer_id: sor,
      is_mention: true,
      data: {},
    }),
    expect.objectContaining({
      source: 'support',
      external_id: 'S1',
      customer_id: nord,
      stage: null,
      values: { city: 'Oslo' },
      is_head: false,
    }),
  ])
  expect(await rows('select verdict, a = least(a, b) as in_order from identity_decision')).toEqual([
    { verdict: 'together', in_order: true },
  ])
  expect(await rows('select record_id, data from deal')).toEqual([{ record_id: sor, data: { value: '5' } }])
  expect(await rows('select record_id from criterion_answer')).toEqual([{ record_id: nord }])
  expect(await rows('select token, record_id from identifier order by token')).toEqual([
    { token: 'email:kari@nord.no', record_id: kari },
    { token: 'org:NO923609016', record_id: nord },
  ])
})
