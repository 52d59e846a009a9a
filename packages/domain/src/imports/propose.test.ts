import { expect, test } from 'vitest'
import type { Attribute } from '../attributes/attribute.ts'
import { predefinedAttributes } from '../attributes/predefined.ts'
import type { ImportKind } from './kinds.ts'
import { columnProfiler } from './profile-columns.ts'
import { proposeMapping, type Wishes } from './propose.ts'

const catalogue = new Map<string, Attribute>(
  predefinedAttributes.map((attribute) => [attribute.key, attribute]),
)

/** What is proposed for a file; `a;b` is a row of two cells. */
function propose(
  kind: ImportKind,
  lines: readonly string[],
  wishes: Partial<Wishes> = {},
  attributes = catalogue,
) {
  const [header = '', ...rows] = lines
  const profiler = columnProfiler(header.split(';'))
  for (const row of rows) profiler.add(row.split(';'))
  return proposeMapping(kind, profiler.finish(), attributes, { currency: 'NOK', ...wishes })
}

function proposed(kind: ImportKind, lines: readonly string[], wishes: Partial<Wishes> = {}) {
  const result = propose(kind, lines, wishes)
  if (!result.ok) throw new Error(result.problems[0].message)
  const { mapping, warnings } = result.value
  return { key: mapping.key, columns: mapping.columns, warnings: warnings.map(({ message }) => message) }
}

test('known headers go to their attributes, others become attributes of the type of their cells', () => {
  const { columns } = proposed('companies', [
    'name;sector;revenue;Own text;Own count;Own day;Own answer;kommunenr;landkode;Empty',
    'Nord;energy;1,5;abc;7;2017-01-01;ja;301;NO;',
    'Sør;retail;2,5;def;8;2017-01-02;nei;1101;NO;',
  ])
  expect(
    columns.map(({ target, confidence }) => [
      target.kind === 'attribute' ? `${target.key} ${target.type}` : target.kind,
      confidence,
    ]),
  ).toEqual([
    ['part', 'sure'],
    ['industry choice', 'sure'],
    ['annualRevenue money', 'sure'],
    ['ownText text', 'guess'],
    ['ownCount number', 'guess'],
    ['ownDay time', 'guess'],
    ['ownAnswer boolean', 'guess'],
    ['kommunenr text', 'guess'],
    ['landkode text', 'guess'],
    ['kept', 'guess'],
  ])
  expect(columns[2]).toMatchObject({ numberFormat: 'decimalComma', currency: 'NOK' })
})

test.each<[what: string, kind: ImportKind, lines: readonly string[], key: readonly string[]]>([
  ['an id', 'companies', ['name;id;orgnr', 'Nord;1;811', 'Nord;2;822'], ['id']],
  [
    'an organisation number where there is no id',
    'companies',
    ['name;orgnr', 'Nord;811', 'Nord;822'],
    ['orgnr'],
  ],
  ['the name where numbers are missing', 'companies', ['name;orgnr', 'Nord;811', 'Sør;'], ['name']],
  ['the first that speaks of a name', 'companies', ['size;Bedriftens navn', '1;Nord'], ['Bedriftens navn']],
  ['an e-mail for people', 'contacts', ['name;email', 'Kari;a@b.no', 'Kari;c@d.no'], ['email']],
  [
    'both names of people',
    'contacts',
    ['First name;Last name;email', 'Kari;A;a@b.no', 'Kari;B;'],
    ['First name', 'Last name'],
  ],
])('the key is %s', (_, kind, lines, key) => {
  expect(proposed(kind, lines).key).toEqual(key)
})

test('without anything that tells rows apart the file is refused, unless the user says what does', () => {
  const result = propose('deals', ['stage;amount', 'Won;1'])
  expect(result).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/stage, amount\. Say which do with --key/) }],
  })
  expect(proposed('deals', ['stage;amount', 'Won;1'], { key: ['stage', 'amount'] }).key).toEqual([
    'stage',
    'amount',
  ])
})

test.each<[cells: readonly string[], format: string, warned: boolean]>([
  [['01.02.2017', '13.02.2017'], 'dayMonthYear', false],
  [['01/13/2017', '02/01/2017'], 'monthDayYear', false],
  [['01/02/2017', '02/03/2017'], 'dayMonthYear', true],
  [['2017-02-01', '2017-02-13'], 'yearMonthDay', false],
])('days such as %s are read as %s', (cells, dateFormat, warned) => {
  const { columns, warnings } = proposed('deals', [
    'id;close date',
    ...cells.map((cell, index) => `${index};${cell}`),
  ])
  expect(columns[1]).toMatchObject({ dateFormat })
  expect(
    warnings.some((message) => /day\/month or month\/day.*--set close date\.dateFormat=/.test(message)),
  ).toBe(warned)
})

test.each<[cells: readonly string[], format: string, warned: boolean]>([
  [['1.234', '0.5'], 'decimalPoint', false],
  [['1.234', '1.234,5'], 'decimalComma', false],
  [['1,234', '12,345.5'], 'decimalPoint', false],
  [['1.234', '5.678'], 'decimalPoint', true],
  [['12', '13'], 'decimalPoint', false],
])('amounts such as %s are read with %s', (cells, numberFormat, warned) => {
  const { columns, warnings } = proposed('deals', [
    'id;amount',
    ...cells.map((cell, index) => `${index};${cell}`),
  ])
  expect(columns[1]).toMatchObject({ numberFormat, currency: 'NOK' })
  expect(warnings.some((message) => /two ways.*--set amount\.numberFormat=decimalComma/.test(message))).toBe(
    warned,
  )
})

test.each<[what: string, lines: readonly string[], delimiter: string, formats: readonly string[]]>([
  [
    'a file with semicolons groups thousands with points',
    ['Navn;Vekt;Antall biler', 'A;1.250;1.000', 'B;850;2.500', 'C;3.000;4.000'],
    ';',
    ['decimalComma', 'decimalComma'],
  ],
  [
    'one with commas does so where things are counted',
    ['Navn;Vekt;Antall biler', 'A;1.250;1.000', 'B;3.000;4.000'],
    ',',
    ['decimalPoint', 'decimalComma'],
  ],
  [
    'an attribute that counts does, too',
    ['Navn;Vekt;Ansatte', 'A;1.250;1.000'],
    ',',
    ['decimalPoint', 'decimalComma'],
  ],
  [
    'no thousand begins with 0',
    ['Navn;Andel;Vekt', 'A;0.125;1.250', 'B;1.250;2.000'],
    ';',
    ['decimalPoint', 'decimalComma'],
  ],
  [
    'a column with a decimal point speaks for the others',
    ['Navn;Vekt;Andel', 'A;1.250;0.5', 'B;2.000;0.75'],
    ';',
    ['decimalPoint', 'decimalPoint'],
  ],
])('%s', (_, lines, delimiter, formats) => {
  const { columns, warnings } = proposed('companies', lines, { delimiter })
  expect(columns.slice(1).map(({ numberFormat }) => numberFormat)).toEqual(formats)
  expect(warnings.join()).toMatch(/"(?:Vekt|Antall biler)" such as 1.234 can be read in two ways/)
})

test('an ambiguous column is read as the clear ones beside it', () => {
  const { columns } = proposed('companies', [
    'name;revenue;employees',
    'Nord;12 345,5;1.234',
    'Sør;1,5;5.678',
  ])
  expect(columns[2]).toMatchObject({ numberFormat: 'decimalComma' })
})

test('a column is text when some cells are codes, a number when one in a hundred is broken', () => {
  const type = (cells: readonly string[]) => {
    const [, column] = proposed('companies', [
      'name;Own',
      ...cells.map((cell, index) => `C${index};${cell}`),
    ]).columns
    return column?.target.kind === 'attribute' ? column.target.type : undefined
  }
  expect(type(['0301', '1101'])).toBe('text')
  expect(type(['43.210', '68.209'])).toBe('number')
  expect(type([...Array.from({ length: 99 }, (_, index) => `${index}`), 'unknown'])).toBe('number')
  expect(type(['1', '2', 'unknown'])).toBe('text')
  expect(type(['NO', 'NO'])).toBe('text')
  expect(type(['no', 'yes'])).toBe('boolean')
  expect(type(['x', ''])).toBe('text')
})

const rowsOf = (number: number, cell: (index: number) => string) =>
  Array.from({ length: number }, (_, index) => `C${index};${cell(index)}`)
const targetOf = (header: string, cells: readonly string[]) => {
  const { columns, warnings } = proposed('companies', [
    `name;${header}`,
    ...rowsOf(cells.length, (index) => cells[index] ?? ''),
  ])
  const [, column] = columns
  const target =
    column?.target.kind === 'attribute' ? `${column.target.key} ${column.target.type}` : undefined
  return { target, column, warnings }
}

test('one odd cell does not take a column of numbers from where its header says it goes', () => {
  const employees = targetOf('Ansatte', [
    ...Array.from({ length: 5000 }, (_, index) => `${index % 30}`),
    'ukjent',
  ])
  expect(employees).toMatchObject({
    target: 'employees number',
    warnings: [
      '1 of the 5001 cells looked at in "Ansatte" cannot be read as numbers; rows with such cells come back with the reason.',
    ],
  })
  const revenue = targetOf('Omsetning', [
    ...Array.from({ length: 30 }, (_, index) => `${index},50`),
    'x',
    'y',
  ])
  expect(revenue).toMatchObject({
    target: 'annualRevenue money',
    column: { numberFormat: 'decimalComma', currency: 'NOK' },
    warnings: [expect.stringMatching(/^2 of the 32 cells/)],
  })
  expect(targetOf('Ansatte', ['1-4', '5-9', '10'])).toMatchObject({ target: 'ansatte text', warnings: [] })
})

test('a column nobody knows is weighed by its rows, not by its different cells', () => {
  const counts = Array.from({ length: 5000 }, (_, index) => `${index % 30}`)
  expect(targetOf('Own', [...counts, 'unknown']).target).toBe('own number')
  // Words beside a 0 are not broken numbers.
  expect(targetOf('Own', [...Array.from({ length: 500 }, () => '0'), 'small', 'large']).target).toBe(
    'own text',
  )
})

test('one cell tells what the others mean', () => {
  const { column, warnings } = targetOf('Omsetning', [
    ...Array.from({ length: 30 }, (_, index) => `${index + 1}.500`),
    '1.250.000',
  ])
  expect([column?.numberFormat, warnings]).toEqual(['decimalComma', []])
})

test('a part has a format whatever stands below it', () => {
  const { columns, warnings } = proposed('deals', [
    'id;Verdi',
    ...rowsOf(5000, (index) => `${100 + (index % 30)},50`),
    'D;avtales',
  ])
  expect(columns[1]).toMatchObject({ numberFormat: 'decimalComma', currency: 'NOK' })
  expect(warnings).toEqual([expect.stringMatching(/^1 of the 5001 cells looked at in "Verdi"/)])
})

test.each<[header: string, cells: readonly string[], target: string]>([
  ['Omsetning', ['1.234.567,50', '2.000,00'], 'annualRevenue money'],
  ['Omsetning', ['1200000000', '250000000', '40000'], 'annualRevenue money'],
  ['Omsetning', ['250000000', '100000000'], 'annualRevenue money'],
  ['Sum rettighetshaver', ['250000000', '100000000'], 'sumRettighetshaver number'],
  ['Own', ['1.234.567', '12.500'], 'own number'],
  ['Own', ['923609016', '810034882'], 'own text'],
  ['Org.nr.', ['923609016', '810034882'], 'organisationNumber text'],
  ['Own', ['1.2.3', '10.20.30'], 'own text'],
  ['Own', ['10.100.200.250', '10.100.200.251'], 'own text'],
  ['naceBeskrivelse', ['62.010', '43.210'], 'naceBeskrivelse text'],
  ['App version', ['1.234.567'], 'appVersion text'],
  ['clientid', ['42795', '42800'], 'clientid text'],
  ['Mobil', ['91234567', '4791234567'], 'mobil text'],
  ['Telefon 2', ['91234567', '4791234567'], 'telefon2 text'],
  ['Har telefon', ['ja', 'nei'], 'harTelefon boolean'],
  ['Created date', ['20201231', '20210101'], 'createdDate time'],
  ['Dato', ['20201231', '31.12.2020'], 'dato time'],
  ['Own', ['20201231', '20210101'], 'own number'],
])('"%s" with %j goes to %s', (header, cells, target) => {
  expect(targetOf(header, cells).target).toBe(target)
})

test('days that are written otherwise are read as well, and those that are none are told of', () => {
  const days = Array.from({ length: 40 }, (_, index) => `${(index % 28) + 1}.12.2020`)
  const mixed = targetOf('Own', [...days, '2020-02-01', 'unknown'])
  expect(mixed).toMatchObject({
    target: 'own time',
    column: { dateFormat: 'dayMonthYear' },
    warnings: [expect.stringMatching(/^1 of the 42 cells looked at in "Own" cannot be read as days/)],
  })
  expect(targetOf('Own', ['2020-02-01', '2020-02-02', '1. mars 2021'])).toMatchObject({
    column: { dateFormat: 'yearMonthDay' },
    warnings: [],
  })
})

test('a column finds the attribute that it made before, and makes another where that cannot hold it', () => {
  const own: Attribute = {
    key: 'colour',
    subject: 'company',
    type: 'number',
    category: 'other',
    label: { en: 'Colour' },
    options: [],
    sensitive: false,
  }
  const attributes = new Map([...catalogue, [own.key, own]])
  const target = (lines: readonly string[]) => {
    const result = propose('companies', lines, {}, attributes)
    return result.ok ? result.value.mapping.columns[1]?.target : undefined
  }
  expect(target(['name;Colour', 'Nord;7'])).toEqual({
    kind: 'attribute',
    key: 'colour',
    type: 'number',
    isNew: false,
  })
  expect(target(['name;Colour', 'Nord;red'])).toEqual({
    kind: 'attribute',
    key: 'colour2',
    type: 'text',
    isNew: true,
  })
})

test('a column that names a currency gives it to the amounts beside it', () => {
  const targets = (kind: ImportKind, lines: readonly string[]) =>
    proposed(kind, lines).columns.map(({ target }) =>
      target.kind === 'attribute' ? target.key : target.kind === 'part' ? `part ${target.part}` : 'kept',
    )
  expect(targets('companies', ['Navn;Omsetning;Valuta', 'Nord;100;EUR'])).toEqual([
    'part name',
    'annualRevenue',
    'part currency',
  ])
  expect(targets('companies', ['Navn;Omsetning;Valuta', 'Nord;100;kr', 'Sør;100;svenska kronor'])).toContain(
    'part currency',
  )
  expect(targets('companies', ['Name;Annual Revenue Currency;Annual Revenue', 'Nord;EUR;100'])).toEqual([
    'part name',
    'part currency',
    'annualRevenue',
  ])
  expect(targets('orders', ['Ordrenr;Dato;Netto;Netto valuta', '1;2026-01-01;5;EUR'])[3]).toBe(
    'part currency',
  )
  // Without an amount it is something that is known of the company.
  expect(targets('companies', ['Navn;Valuta', 'Nord;EUR'])[1]).toBe('valuta')
})

test('what speaks of a currency and is not read so is told of', () => {
  const { columns, warnings } = proposed('companies', ['Navn;Omsetning;Valuta', 'Nord;100;lokal valuta'])
  expect(columns[2]?.target).toMatchObject({ key: 'valuta', isNew: true })
  expect(warnings).toEqual([expect.stringMatching(/"Valuta" speaks of a currency.*"Omsetning"/)])
})

test('cells that name currencies make an amount, and a number that they go to is told of', () => {
  const lines = ['Navn;Kredittgrense', 'Nord;kr 1 000', 'Sør;€ 500', 'Øst;200,-']
  const { columns, warnings } = proposed('companies', lines)
  expect(columns[1]?.target).toMatchObject({ key: 'kredittgrense', type: 'money', isNew: true })
  expect(warnings).toEqual([])
  const own: Attribute = {
    key: 'kredittgrense',
    subject: 'company',
    type: 'number',
    category: 'other',
    label: {},
    options: [],
    sensitive: false,
  }
  const result = propose('companies', lines, {}, new Map([...catalogue, [own.key, own]]))
  expect(result.ok && result.value.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/"kredittgrense" is a number, which keeps none/),
  ])
  // A share is no amount.
  expect(proposed('companies', ['Navn;Andel', 'Nord;12 %']).columns[1]?.target).toMatchObject({
    type: 'number',
  })
})

test('what makes an attribute of a special category is told of', () => {
  const lines = ['Navn;E-post;Helse;Fagforening', 'Kari;a@b.no;Allergi;NTL']
  const { columns, warnings } = proposed('contacts', lines)
  expect(columns[2]?.target).toMatchObject({ key: 'health', isNew: false })
  expect(warnings).toEqual([
    expect.stringMatching(/"Fagforening" speaks of a special category .*"fagforening" is made sensitive/),
  ])
  const own: Attribute = {
    key: 'fagforening',
    subject: 'person',
    type: 'text',
    category: 'other',
    label: {},
    options: [],
    sensitive: false,
  }
  const again = propose('contacts', lines, {}, new Map([...catalogue, [own.key, own]]))
  expect(again.ok && again.value.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/"fagforening" is not marked as sensitive/),
  ])
})

test('answers are no names of companies', () => {
  const { columns } = proposed('contacts', ['E-post;Kunde', 'a@b.no;Ja', 'c@d.no;Nei'])
  expect(columns[1]?.target).toMatchObject({ key: 'kunde', type: 'boolean' })
  expect(proposed('contacts', ['E-post;Kunde', 'a@b.no;Nord']).columns[1]?.target).toEqual({
    kind: 'part',
    part: 'companyName',
  })
})

test('a lone dash says nothing of a number, an amount or a day, and is a text where texts are', () => {
  const { columns, warnings } = proposed('companies', [
    'name;Ansatte;Omsetning;Own count;Own day;Own text;Own answer;Budsjett',
    'Nord;-;1,5;-;–;abc;ja;-',
    'Sør;–;-;-;-;-;-;-',
    'Vest;7;-;8;2017-01-02;-;nei;-',
  ])
  expect(
    columns.map(({ target }) => (target.kind === 'attribute' ? `${target.key} ${target.type}` : '')),
  ).toEqual([
    '',
    'employees number',
    'annualRevenue money',
    'ownCount number',
    'ownDay time',
    'ownText text',
    'ownAnswer text',
    'budget money',
  ])
  expect(warnings).toEqual([])
})

test.each([
  ['Beløp (NOK)', 'NOK'],
  ['Amount (EUR)', 'EUR'],
  ['Beløp i SEK', 'SEK'],
  ['Verdi NOK', 'NOK'],
  ['Beløp eks. mva', 'DKK'],
  ['Amount incl. VAT', 'DKK'],
  ['Total', 'DKK'],
  ['Kontraktsverdi', 'DKK'],
  ['Kontraktsvärde', 'DKK'],
  ['Ordrebeløp', 'DKK'],
])("below %s stands a deal's value, in %s", (header, currency) => {
  const { columns } = proposed('deals', [`Deal ID;${header}`, '1;12500', '2;7000'], { currency: 'DKK' })
  expect(columns[1]).toMatchObject({ target: { kind: 'part', part: 'value' }, currency })
})

test.each([
  ['Omsetning (NOK)', 'NOK'],
  ['Revenue (EUR)', 'EUR'],
  ['Revenue NOK', 'NOK'],
  ['Omsättning SEK', 'SEK'],
])("below %s stands a company's turnover, in %s", (header, currency) => {
  const { columns } = proposed('companies', [`Name;${header}`, 'Nord;123456789', 'Sør;223456789'], {
    currency: 'DKK',
  })
  expect(columns[1]).toMatchObject({ target: { key: 'annualRevenue', isNew: false }, currency })
})

test('an amount without tax is the value, wherever one with tax stands; the second of a name is one of its own', () => {
  const to = (kind: ImportKind, header: string) =>
    proposed(kind, [header, '1;100;125', '2;200;250']).columns.map(({ target }) =>
      target.kind === 'part' ? target.part : target.kind === 'kept' ? 'kept' : `${target.key} ${target.type}`,
    )
  expect(to('deals', 'Deal ID;Beløp inkl. mva;Beløp eks. mva')).toEqual(['id', 'kept', 'value'])
  expect(to('deals', 'Deal ID;Total;Amount')).toEqual(['id', 'kept', 'value'])
  expect(to('companies', 'Id;Omsetning (NOK);Omsetning (EUR)')).toEqual([
    'id',
    'annualRevenue money',
    'omsetningEur money',
  ])
})

test.each<[what: string, kind: ImportKind, lines: readonly string[], places: readonly string[]]>([
  [
    'the id',
    'companies',
    ['Kunde;Navn;Ansatte', '10001;Acme AS;3', '10002;Bcme AS;4'],
    ['id', 'name', 'employees'],
  ],
  ['the id', 'companies', ['Account;Firmaets navn', 'K-01;Acme AS', 'K-02;Bcme AS'], ['id', 'name']],
  [
    'a number of its own beside an id',
    'companies',
    ['Kunde;Kundenr;Navn', '10001;1;Acme AS', '10002;2;Bcme AS'],
    ['kunde', 'id', 'name'],
  ],
  [
    'a number of its own where it stands twice',
    'companies',
    ['Kunde;Navn', '10001;Acme AS', '10001;Bcme AS'],
    ['kunde', 'name'],
  ],
  [
    'no name',
    'deals',
    ['Deal ID;Kunde;Kundenavn', '1;10001;Acme AS', '2;10002;Bcme AS'],
    ['id', 'kept', 'companyName'],
  ],
  ['no name', 'contacts', ['Kontakt;Fornavn', '1;Kari', '2;Ola'], ['kontakt', 'firstName']],
  [
    'the name where no other is one',
    'companies',
    ['Kunde;Ansatte', '10001;3', '10002;4'],
    ['name', 'employees'],
  ],
  [
    'the name where they are letters',
    'companies',
    ['Kunde;Navn', 'Acme AS;A', 'Bcme AS;B'],
    ['name', 'navn'],
  ],
])('figures below a known name are %s', (_, kind, lines, places) => {
  const { columns } = proposed(kind, lines)
  expect(
    columns.map(({ target }) =>
      target.kind === 'part' ? target.part : target.kind === 'kept' ? 'kept' : target.key,
    ),
  ).toEqual(places)
})
