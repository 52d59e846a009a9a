import { type Period, periods } from '../period.ts'
import type { Checking, Path } from './checking.ts'
import { nearest, suggest } from './suggest.ts'

export function checkPeriod(checking: Checking, input: unknown, path: Path): Period | undefined {
  const found = periods.find((each) => each === input)
  if (found !== undefined) return found
  const guess = typeof input === 'string' ? nearest(input, periods) : undefined
  return checking.tell(
    path,
    `There is no such period. ${suggest(guess, `Use one of: ${periods.join(', ')}.`)}`,
  )
}
