import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closest, editDistance } from './closeness.ts'

const words = ['technology', 'Philippines', 'retail', 'software', 'energy']

test.each([
  ['technolgy', 'technology'],
  ['Philipines', 'Philippines'],
  ['reatil', 'retail'],
  ['ENERGI', 'energy'],
  ['retail', undefined],
  ['medical', undefined],
  ['ret', undefined],
])('%s was meant to be %s', (word, meant) => {
  expect(closest(word, words)).toBe(meant)
})

test('one change is a distance of one, and the order of the two words is irrelevant', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (word, at, letter) => {
        const place = at % word.length
        const changed = `${word.slice(0, place)}${letter}${word.slice(place + 1)}`
        expect(editDistance(word, changed, 3)).toBeLessThanOrEqual(1)
        expect(editDistance(changed, word, 3)).toBe(editDistance(word, changed, 3))
      },
    ),
  )
})
