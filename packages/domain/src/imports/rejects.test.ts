import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvScanner } from './csv/csv-scanner.ts'
import { encodeText } from './csv/write-csv.ts'
import { escapeFormula, rejectLine, rejectsHeader, unescapeRow } from './rejects.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+47 22 00 00 00', "'+47 22 00 00 00"],
  ["'=1", "''=1"],
  ['-12,5', '-12,5'],
  ['-1 200.50', '-1 200.50'],
  ['a=b', 'a=b'],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
])('%s is written as %s', (cell, written) => {
  expect(escapeFormula(cell)).toBe(written)
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', '\n', '\t', '1', 'å') }),
)

test('whatever could not be taken comes back as it stood', () => {
  const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((each) => each.trim() !== ''))
  fc.assert(
    fc.property(row, (cells) => {
      const headers = ['=a', 'b', 'c']
      const text = rejectsHeader(headers, ';') + rejectLine(headers, { cells, reason: '-x' }, ';')
      const scanner = csvScanner({ delimiter: ';', quote: '"', escaping: 'doubled' })
      const rows = [...scanner.push(text), ...scanner.end()]
      expect(rows.map((each) => unescapeRow(each.cells, 4))).toEqual([headers, cells])
    }),
  )
})

test('texts are written in the encoding they were read in', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh']) {
    const text = 'Blåbær; Ærø; 5 €\r\n'
    expect(new TextDecoder(encoding).decode(encodeText(text, encoding))).toBe(text)
  }
  expect(new TextDecoder('windows-1252').decode(encodeText('名😀x', 'windows-1252'))).toBe('??x')
})
