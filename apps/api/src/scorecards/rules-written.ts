import type { Rule } from '@profilkort/domain/rules/rule'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'

/** All rules of a scorecard as they are written. */
export function rulesWritten({ criteria, disqualifiers }: Scorecard): readonly Rule[] {
  return [
    ...criteria.flatMap((each) => (each.kind === 'rule' ? [each.two, ...(each.one ? [each.one] : [])] : [])),
    ...disqualifiers.map(({ rule }) => rule),
  ]
}
