import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { replacements } from './sequence.ts'

const sequence = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })

/** The length of the longest sequence that both contain, found the slow way. */
function longestShared(before: readonly string[], after: readonly string[]): number {
  const [first, ...rest] = before
  if (first === undefined) return 0
  const at = after.indexOf(first)
  const without = longestShared(rest, after)
  return at === -1 ? without : Math.max(without, 1 + longestShared(rest, after.slice(at + 1)))
}

test('the replacements make the one of the other, stand apart and are the fewest', () => {
  fc.assert(
    fc.property(sequence, sequence, (before, after) => {
      const found = replacements(before, after)
      const made = found
        .toReversed()
        .reduce<readonly string[]>(
          (so, { from, to, start, end }) => so.toSpliced(from, to - from, ...after.slice(start, end)),
          before,
        )
      expect(made).toEqual(after)
      expect(found.every(({ to }, index) => to < (found[index + 1]?.from ?? Number.POSITIVE_INFINITY))).toBe(
        true,
      )
      const kept = before.length - found.reduce((sum, { from, to }) => sum + to - from, 0)
      expect(kept).toBe(longestShared(before, after))
    }),
  )
})
