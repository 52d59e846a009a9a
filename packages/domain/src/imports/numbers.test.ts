import { expect, test } from 'vitest'
import { areCodes, looksLikeCode, parseAmount, parseNumber, weighFormats } from './numbers.ts'

/** Each cell in a row of its own. */
const once = (...cells: readonly string[]) => new Map(cells.map((cell) => [cell, 1]))

test.each([
  ['1 316 303,34', 1_316_303.34],
  ['48\u00a0107,00', 48_107],
  ['48\u202f107,00', 48_107],
  ['1.316.303,34', 1_316_303.34],
  ['4815,66', 4815.66],
  ['0,5', 0.5],
  ['12', 12],
  ['(19)', -19],
  ['(1 234,5)', -1234.5],
  ['-33', -33],
  ['−33', -33],
  ['12,5 %', 12.5],
  ['kr 1 200,-', 1200],
  ['1 200 NOK', 1200],
  ['€ 5,25', 5.25],
  ['12,5-', -12.5],
  ['-1 200', -1200],
  ['- 5', -5],
  ['+47', 47],
  ["1'234,5", 1234.5],
  ['1’234’567', 1_234_567],
  ['1\u2009234', 1234],
  ['−kr 5', -5],
  ['(kr 1.200,50)', -1200.5],
  [',5', 0.5],
  ['1,2E+07', 12_000_000],
  ['-1E+03', -1000],
  ['2,5e-2', 0.025],
])('%s with a decimal comma', (cell, value) => {
  expect(parseNumber(cell, 'decimalComma')).toBe(value)
})

test.each([
  ['1,316,303.34', 1_316_303.34],
  ['1100.04', 1100.04],
  ['$1,054', 1054],
  ['1 054.5', 1054.5],
  ['(19)', -19],
  ['1.2E7', 12_000_000],
])('%s with a decimal point', (cell, value) => {
  expect(parseNumber(cell, 'decimalPoint')).toBe(value)
})

test.each([
  '',
  'abc',
  '1,2,3',
  '12,34.5',
  '1.23.4',
  '--1',
  '()',
  '1e5',
  '1.2E',
  '1.2E7E7',
  '1 2E+07',
  'Infinity',
  '0x10',
  '9'.repeat(400),
  '123 45',
  '1 2',
  '1.5.',
  '-',
  '-()',
  'kr',
  '1’23',
])('%s is no number in either format', (cell) => {
  expect([parseNumber(cell, 'decimalPoint'), parseNumber(cell, 'decimalComma')]).toEqual([
    undefined,
    undefined,
  ])
})

test('the cells of a column say together which format it is in', () => {
  const none = { decimalPoint: 0, decimalComma: 0, ambiguous: 0, pointGroups: 0, alike: 0 }
  expect(weighFormats(once('1 200', '3,5', '7'))).toEqual({ ...none, decimalComma: 1, alike: 2 })
  expect(weighFormats(once('1.234', '5.678'))).toEqual({ ...none, ambiguous: 2, pointGroups: 2 })
  expect(weighFormats(once('1,234', '0.5'))).toEqual({ ...none, decimalPoint: 1, ambiguous: 1 })
  expect(weighFormats(once('kr. 12.500,-', '0.125', '-7.000'))).toEqual({
    ...none,
    ambiguous: 3,
    pointGroups: 2,
  })
  expect(weighFormats(new Map([['0,5', 40]]).set('sold', 1))).toEqual({ ...none, decimalComma: 40 })
})

test.each([
  ['organisation numbers', ['923609016', '810034882'], true],
  [
    'one of them with a blank in it',
    [...Array(20).keys()].map((index) => `${923_609_016 + index}`).concat('923 609 016'),
    true,
  ],
  ['addresses of machines', ['10.100.200.250', '10.100.200.251'], true],
  ['amounts of many lengths', ['1200000000', '250000000', '40000'], false],
  ['grouped amounts', ['1.234.567', '12.500'], false],
  ['one of four groups', ['1.234.567.890'], false],
])('%s (%j) are codes: %s', (_, cells, isCodes) => {
  expect(areCodes(once(...cells))).toBe(isCodes)
})

test.each([
  ['0301', true],
  ['01.110.2', true],
  ['4006381333931001', true],
  ['250000000', false],
  ['1.234.567', false],
  ['0', false],
  ['0,5', false],
  ['2017', false],
])('%s is a code: %s', (cell, isCode) => {
  expect(looksLikeCode(cell)).toBe(isCode)
})

test.each([
  ['1 200 NOK', 1200, 'NOK'],
  ['SEK 1.200,50', 1200.5, 'SEK'],
  ['kr 1200', 1200, undefined],
  ['€5,25', 5.25, 'EUR'],
  ['US$ 5', 5, 'USD'],
  ['5 eur', 5, 'EUR'],
  ['12,5 %', 12.5, undefined],
])('%s names its currency', (cell, amount, currency) => {
  expect(parseAmount(cell, 'decimalComma')).toEqual({ amount, currency })
})
