import { expect, test } from 'vitest'
import { sumExactly } from './exact-sum.ts'

test.each<[readonly number[], number | undefined]>([
  [[], undefined],
  [[0.1, 0.2], 0.3],
  [[1e308, -1e308, 5e-324], 5e-324],
  [[1e308, 1e308], undefined],
  [[-1.25e-7, 1], 0.999999875],
  [[-0.5, 0.25], -0.25],
  [[3, 4], 7],
  [[Number.MAX_SAFE_INTEGER, 2], 9007199254740992],
])('of %j it is %s', (numbers, sum) => {
  expect(sumExactly(numbers)).toBe(sum)
  expect(sumExactly(numbers.toReversed())).toBe(sum)
})
