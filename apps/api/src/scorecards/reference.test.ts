import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer } from '../testing/server.ts'
import { directFigures, type Judged, rowsOf } from './testing/direct-figures.ts'

// Real files that may not be committed; they lie beside the project where its developers and CI work.
const shared = path.resolve(import.meta.dirname, '../../../../../shared')
const read = (file: string) => readFileSync(path.join(shared, 'data', file), 'utf8')

const number = (kind: 'attribute' | 'metric', key: string, test: string, value: number) =>
  `{ ${test}: { field: { ${kind}: "${key}" }, value: { number: ${value} } } }`
const attribute = (key: string, test: string, value: number) => number('attribute', key, test, value)
const metric = (key: string, test: string, value: number) => number('metric', key, test, value)
const oneOf = (key: string, ...values: readonly string[]) =>
  `{ oneOf: { field: { attribute: "${key}" }, values: ${JSON.stringify(values)} } }`
const criterion = (key: string, weight: number, two: string, one?: string) =>
  `{ rule: { key: "${key}", label: { en: "${key}" }, weight: ${weight}, two: ${two} ${one ? `, one: ${one}` : ''} } }`

const bands = [
  ['c', 0],
  ['b', 40],
  ['a', 65],
] as const
const bandInput = bands
  .map(([key, from]) => `{ key: "${key}", label: { en: "${key}" }, from: ${from} }`)
  .join(', ')

/** "At least `two`" is 2 points, "at least `one`" 1; nothing is not known. */
function steps(cell: string, two: number, one: number): 0 | 1 | 2 | undefined {
  if (cell === '') return undefined
  return Number(cell) >= two ? 2 : Number(cell) >= one ? 1 : 0
}

describe.skipIf(!existsSync(shared))('figures of real files', async () => {
  const { url, ask, makeWorkspace } = await startTestServer()

  async function workspaceWith(files: readonly (readonly [file: string, kind: string])[]) {
    const { secretKey } = await makeWorkspace()
    for (const [file, kind] of files) {
      const { one } = await importFile(url, secretKey, { kind }, read(file))
      expect(one('report').rejected).toBe(0)
    }
    const data = async (query: string) => {
      const { body } = await ask(query, { key: secretKey })
      expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
      return body.data
    }
    return {
      count: async (rule: string) =>
        (
          await data(
            `{ segmentPreview(rule: ${rule}, kind: COMPANY, sampleSize: 0) { ... on SegmentPreviewSuccess { preview { count } } ... on InvalidInput { message } } }`,
          )
        ).segmentPreview.preview.count,
      preview: async (input: string) => {
        const made = await data(
          `mutation { scorecardCreate(input: { name: { en: "Fit" }, slug: "fit", bands: [${bandInput}], ${input} }) { ... on Problem { message path } } }`,
        )
        expect(made.scorecardCreate.message).toBeUndefined()
        const { scorecard } = await data(
          '{ scorecard(slug: "fit") { preview { bands { key count } statuses { status count } thresholds { answer count } } } }',
        )
        const { preview } = scorecard
        const tell = (rows: readonly { count: number }[], by: string) =>
          Object.fromEntries(rows.map((row) => [(row as never)[by], row.count]))
        return {
          ...tell(preview.statuses, 'status'),
          ...tell(preview.thresholds, 'answer'),
          ...tell(preview.bands, 'key'),
        }
      },
    }
  }

  const told = ({ count, byBand }: ReturnType<typeof directFigures>) => ({
    SCORED: count.scored,
    DISQUALIFIED: count.disqualified,
    INSUFFICIENT_DATA: count.insufficientData,
    YES: count.yes,
    NO: count.no,
    UNDECIDED: count.undecided,
    ...byBand,
  })

  test('accounts and their deals of a CRM: counts of a segment and of a scorecard', async () => {
    const workspace = await workspaceWith([
      ['crm-maven/accounts.csv', 'companies'],
      ['crm-maven/sales_pipeline.csv', 'deals'],
    ])
    const accounts = rowsOf(read('crm-maven/accounts.csv'), ',')
    const deals = Map.groupBy(rowsOf(read('crm-maven/sales_pipeline.csv'), ','), ({ account }) => account)
    const known = accounts.map((account) => {
      const own = deals.get(account.account) ?? []
      const won = own.filter(({ deal_stage }) => deal_stage === 'Won').length
      const lost = own.filter(({ deal_stage }) => deal_stage === 'Lost').length
      return {
        employees: account.employees ?? '',
        won,
        winRate: won + lost === 0 ? undefined : won / (won + lost),
      }
    })
    const large = known.filter(({ employees, won }) => Number(employees) >= 2000 && won >= 50)
    expect(large.length).toBeGreaterThan(0)
    expect(
      await workspace.count(
        `{ all: [${attribute('employees', 'atLeast', 2000)}, ${metric('wonDeals', 'atLeast', 50)}] }`,
      ),
    ).toBe(large.length)
    const expected = directFigures(
      known.map(({ employees, won, winRate }) => {
        const rate = winRate === undefined ? undefined : winRate >= 0.65 ? 2 : winRate >= 0.6 ? 1 : 0
        const points: Judged = [steps(employees, 5000, 1000), steps(String(won), 60, 40), rate]
        return { points, isOut: Number(employees) < 50 }
      }),
      [1, 2, 3],
      { threshold: 6, floor: 0.5, bands },
    )
    expect(expected.count.disqualified).toBeGreaterThan(0)
    expect(
      await workspace.preview(`threshold: 6, coverageFloor: 0.5, criteria: [
        ${criterion('size', 1, attribute('employees', 'atLeast', 5000), attribute('employees', 'atLeast', 1000))},
        ${criterion('won', 2, metric('wonDeals', 'atLeast', 60), metric('wonDeals', 'atLeast', 40))},
        ${criterion('rate', 3, metric('winRate', 'atLeast', 0.65), metric('winRate', 'atLeast', 0.6))}],
        disqualifiers: [{ key: "tiny", reason: { en: "Tiny" }, rule: ${attribute('employees', 'lessThan', 50)} }]`),
    ).toEqual(told(expected))
  })

  test('2,240 customers of a shop, some without an income: counts of a segment and of a scorecard', async () => {
    const file = 'customer-personality/marketing_campaign_tab.csv'
    const workspace = await workspaceWith([[file, 'companies']])
    const rows = rowsOf(read(file), '\t')
    const isIn = rows.filter(
      ({ Income, Education, NumCatalogPurchases, Kidhome }) =>
        Income !== '' &&
        Number(Income) >= 60_000 &&
        (Education === 'PhD' || Number(NumCatalogPurchases) >= 5) &&
        !(Number(Kidhome) >= 1),
    )
    expect(
      await workspace.count(`{ all: [${attribute('income2', 'atLeast', 60_000)},
        { any: [${oneOf('education', 'PhD')}, ${attribute('numCatalogPurchases', 'atLeast', 5)}] },
        { not: ${attribute('kidhome', 'atLeast', 1)} }] }`),
    ).toBe(isIn.length)
    const expected = directFigures(
      rows.map(({ Income = '', MntWines = '', Education = '', Kidhome, Teenhome, Recency, Complain }) => {
        const children = [Kidhome, Teenhome].filter((each) => each === '0').length as 0 | 1 | 2
        const schooling = ['Master', 'PhD'].includes(Education) ? 2 : Education === 'Graduation' ? 1 : 0
        const points: Judged = [
          steps(Income, 70_000, 45_000),
          steps(MntWines, 500, 150),
          schooling,
          children,
          Number(Recency) < 30 ? 2 : 0,
        ]
        return { points, isOut: Complain === '1' }
      }),
      [4, 2, 1, 1, 0.5],
      { threshold: 9, floor: 0.6, bands },
    )
    expect(
      Math.min(expected.count.undecided, expected.count.insufficientData, expected.count.disqualified),
    ).toBeGreaterThan(0)
    const none = (key: string) => attribute(key, 'atMost', 0)
    expect(
      await workspace.preview(`threshold: 9, coverageFloor: 0.6, criteria: [
        ${criterion('income', 4, attribute('income2', 'atLeast', 70_000), attribute('income2', 'atLeast', 45_000))},
        ${criterion('wines', 2, attribute('mntWines', 'atLeast', 500), attribute('mntWines', 'atLeast', 150))},
        ${criterion('school', 1, oneOf('education', 'Master', 'PhD'), oneOf('education', 'Graduation'))},
        ${criterion('children', 1, `{ all: [${none('kidhome')}, ${none('teenhome')}] }`, `{ any: [${none('kidhome')}, ${none('teenhome')}] }`)},
        ${criterion('recent', 0.5, attribute('recency', 'lessThan', 30))}],
        disqualifiers: [{ key: "complained", reason: { en: "Complained" }, rule: ${attribute('complain', 'atLeast', 1)} }]`),
    ).toEqual(told(expected))
  })
})
