import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer } from '../testing/server.ts'

// Real files that may not be committed; they lie beside the project where its developers and CI work.
const shared = path.resolve(import.meta.dirname, '../../../../../shared')
const data = (file: string) => readFileSync(path.join(shared, 'data', file))
const expected = (file: string) => JSON.parse(readFileSync(path.join(shared, 'expected', file), 'utf8'))

describe.skipIf(!existsSync(shared))('real files', async () => {
  const { url, db, ask, makeWorkspace } = await startTestServer()

  async function take(key: string, file: string, request: object) {
    const first = await importFile(url, key, request, data(file))
    const report = first.one('report')
    const again = (await importFile(url, key, request, data(file))).one('report')
    expect([again.inserted, again.changed], `${file} the second time`).toEqual([0, 0])
    return { report, first, messages: report.notes.map(({ message }) => message).join('\n') }
  }

  test('a CRM export of accounts and deals gives the reference figures', async () => {
    const { secretKey } = await makeWorkspace()
    const reference = expected('crm-maven.json')
    const companies = await take(secretKey, 'crm-maven/accounts.csv', { kind: 'companies' })
    expect(companies.report).toMatchObject({ rows: 85, inserted: 85, rejected: 0 })
    expect(companies.messages).toMatch(
      /"technolgy" in "sector" \(12 rows\) is probably "technology".*--correct 'sector:technolgy=technology'/,
    )
    expect(companies.messages).toMatch(
      /"Philipines" in "office_location" \(1 row\) is probably "Philippines"/,
    )
    expect(companies.messages).toMatch(/"revenue" looks like millions/)
    const deals = await take(secretKey, 'crm-maven/sales_pipeline.csv', { kind: 'deals' })
    expect(deals.report).toMatchObject({ rows: 8800, inserted: 8800, rejected: 0 })
    expect(deals.messages).toMatch(/1425 rows without a company; kept/)
    const products = await take(secretKey, 'crm-maven/products.csv', { kind: 'products' })
    expect(products.report).toMatchObject({ rows: 7, rejected: 0 })
    const later = await importFile(url, secretKey, { kind: 'deals' }, data('crm-maven/sales_pipeline.csv'))
    expect(later.one('report').notes.map(({ message }) => message)).toContain(
      '"GTXPro" (1480 rows) is read as the product "GTX Pro".',
    )
    const { body } = await ask(
      `{ bestCustomers(first: 10, mix: { wonValue: 1 }, scope: { asOf: "2018-01-01" }) { rank customer { name } metrics { wonValue wonDeals lostDeals winRate } }
         paretoShare { customers total topCustomers topShare customersFor80Percent gini }
         dealsSummary { won lost open winRate wonValue averageWonDeal medianWonDeal averageDaysToWin averageDaysToLose } }`,
      { key: secretKey },
    )
    const { bestCustomers, paretoShare, dealsSummary } = body.data
    const { overall, pareto_accounts: pareto, top10_accounts_by_won_value: top } = reference
    expect(dealsSummary).toMatchObject({
      won: overall.won,
      lost: overall.lost,
      open: overall.open,
      wonValue: overall.won_value,
      medianWonDeal: overall.median_won_deal,
    })
    expect(dealsSummary.winRate).toBeCloseTo(overall.win_rate, 5)
    expect(dealsSummary.averageWonDeal).toBeCloseTo(overall.avg_won_deal, 3)
    expect(dealsSummary.averageDaysToWin).toBeCloseTo(overall.avg_days_to_win, 3)
    expect(dealsSummary.averageDaysToLose).toBeCloseTo(overall.avg_days_to_lose, 3)
    expect(
      bestCustomers.map(
        ({
          customer,
          metrics,
        }: {
          customer: { name: string }
          metrics: { wonValue: number; wonDeals: number; lostDeals: number }
        }) => [customer.name, metrics.wonValue, metrics.wonDeals, metrics.lostDeals],
      ),
    ).toEqual(
      top.map((each: { account: string; won_value: number; won: number; lost: number }) => [
        each.account,
        each.won_value,
        each.won,
        each.lost,
      ]),
    )
    expect(paretoShare).toMatchObject({
      customers: pareto.customers,
      total: pareto.total,
      topCustomers: pareto.top_n_ceil,
      customersFor80Percent: pareto.customers_for_80pct_of_value,
    })
    expect(paretoShare.topShare).toBeCloseTo(pareto.share, 5)
    expect(paretoShare.gini).toBeCloseTo(pareto.gini, 5)
  })

  test('corrections and scales are taken as asked for', async () => {
    const { secretKey, id } = await makeWorkspace()
    const changes = {
      set: { revenue: { scale: '1000000', currency: 'USD' } },
      corrections: { sector: { technolgy: 'technology' } },
    }
    const { messages } = await take(secretKey, 'crm-maven/accounts.csv', { kind: 'companies', changes })
    expect(messages).not.toMatch(/technolgy|millions/)
    const { attributes } = await inWorkspace(db, id, (tx) =>
      tx
        .selectFrom('customer')
        .select('attributes')
        .where('name', '=', 'Acme Corporation')
        .executeTakeFirstOrThrow(),
    )
    expect(attributes).toMatchObject({
      industry: 'technology',
      annualRevenue: { amount: 1_100_040_000, currency: 'USD' },
      country: 'US',
      yearFounded: 1996,
    })
  })

  test.each(['2011', '2012', '2013', '2014'])('Norwegian amounts of %s add up, to the øre', async (year) => {
    const { secretKey, id } = await makeWorkspace()
    const reference = expected('nordic.json').partistotte_by_year[year]
    const { report, first } = await take(secretKey, `nordic/partistotte/partistotte-${year}.csv`, {
      kind: 'companies',
    })
    expect(first.all('rejected')).toEqual([])
    expect(report).toMatchObject({ rows: reference.rows, rejected: 0 })
    const { rows } = await inWorkspace(db, id, (tx) =>
      sql<{
        total: number
      }>`select round(sum((attributes->>'totalt')::numeric), 2) as total from customer`.execute(tx),
    )
    expect(rows[0]?.total).toBe(reference.total_paid_nok)
  })

  test('payments of a later year go to the attributes of the year before', async () => {
    const { secretKey } = await makeWorkspace()
    await take(secretKey, 'nordic/eiti/eiti-2009-totalt.csv', { kind: 'companies' })
    const { first } = await take(secretKey, 'nordic/eiti/eiti-2011-totalt.csv', { kind: 'companies' })
    const { columns } = first.one('proposal').mapping
    // Nothing stood in that column the year before.
    expect(columns.filter(({ target }) => target.kind === 'attribute' && target.isNew)).toMatchObject([
      { column: 'uavklart' },
    ])
    expect(columns.map(({ target }) => (target.kind === 'attribute' ? target.type : target.kind))).toEqual([
      'part',
      ...Array.from({ length: 6 }, () => 'number'),
    ])
  })

  test.each([
    ['nordic/brreg/enheter-sample.csv', 9, 0],
    ['nordic/brreg/underenheter-sample.csv', 9, 0],
    ['nordic/testvirksomheter.csv', 1877, 0],
    ['nordic/etatsbasen/organization.csv', 4530, 0],
    ['nordic/etatsbasen/organization.original.csv', 4530, 0],
    ['nordic/partistotte/partistotte-2011.original.csv', 2850, 0],
    ['nordic/eiti/eiti-2009-skatt.csv', 64, 1],
    ['nordic/eiti/eiti-2009-overskuddsandel.csv', 5, 0],
    ['nordic/eiti/eiti-2011-totalt.csv', 65, 0],
    ['customer-personality/marketing_campaign_tab.csv', 2240, 0],
  ])('%s is taken whole but for its broken rows', async (file, rows, rejected) => {
    const { secretKey } = await makeWorkspace()
    const { report, first } = await take(secretKey, file, { kind: 'companies' })
    expect({
      rejected: report.rejected,
      reasons: first
        .all('rejected')
        .slice(0, 3)
        .map(({ line, reason }) => `${line} ${reason}`),
      rows: report.rows,
    }).toMatchObject({ rejected })
    expect(report.rows).toBe(rows)
    expect(report.inserted + report.unchanged).toBe(rows - rejected)
  })
})
