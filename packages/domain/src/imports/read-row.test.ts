import { expect, test } from 'vitest'
import type { Attribute, AttributeType } from '../attributes/attribute.ts'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { changeMapping } from './change-mapping.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { noteBook } from './notes.ts'
import { columnProfiler } from './profile-columns.ts'
import { rowReader } from './read-row.ts'

const attributes = new Map<string, Attribute>(
  predefinedAttributes.map((attribute) => [attribute.key, attribute]),
)
const name: ColumnMapping = { column: 'name', target: { kind: 'part', part: 'name' }, confidence: 'sure' }
const to = (key: string, type: AttributeType, how: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column: key,
  target: { kind: 'attribute', key, type, isNew: false },
  confidence: 'sure',
  ...how,
})

/** Reads cells of one column, each in a row of its own. */
function read(column: ColumnMapping, ...cells: readonly string[]) {
  const mapping: Mapping = { kind: 'companies', key: ['name'], columns: [name, column] }
  const headers = ['name', column.column]
  const profiler = columnProfiler(headers)
  const rows = cells.map((cell, index) => [`C${index}`, cell])
  for (const row of rows) profiler.add(row)
  const notes = noteBook()
  const readRow = rowReader({ headers, mapping, attributes, profiles: profiler.finish(), notes })
  const values = rows.map((row, index) => {
    const result = readRow({ cells: row, line: index + 2 })
    const key = column.target.kind === 'attribute' ? column.target.key : ''
    return result.ok ? result.value.attributes[key] : result.problems[0].message
  })
  return { values, notes: notes.list().map(({ message, lines }) => `${lines.join(',')}: ${message}`) }
}

test('options are found by key or label in any language; others stay as they are', () => {
  const { values, notes } = read(
    to('industry', 'choice'),
    'energy',
    'Regnskap',
    'bygg och anläggning',
    'technolgy',
    'Fiskeoppdrett',
  )
  expect(values).toEqual(['energy', 'accounting', 'construction', 'technolgy', 'Fiskeoppdrett'])
  expect(notes).toEqual([
    `5: "technolgy" in "industry" (1 row) is probably "technology"; kept as written. Otherwise: --correct 'industry:technolgy=technology'`,
    '6: "Fiskeoppdrett" is not among the options of "industry" (1 row); kept as written.',
  ])
})

test('a slip of the pen is noticed against what else stands in the column', () => {
  const { notes } = read(
    to('industry', 'choice'),
    ...Array.from({ length: 6 }, () => 'Fiskeoppdrett'),
    'Fiskeopdrett',
  )
  expect(notes.at(-1)).toMatch(/"Fiskeopdrett" .* is probably "Fiskeoppdrett"/)
  expect(notes).toHaveLength(2)
})

test('several options stand in one cell', () => {
  expect(read(to('systemsInUse', 'choices'), 'Regneark, CRM; payroll', 'Regneark,Regneark').values).toEqual([
    ['spreadsheet', 'CRM', 'payroll'].map((key) => (key === 'CRM' ? 'crm' : key)),
    ['spreadsheet'],
  ])
})

test('countries become codes, and the one that was meant is named', () => {
  const { values, notes } = read(to('country', 'choice'), 'Norge', 'Germany', 'Philipines')
  expect(values).toEqual(['NO', 'DE', 'Philipines'])
  expect(notes[0]).toMatch(/probably "Philippines".*--correct 'country:Philipines=Philippines'/)
})

test('amounts are scaled exactly and name their currency', () => {
  const revenue = to('annualRevenue', 'money', { scale: 1_000_000, currency: 'USD' })
  expect(read(revenue, '1100.04', '0.1', '9e9').values).toEqual([
    { amount: 1_100_040_000, currency: 'USD' },
    { amount: 100_000, currency: 'USD' },
    'annualRevenue: "9e9" is not a number',
  ])
  expect(read(to('employees', 'number', { scale: 1e300 }), '9'.repeat(20)).values).toEqual([
    expect.stringMatching(/is too large/),
  ])
})

test('answers, days and marks for nothing', () => {
  expect(read(to('own', 'boolean'), 'Ja', 'FALSE', 'nei', 'maybe', 'N/A').values).toEqual([
    true,
    false,
    false,
    'own: "maybe" is neither yes nor no',
    undefined,
  ])
  expect(
    read(to('own', 'time', { dateFormat: 'dayMonthYear' }), '01.02.2017', '31.02.2017', 'NULL').values,
  ).toEqual([Date.UTC(2017, 1, 1), 'own: "31.02.2017" is not a day of the calendar', undefined])
})

test('a correction is taken for what it says, and the source keeps what it said', () => {
  const mapping: Mapping = {
    kind: 'companies',
    key: ['name'],
    columns: [name, to('industry', 'choice', { column: 'sector' })],
  }
  const changed = changeMapping(mapping, { corrections: { sector: { technolgy: 'technology' } } })
  if (!changed.ok) throw new Error(changed.problems[0].message)
  const reader = {
    headers: ['name', 'sector'],
    mapping: changed.value,
    attributes,
    profiles: [],
    notes: noteBook(),
  }
  expect(rowReader(reader)({ cells: [' Nord ', 'technolgy'], line: 2 })).toMatchObject({
    ok: true,
    value: {
      externalId: 'nord',
      parts: { name: 'Nord' },
      attributes: { industry: 'technology' },
      raw: [' Nord ', 'technolgy'],
    },
  })
  expect(reader.notes.list()).toEqual([])
})

test.each<[cell: string, ofRow: string, currency: string]>([
  ['100', 'EUR', 'EUR'],
  ['100', '€', 'EUR'],
  ['100', '', 'SEK'],
  ['100', 'kr', 'SEK'],
  ['100', 'Kroner', 'SEK'],
  ['kr 100', 'kr.', 'SEK'],
  ['100', 'norske kroner', 'NOK'],
  ['100', 'Danske kroner', 'DKK'],
  ['kr 100', 'DKK', 'DKK'],
  ['GBP 100', 'EUR', 'GBP'],
  ['$100', 'CAD', 'CAD'],
  ['$100', 'EUR', 'USD'],
])('"%s" in a row of "%s" is an amount in %s', (cell, ofRow, expected) => {
  const currency: ColumnMapping = {
    column: 'currency',
    target: { kind: 'part', part: 'currency' },
    confidence: 'sure',
  }
  const reading = (kind: Mapping['kind'], amount: ColumnMapping) => ({
    headers: ['name', 'amount', 'currency'],
    mapping: { kind, key: ['name'], columns: [name, { ...amount, column: 'amount' }, currency] },
    attributes,
    profiles: [],
    notes: noteBook(),
  })
  const row = { cells: ['Nord', cell, ofRow], line: 2 }
  expect(
    rowReader(reading('companies', to('annualRevenue', 'money', { currency: 'SEK' })))(row),
  ).toMatchObject({
    ok: true,
    value: { attributes: { annualRevenue: { amount: 100, currency: expected } } },
  })
  const value: ColumnMapping = {
    column: 'amount',
    target: { kind: 'part', part: 'value' },
    confidence: 'sure',
  }
  const deal = rowReader(reading('deals', value))(row)
  expect(deal).toMatchObject({ ok: true, value: { amounts: { value: 100 } } })
  expect(deal.ok && deal.value.parts.currency).toBe(expected === 'SEK' ? undefined : expected)
})

test('a lone dash is blank in columns of numbers, amounts and days; elsewhere it is what it says', () => {
  expect(read(to('employees', 'number'), '-', ' – ', '7').values).toEqual([undefined, undefined, 7])
  expect(read(to('budget', 'money'), '-', '5').values[0]).toBe(undefined)
  expect(read(to('since', 'time'), '-', '2017-01-02').values[0]).toBe(undefined)
  expect(read(to('remark', 'text'), '-', '–').values).toEqual(['-', '–'])
  expect(read(to('isOpen', 'boolean'), '-').values).toEqual(['isOpen: "-" is neither yes nor no'])
  // Who knows better can say so.
  expect(read(to('employees', 'number', { corrections: { '-': '0' } }), '-').values).toEqual([0])
})
