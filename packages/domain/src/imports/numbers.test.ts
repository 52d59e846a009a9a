import { expect, test } from 'vitest'
import { looksLikeCode, parseAmount, parseNumber, weighFormats } from './numbers.ts'

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
])('%s with a decimal comma', (cell, value) => {
  expect(parseNumber(cell, 'decimalComma')).toBe(value)
})

test.each([
  ['1,316,303.34', 1_316_303.34],
  ['1100.04', 1100.04],
  ['$1,054', 1054],
  ['1 054.5', 1054.5],
  ['(19)', -19],
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
  expect(weighFormats(['1 200', '3,5', '7'])).toEqual({ decimalPoint: 0, decimalComma: 1, ambiguous: 0 })
  expect(weighFormats(['1.234', '5.678'])).toEqual({ decimalPoint: 0, decimalComma: 0, ambiguous: 2 })
  expect(weighFormats(['1,234', '0.5'])).toEqual({ decimalPoint: 1, decimalComma: 0, ambiguous: 1 })
})

test.each([
  ['0301', true],
  ['923609016', true],
  ['01.110.2', true],
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
