import { in4 } from '@profilkort/domain/locales/locale'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { criterionOfTrait, starterBands, starterCriteria } from '@profilkort/domain/scorecards/starter'
import { demoProfiles } from './profiles.ts'
import { truth } from './truth.ts'

const [accountants] = demoProfiles

/** The slug of the demo's scorecard. */
export const demoScorecardSlug = 'ideal-customer'

/** Need, timeline, budget and authority, and the traits of the ideal customer; whom to give up is disqualified. */
export const demoScorecard: Scorecard = {
  name: in4('Idealkunde', 'Idealkund', 'Idealkunde', 'Ideal customer'),
  criteria: [
    ...starterCriteria.map((criterion) =>
      criterion.key === 'need' ? { ...criterion, weight: 2 } : criterion,
    ),
    ...accountants.content.traits.map((trait) => criterionOfTrait(trait, trait.key === 'industry' ? 2 : 1)),
  ],
  threshold: 9,
  bands: starterBands,
  coverageFloor: 0.3,
  disqualifiers: [
    {
      key: 'seasonal',
      reason: in4(
        'Lite sesongsted: vi har sluttet å selge til dem.',
        'Litet säsongsställe: vi har slutat sälja till dem.',
        'Lille sæsonsted: vi er holdt op med at sælge til dem.',
        'A small seasonal place: we have stopped selling to them.',
      ),
      rule: {
        kind: 'all',
        rules: [
          { kind: 'oneOf', field: { kind: 'attribute', key: 'industry' }, values: [truth.givenUp.industry] },
          {
            kind: 'lessThan',
            field: { kind: 'attribute', key: 'employees' },
            value: truth.givenUp.employeesBelow,
          },
        ],
      },
    },
  ],
}
