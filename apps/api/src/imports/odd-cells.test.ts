import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, makeWorkspace } = await startTestServer()

async function take(kind: string, ...lines: readonly string[]) {
  const workspace = await makeWorkspace()
  const answer = await importFile(url, workspace.secretKey, { kind }, lines.join('\n'))
  const { mapping, warnings } = answer.one('proposal')
  return {
    workspace,
    warnings,
    report: answer.one('report'),
    rejects: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
    made: mapping.columns.flatMap(({ target }) =>
      target.kind === 'attribute' && target.isNew ? [target.key] : [],
    ),
  }
}

const many = (rows: number, line: (index: number) => string) =>
  Array.from({ length: rows }, (_, at) => line(at))
const dealValues = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, async (tx) =>
    (await tx.selectFrom('deal').select('value').execute()).map(({ value }) => Number(value)),
  )
const customers = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) =>
    tx.selectFrom('customer').select(['name', 'attributes']).orderBy('id').execute(),
  )

test('an amount from a million on tells what the points in the others are', async () => {
  const { workspace, report } = await take(
    'deals',
    'Deal ID;Selskap;Verdi;Fase',
    ...many(30, (at) => `${at};S${at};${at + 1}.500;Vunnet`),
    '30;S30;1.250.000;Vunnet',
  )
  expect(report).toMatchObject({ inserted: 31, rejected: 0 })
  const read = (await dealValues(workspace)).toSorted((a, b) => a - b)
  expect(read).toEqual([...Array.from({ length: 30 }, (_, at) => (at + 1) * 1000 + 500), 1_250_000])
})

test('one word among thousands of amounts costs its row, and that is told beforehand', async () => {
  const { report, rejects, warnings } = await take(
    'deals',
    'Deal ID;Selskap;Verdi;Fase',
    ...many(5000, (at) => `${at};S${at % 50};${100 + (at % 30)},50;Vunnet`),
    '5000;S1;avtales;Vunnet',
  )
  expect(report).toMatchObject({ inserted: 5000, rejected: 1 })
  expect(rejects).toEqual(['5002: Verdi: "avtales" is not a number'])
  expect(warnings).toEqual([
    '1 of the 5001 cells looked at in "Verdi" cannot be read as numbers; rows with such cells come back with the reason.',
  ])
})

test('numbers of employees and revenue go where their headers say, whatever stands in one or two rows', async () => {
  const { workspace, report, made, warnings } = await take(
    'companies',
    'Navn;Ansatte;Omsetning',
    ...many(30, (at) => `C${at};${at};${at}.500,50`),
    'C30;ukjent;1.000,00',
    'C31;3;hemmelig',
  )
  expect([report.inserted, report.rejected, made]).toEqual([30, 2, []])
  expect(warnings).toHaveLength(2)
  expect((await customers(workspace)).find(({ name }) => name === 'C7')?.attributes).toEqual({
    employees: 7,
    annualRevenue: { amount: 7500.5, currency: 'NOK' },
  })
})

test.each([
  [
    ['1.234.567,50', '2.000,00'],
    [1_234_567.5, 2000],
  ],
  [
    ['1200000000', '250000000', '40000'],
    [1_200_000_000, 250_000_000, 40_000],
  ],
  [
    ['1,2E+07', '2,5'],
    [12_000_000, 2.5],
  ],
])('revenue as %j is an amount', async (cells, amounts) => {
  const { workspace, made } = await take(
    'companies',
    'Navn;Omsetning',
    ...cells.map((cell, at) => `C${at};${cell}`),
  )
  expect(made).toEqual([])
  const read = (await customers(workspace)).toSorted((a, b) => a.name.localeCompare(b.name))
  expect(read.map(({ attributes }) => attributes)).toEqual(
    amounts.map((amount) => ({ annualRevenue: { amount, currency: 'NOK' } })),
  )
})

test('orders of more than a million are taken', async () => {
  const { report } = await take(
    'orders',
    'Ordrenummer;Ordredato;Selskap;Beløp',
    '1;31.12.2026;Nord;1.250.000,00',
    '2;2026-12-30;Nord;12.500,00',
    '3;1. mars 2026;Nord;12.500,00',
  )
  expect(report).toMatchObject({ inserted: 3, rejected: 0 })
})

test('organisation numbers under a header that nobody knows are texts', async () => {
  const { workspace } = await take('companies', 'Navn;Ref;clientid', 'A;923609016;42795', 'B;810034882;42800')
  expect((await customers(workspace)).map(({ attributes }) => attributes)).toEqual(
    expect.arrayContaining([{ ref: '923609016', clientid: '42795' }]),
  )
})

test('rows with a lone dash for an amount or a day come in without it', async () => {
  const { workspace, report, warnings } = await take(
    'deals',
    'Deal ID;Selskap;Verdi;Fase;Forventet lukkedato',
    '1;Nord;-;Tilbud;–',
    '2;Sør;1 500,50;Tilbud;-',
    '3;Vest;–;Tilbud;31.12.2026',
  )
  expect(report).toMatchObject({ inserted: 3, rejected: 0 })
  expect(warnings).toEqual([])
  expect((await dealValues(workspace)).toSorted((a, b) => a - b)).toEqual([0, 0, 1500.5])
})
