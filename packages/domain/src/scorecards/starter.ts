import { in4 } from '../locales/locale.ts'
import type { Trait } from '../profiles/profile.ts'
import type { AnswerCriterion, Band, RuleCriterion } from './scorecard.ts'

/** What every scorecard starts with (R6.1): need, timeline, budget and authority, answered by a seller. */
export const starterCriteria: readonly AnswerCriterion[] = [
  {
    kind: 'answer',
    key: 'need',
    weight: 1,
    label: in4('Behov', 'Behov', 'Behov', 'Need'),
    question: in4(
      'Hvor stort er behovet for det vi selger?',
      'Hur stort är behovet av det vi säljer?',
      'Hvor stort er behovet for det, vi sælger?',
      'How great is the need for what we sell?',
    ),
    choices: [
      in4('Ikke noe behov', 'Inget behov', 'Intet behov', 'No need'),
      in4('Noe behov', 'Visst behov', 'Noget behov', 'Some need'),
      in4('Tydelig behov', 'Tydligt behov', 'Tydeligt behov', 'A clear need'),
    ],
  },
  {
    kind: 'answer',
    key: 'timeline',
    weight: 1,
    label: in4('Tidsplan', 'Tidsplan', 'Tidsplan', 'Timeline'),
    question: in4(
      'Når vil de ha det på plass?',
      'När vill de ha det på plats?',
      'Hvornår vil de have det på plads?',
      'When do they want it in place?',
    ),
    choices: [
      in4('Ingen plan', 'Ingen plan', 'Ingen plan', 'No plan'),
      in4('Innen et år', 'Inom ett år', 'Inden for et år', 'Within a year'),
      in4('Innen tre måneder', 'Inom tre månader', 'Inden for tre måneder', 'Within three months'),
    ],
  },
  {
    kind: 'answer',
    key: 'budget',
    weight: 1,
    label: in4('Budsjett', 'Budget', 'Budget', 'Budget'),
    question: in4(
      'Er det satt av penger?',
      'Finns det pengar avsatta?',
      'Er der afsat penge?',
      'Has money been set aside?',
    ),
    choices: [
      in4('Nei', 'Nej', 'Nej', 'No'),
      in4('Kan skaffes', 'Kan ordnas', 'Kan skaffes', 'Can be found'),
      in4('Ja', 'Ja', 'Ja', 'Yes'),
    ],
  },
  {
    kind: 'answer',
    key: 'authority',
    weight: 1,
    label: in4('Beslutningsmakt', 'Beslutanderätt', 'Beslutningskraft', 'Authority'),
    question: in4(
      'Snakker vi med den som bestemmer?',
      'Talar vi med den som bestämmer?',
      'Taler vi med den, der beslutter?',
      'Are we talking with the one who decides?',
    ),
    choices: [
      in4('Nei', 'Nej', 'Nej', 'No'),
      in4(
        'Med en som påvirker',
        'Med någon som påverkar',
        'Med én, der har indflydelse',
        'With someone who influences',
      ),
      in4('Ja', 'Ja', 'Ja', 'Yes'),
    ],
  },
]

/** The bands of a new scorecard. */
export const starterBands: readonly Band[] = [
  { key: 'low', from: 0, label: in4('Lav', 'Låg', 'Lav', 'Low') },
  { key: 'medium', from: 40, label: in4('Middels', 'Medel', 'Middel', 'Medium') },
  { key: 'high', from: 70, label: in4('Høy', 'Hög', 'Høj', 'High') },
]

/** The criterion that gives 2 points where a profile's trait holds. */
export function criterionOfTrait(trait: Trait, weight = 1): RuleCriterion {
  return { kind: 'rule', key: trait.key, label: trait.label, weight, two: trait.rule }
}
