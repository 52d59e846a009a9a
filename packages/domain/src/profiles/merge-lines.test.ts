import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeLines } from './merge-lines.ts'

const base = ['tid', 'vekst', 'ro', 'søvn']

test.each([
  [
    'one changes the first, the other the last',
    ['TID', 'vekst', 'ro', 'søvn'],
    ['tid', 'vekst', 'ro'],
    ['TID', 'vekst', 'ro'],
  ],
  [
    'one adds at the start, the other at the end',
    ['ny', ...base],
    [...base, 'sist'],
    ['ny', ...base, 'sist'],
  ],
  ['one takes all out, the other nothing', [], base, []],
])('%s', (_name, mine, theirs, merged) => {
  expect(mergeLines(base, mine, theirs)).toEqual(merged)
})

test.each([
  ['both change the same line', ['TID', 'vekst', 'ro', 'søvn'], ['Tid', 'vekst', 'ro', 'søvn']],
  ['both add at the end', [...base, 'min'], [...base, 'deres']],
  ['one takes all out, the other adds', [], [...base, 'deres']],
  ['they change lines beside each other', ['TID', 'vekst', 'ro', 'søvn'], ['tid', 'VEKST', 'ro', 'søvn']],
])('no merge where %s', (_name, mine, theirs) => {
  expect(mergeLines(base, mine, theirs)).toBeUndefined()
})

test('lines that one side added are there, those that one side took out are not', () => {
  const lines = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
  fc.assert(
    fc.property(lines, lines, lines, (old, mine, theirs) => {
      const merged = mergeLines(old, mine, theirs)
      fc.pre(merged !== undefined)
      for (const side of [mine, theirs]) {
        for (const line of side) if (!old.includes(line)) expect(merged).toContain(line)
      }
      for (const line of old) {
        if (mine.includes(line) && theirs.includes(line)) expect(merged).toContain(line)
        if (!mine.includes(line) || !theirs.includes(line)) expect(merged).not.toContain(line)
      }
    }),
  )
})
