import { previewInColumns } from '@profilkort/analytics/segments/preview'
import { inSnapshot, inWorkspace } from '@profilkort/database/connect'
import { previewInDatabase } from '@profilkort/database/segments/preview.queries'
import type { CoreRule } from '@profilkort/domain/rules/core'
import type { PreviewQuestion } from '@profilkort/domain/segments/preview'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openBases } from '../customers/customer-bases.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace } = server
const people = await peopleOf(server)

const preview = async (args: string, fields: string, key = workspace.secretKey) => {
  const { body } = await ask(
    `{ segmentPreview(${args}) { __typename ... on SegmentPreviewSuccess { preview { ${fields} } }
      ... on InvalidInput { problems { path message } } } }`,
    { key },
  )
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data.segmentPreview.preview ?? body.data.segmentPreview
}

const companies = [
  ['Ask', { employees: 5, industry: 'retail', annualRevenue: { amount: 100, currency: 'NOK' } }],
  ['Bjørk', { employees: 25, industry: 'retail', annualRevenue: { amount: 300, currency: 'EUR' } }],
  ['Gran', { employees: 40, industry: 'software' }],
  ['Furu', { employees: 90, structure: ['chain', 'group'] }],
  ['Osp', {}],
] as const
const ids = new Map<string, string>()
for (const [name, attributes] of companies)
  ids.set(name, await addCompany(db, workspace.id, name, attributes))
await addDeal(db, workspace.id, {
  customerId: ids.get('Ask') ?? '',
  status: 'won',
  value: 900,
  closedOn: '2026-05-01',
})

const atLeast = (count: number) =>
  `{ atLeast: { field: { attribute: "employees" }, value: { number: ${count} } } }`

test('a rule that is being written tells how many, who, and how they spread', async () => {
  const answer = await preview(
    `rule: ${atLeast(20)}, kind: COMPANY, sampleSize: 2, locale: en,
      distributionOf: ["industry", "employees", "annualRevenue", "wonValue"]`,
    `count of share asOf sample { name customer { name } }
      distributions { key label currency unknown other values { value label count } ranges { from to count } }`,
  )
  expect(answer).toMatchObject({ count: 3, of: 5, share: 0.6 })
  expect(answer.sample).toHaveLength(2)
  for (const { name, customer } of answer.sample) expect(customer).toEqual({ name })
  const [industry, employees, revenue, won] = answer.distributions
  expect(industry).toMatchObject({
    label: 'Industry',
    unknown: 1,
    other: 0,
    values: [
      { value: 'retail', count: 1 },
      { value: 'software', count: 1 },
    ],
  })
  const rangeOf = (number: number) =>
    employees.ranges.find(({ from, to }: { from: number; to: number }) => from <= number && number < to)
  expect(rangeOf(25).count).toBe(1)
  expect(employees.ranges.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(3)
  expect(revenue).toMatchObject({ currency: 'NOK', unknown: 2, other: 1, ranges: [] })
  expect(won).toMatchObject({ unknown: 0, ranges: [{ from: 0, to: 1, count: 3 }] })
})

test('a change is seen at once, and the sample stays for those it still holds for', async () => {
  const names = async () =>
    (await preview(`rule: { all: [] }, kind: COMPANY, sampleSize: 100`, 'count sample { name }')) as {
      count: number
      sample: { name: string }[]
    }
  const before = await names()
  await addCompany(db, workspace.id, 'Lønn', { employees: 1000 })
  const after = await names()
  expect(after.count).toBe(before.count + 1)
  expect(after.sample.filter(({ name }) => name !== 'Lønn')).toEqual(before.sample)
})

test('it is told how a rule lies to a segment: who would enter and leave', async () => {
  const { body } =
    await ask(`mutation { segmentCreate(input: { name: { en: "Middle" }, rule: ${atLeast(40)} }) {
    ... on SegmentCreateSuccess { segment { id } } } }`)
  const { id } = body.data.segmentCreate.segment
  const answer = await preview(
    `kind: COMPANY, overlapWith: ["${id}"], rule: { between: { field: { attribute: "employees" }, from: { number: 20 }, to: { number: 50 } } }`,
    'overlaps { segment { name } both onlyHere onlyThere }',
  )
  expect(answer.overlaps).toEqual([{ segment: { name: 'Middle' }, both: 1, onlyHere: 1, onlyThere: 2 }])
})

test('people count who may be profiled, and nothing is told of a few by a special category', async () => {
  const kari = await people.add('Kari', { faith: 'Åsatru', age: 30 })
  await people.add('Ola', { age: 40 })
  const count = async () =>
    preview('rule: { all: [] }, kind: PERSON, sampleSize: 5', 'count of sample { name }')
  expect(await count()).toEqual({ count: 0, of: 0, sample: [] })
  await people.say(kari, 'profiling', 'GIVEN')
  await people.say(kari, 'specialCategories', 'GIVEN')
  expect(await count()).toEqual({ count: 1, of: 1, sample: [{ name: 'Kari' }] })
  const faithful = '{ isKnown: { field: { attribute: "faith" } } }'
  const early = await preview(`rule: ${faithful}`, 'count')
  expect(early.problems[0]).toMatchObject({
    path: ['rule'],
    message: expect.stringMatching(/specialCategoriesEnable/),
  })
  await ask('mutation { specialCategoriesEnable(ground: "Article 9(2)(d)") { __typename } }')
  expect(
    await preview(
      `rule: ${faithful}, distributionOf: ["age"]`,
      'count share sample { name } distributions { key }',
    ),
  ).toEqual({ count: null, share: null, sample: [], distributions: [] })
  await people.say(kari, 'profiling', 'WITHDRAWN')
  expect(await count()).toMatchObject({ count: 0, of: 0 })
  const refused = await preview('rule: { all: [] }, distributionOf: ["faith"]', 'count')
  expect(refused.problems[0]).toMatchObject({
    path: ['distributionOf', '0'],
    message: expect.stringMatching(/special/),
  })
})

test('what makes no sense is told at its place, with a guess', async () => {
  const wrong = await preview('rule: { isKnown: { field: { attribute: "employes" } } }', 'count')
  expect(wrong.problems[0]).toMatchObject({ message: expect.stringMatching(/employees/) })
  const unknown = await preview('rule: { all: [] }, distributionOf: ["industri"]', 'count')
  expect(unknown.problems[0].message).toMatch(/Did you mean "industry"/)
  const large = await preview('rule: { all: [] }, sampleSize: 1000', 'count')
  expect(large.problems[0].path).toEqual(['sampleSize'])
})

test('columns and the database answer the same, whatever values drifted to', async () => {
  const { id, secretKey } = await server.makeWorkspace()
  expect(secretKey).toBeDefined()
  await inWorkspace(db, id, (tx) =>
    sql`insert into customer (workspace_id, id, kind, stage, name, name_key, attributes)
      select ${id}::uuid, gen_random_uuid(), (array['company', 'person'])[1 + n % 2], 'lead', 'C' || n, 'c' || n,
        jsonb_strip_nulls(jsonb_build_object(
          'employees', case n % 7 when 0 then null when 1 then to_jsonb('many'::text) when 2 then to_jsonb(n * 0.1) when 3 then 'null' else to_jsonb(n) end,
          'industry', case n % 5 when 0 then '["retail", "retail", "software"]'::jsonb when 1 then 'true' when 2 then '7' when 3 then '[]' else to_jsonb('i' || n % 9) end,
          'annualRevenue', case n % 4 when 0 then jsonb_build_object('amount', n * 1e6, 'currency', 'NOK') when 1 then jsonb_build_object('amount', n, 'currency', 'EUR') when 2 then '5' end,
          'lastPurchase', case n % 3 when 0 then to_jsonb(1.6e12 + n * 864e5) end))
      from generate_series(1, 3000) as n`.execute(tx),
  )
  await inWorkspace(db, id, (tx) =>
    sql`insert into consent_standing (workspace_id, customer_id, purpose, standing, since, expires_at, consent_id)
      select workspace_id, id, 'profiling', (array['given', 'denied', 'withdrawn'])[1 + abs(hashtext(name)) % 3], now(),
        case when name like '%5' then timestamptz '2026-01-01' end, gen_random_uuid()
      from customer where kind = 'person'`.execute(tx),
  )
  const attribute = (key: string) => ({ kind: 'attribute', key }) as const
  const rules: readonly CoreRule[] = [
    { kind: 'all', rules: [] },
    { kind: 'compare', field: attribute('employees'), op: '>=', value: 700, negated: false },
    { kind: 'among', field: attribute('industry'), values: ['retail', 'i4'], negated: true },
    { kind: 'any', rules: [] },
  ]
  const [everybody, large] = rules
  if (everybody === undefined || large === undefined) throw new Error('no rules')
  const listed = await inWorkspace(db, id, (tx) =>
    tx
      .selectFrom('customer')
      .select('id')
      .where('name', 'like', '%3')
      .where('workspace_id', '=', id)
      .execute(),
  )
  const bases = openBases({ db, budgetMiB: 64, onError: () => undefined })
  onTestFinished(bases.stop)
  const scope = { workspaceId: id, currency: 'NOK', asOf: '2026-11-26' }
  for (const ground of ['consent', 'legitimateInterest'] as const) {
    const use = { purpose: 'profiling', ground, now: new Date('2026-11-26') }
    for (const kind of ['company', 'person', undefined] as const) {
      for (const rule of rules) {
        const question: PreviewQuestion = {
          rule,
          kind,
          sampleSize: 20,
          spreads: [
            { kind: 'values', key: 'industry' },
            { kind: 'ranges', of: 'attribute', key: 'employees', isTime: false },
            { kind: 'ranges', of: 'attribute', key: 'annualRevenue', currency: 'NOK', isTime: false },
            { kind: 'ranges', of: 'attribute', key: 'lastPurchase', isTime: true },
            { kind: 'ranges', of: 'metric', key: 'wonDeals', isTime: false },
            { kind: 'ranges', of: 'metric', key: 'winRate', isTime: false },
            { kind: 'values', key: 'nothing' },
          ],
          others: [
            { kind: 'rule', rule: large },
            { kind: 'list', ids: listed.map((each) => each.id) },
          ],
        }
        const inDatabase = await inSnapshot(db, id, (tx) => previewInDatabase(tx, scope, question, use))
        await expect
          .poll(
            () => bases.ask(scope, (columns) => previewInColumns(columns, question, { profiling: use })),
            {
              timeout: 10_000,
            },
          )
          .toEqual(inDatabase)
        expect(inDatabase.count > 0).toBe(rule !== rules[3])
      }
    }
  }
})
