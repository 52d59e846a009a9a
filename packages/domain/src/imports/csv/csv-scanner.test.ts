import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileRow } from '../file-row.ts'
import { CsvBroken, csvScanner } from './csv-scanner.ts'
import type { CsvDialect } from './dialect.ts'

const comma: CsvDialect = { delimiter: ',', quote: '"', escaping: 'doubled' }

/** All rows of a text, handed over in chunks of a size. */
function scan(text: string, dialect: CsvDialect = comma, size = text.length || 1) {
  const scanner = csvScanner(dialect)
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )
  return [...chunks.flatMap((chunk) => scanner.push(chunk)), ...scanner.end()]
}

const cells = (text: string, dialect?: CsvDialect) => scan(text, dialect).map((row) => row.cells)

test.each<[what: string, text: string, rows: readonly (readonly string[])[]]>([
  ['one row', 'a,b', [['a', 'b']]],
  ['a last line end', 'a,b\n', [['a', 'b']]],
  ['empty cells at both ends', ',b,', [['', 'b', '']]],
  ['line ends of all kinds, mixed', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
  ['blank lines and lines of blanks', '\n\r\n  \na,b\n , \n\n', [['a', 'b']]],
  ['blanks around cells', ' a , b ', [[' a ', ' b ']]],
  ['a quoted cell', '"a,b",c', [['a,b', 'c']]],
  ['a line end in a quoted cell', '"a\nb\r\nc",d', [['a\nb\r\nc', 'd']]],
  ['doubled quotes', '"a ""b"" c",""""', [['a "b" c', '"']]],
  ['an empty quoted cell', '"",a,""', [['', 'a', '']]],
  ['blanks around a quoted cell', ' "a, b" ,c', [['a, b', 'c']]],
  ['quotes within a bare cell', 'the "big" one,b', [['the "big" one', 'b']]],
  [
    'a quote within a bare cell that is never closed',
    'a,5" pipe\nb,c',
    [
      ['a', '5" pipe'],
      ['b', 'c'],
    ],
  ],
  [
    'a quoted word that begins a bare cell',
    '"Engaging" deals,b\nc,d',
    [
      ['"Engaging" deals', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a quoted word beside a quoted cell', '"Engaging" deals,"b"', [['"Engaging" deals', 'b']]],
  ['quotes that nobody doubled', '"He said "hi, there" to me",b', [['He said "hi, there" to me', 'b']]],
  ['quotes that nobody doubled at the end of the text', '"He said "hi"', [['He said "hi']]],
  ['single quotes as letters', "'s-Hertogenbosch,'a", [["'s-Hertogenbosch", "'a"]]],
  [
    'a row of more cells',
    'a,b\nc,d,e',
    [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ],
  ],
  ['a backslash before the closing quote', '"C:\\",b', [['C:\\', 'b']]],
])('%s', (_, text, rows) => {
  expect(cells(text)).toEqual(rows)
})

test('other delimiters, quotes and escapes', () => {
  expect(cells("'a;b';'it''s'", { delimiter: ';', quote: "'", escaping: 'doubled' })).toEqual([
    ['a;b', "it's"],
  ])
  const backslash: CsvDialect = { delimiter: ';', quote: '"', escaping: 'backslash' }
  expect(cells('"a \\"b\\" c";"d\\\\e";"C:\\"\nf', backslash)).toEqual([['a "b" c', 'd\\e', 'C:\\'], ['f']])
  expect(cells('a\u001f"b\u001fc"', { ...comma, delimiter: '\u001f' })).toEqual([['a', 'b\u001fc']])
  expect(cells('"a"|b', { delimiter: '|', quote: undefined, escaping: 'doubled' })).toEqual([['"a"', 'b']])
})

test('rows know the line they begin on', () => {
  expect(scan('a\r\n\r\n"b\r\nc\nd"\re\n').map(({ cells: [cell], line }) => [cell, line])).toEqual([
    ['a', 1],
    ['b\r\nc\nd', 3],
    ['e', 6],
  ])
})

test('a row that is too long is told of, and those below it are read', () => {
  const long = 'x'.repeat(1 << 21)
  for (const text of [`a,b\n${long},1\nc,d`, `a,b\n"${long}",1\r\nc,d`, `a,b\r${long}"\rc,d`]) {
    const [first, broken, last] = scan(text, comma, 1 << 16) as readonly FileRow[]
    expect([first, last]).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['c', 'd'], line: 3 },
    ])
    expect(broken).toMatchObject({ line: 2, problem: expect.stringMatching(/^the row is longer than 1 MiB/) })
    expect(broken?.cells.join('').length).toBeLessThan(300)
  }
})

test('a quote that is never closed is told of by its line, a row beyond all measure too', () => {
  const broken = (text: string) => {
    try {
      return scan(text, comma, 1 << 16)
    } catch (error) {
      return error instanceof CsvBroken ? `${error.code} ${error.line}` : error
    }
  }
  expect(broken('a\nb,"c\nd\ne')).toBe('QUOTE_NOT_CLOSED 2')
  expect(broken(`a\n"${'x'.repeat(1 << 21)}`)).toBe('QUOTE_NOT_CLOSED 2')
  expect(broken(`a\n"${'x\n'.repeat(1 << 21)}`)).toBe('RECORD_TOO_LONG 2')
  expect(broken(`a\nb\n${'x'.repeat(1 << 25)}\nc`)).toBe('RECORD_TOO_LONG 3')
  expect(broken(`a\n"${'x'.repeat(1 << 25)}"\nc`)).toBe('RECORD_TOO_LONG 2')
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'æ', '"', "'", ',', ';', '\n', '\r', ' ', '\\', '😀'),
  maxLength: 8,
})
const rowsOfCells = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )

test('whatever is written with quotes is read again, however it is cut into chunks', () => {
  fc.assert(
    fc.property(
      rowsOfCells,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      (rows, end, size) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join(end)
        const filled = rows.filter((row) => row.some((each) => each.trim() !== ''))
        expect(scan(text, comma, size).map((row) => row.cells)).toEqual(filled)
      },
    ),
    { numRuns: 500 },
  )
})

test('how any text is cut into chunks changes nothing', () => {
  const read = (text: string, size: number) => {
    try {
      return scan(text, comma, size)
    } catch (error) {
      return String(error)
    }
  }
  fc.assert(
    fc.property(cell, cell, cell, fc.integer({ min: 1, max: 5 }), (a, b, c, size) => {
      const text = a + b + c
      expect(read(text, size)).toEqual(read(text, text.length || 1))
    }),
    { numRuns: 2000 },
  )
})
