import { in4, type Translated } from '../locales/locale.ts'
import type { AnswerCriterion, Decay, Scorecard } from './scorecard.ts'
import { starterBands, starterCriteria } from './starter.ts'

/** A scorecard to begin from, in all four languages. */
export interface ScorecardTemplate {
  readonly key: string
  readonly description: Translated
  readonly content: Scorecard
}

/** How long what a lead told stays true: a plan or a budget of last year is worth asking about again. */
const ageing: { readonly [criterion: string]: Decay } = {
  need: { freshDays: 180, staleDays: 540 },
  timeline: { freshDays: 60, staleDays: 180 },
  budget: { freshDays: 90, staleDays: 365 },
  authority: { freshDays: 180, staleDays: 540 },
}

const ageingCriteria: readonly AnswerCriterion[] = starterCriteria.map((criterion) => {
  const decay = ageing[criterion.key]
  return decay === undefined ? criterion : { ...criterion, decay }
})

export const scorecardTemplates: readonly ScorecardTemplate[] = [
  {
    key: 'leadQualification',
    description: in4(
      'Fire spørsmål til hvert emne: behov, tidsplan, budsjett og beslutningsmakt. Svarene eldes, så gamle spørsmål stilles på nytt.',
      'Fyra frågor till varje lead: behov, tidsplan, budget och beslutanderätt. Svaren åldras, så gamla frågor ställs igen.',
      'Fire spørgsmål til hvert emne: behov, tidsplan, budget og beslutningskraft. Svarene ældes, så gamle spørgsmål stilles igen.',
      'Four questions to every lead: need, timeline, budget and authority. Answers age, so that old questions are asked again.',
    ),
    content: {
      name: in4(
        'Kvalifisering av emner',
        'Kvalificering av leads',
        'Kvalificering af emner',
        'Lead qualification',
      ),
      criteria: ageingCriteria,
      groups: [],
      threshold: 5,
      bands: starterBands,
      coverageFloor: 0.5,
      disqualifiers: [],
    },
  },
]
