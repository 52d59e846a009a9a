import { expect, test } from 'vitest'
import { fold, foldedFrom, foldedTo } from './fold.ts'

test.each([
  ['OSLO', 'oslo'],
  ['Tromsø ÆØÅ', 'tromsø æøå'],
  ['KÁRÁŠJOHKA ČĐŊŦŽ', 'kárášjohka čđŋŧž'],
  ['ǤǦǨǮƷ', 'ǥǧǩǯʒ'],
  ['ÄÖÜ STRAẞE', 'äöü straße'],
  ['Ÿ ŁÓDŹ', 'ÿ łódź'],
  ['× ÷', '× ÷'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each(['İ', 'ı', 'Σ', '😀', 'A\u0300'.slice(1), 'ŉ', 'ſ', 'Я'])(
  '%s has no partner in the table and stays',
  (text) => {
    expect(fold(text)).toBe(text)
  },
)

test('the table has each capital once, against one small letter that JavaScript agrees on', () => {
  const [from, to] = [Array.from(foldedFrom), Array.from(foldedTo)]
  expect(from).toHaveLength(to.length)
  expect(new Set(from).size).toBe(from.length)
  expect(from.map((letter) => letter.toLowerCase())).toEqual(to)
  expect(to.map(fold)).toEqual(to)
})
