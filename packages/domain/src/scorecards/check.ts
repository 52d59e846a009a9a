import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import { duplicateKeys, isKey, keyHelp } from '../profiles/keys.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import { attributesWithin } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'
import type { AnswerCriterion, Band, Criterion, Disqualifier, RuleCriterion, Scorecard } from './scorecard.ts'

type RuleDraft<Thing, Keys extends keyof Thing> = Omit<Thing, Keys> & { readonly [K in Keys]?: unknown }
export type CriterionDraft = AnswerCriterion | RuleDraft<RuleCriterion, 'two' | 'one'>

/** A scorecard as it came in, its rules not yet parsed. */
export interface ScorecardDraft extends Omit<Scorecard, 'criteria' | 'disqualifiers'> {
  readonly criteria: readonly CriterionDraft[]
  readonly disqualifiers: readonly RuleDraft<Disqualifier, 'rule'>[]
}

const most = { criteria: 100, disqualifiers: 50, bands: 20, weight: 1000 } as const
const longestText = 300

/** Parses a draft against the workspace's catalogue. All problems are told, not only the first. */
export function checkScorecard(draft: ScorecardDraft, catalogue: Catalogue): Result<Scorecard> {
  const problems: Problem[] = []
  const parseRule = (input: unknown, path: Problem['path']): Rule => {
    const rule = checkRule(input, catalogue)
    if (!rule.ok) {
      problems.push(...rule.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })))
      return { kind: 'all', rules: [] }
    }
    problems.push(...sensitiveFields(rule.value, catalogue, path))
    return rule.value
  }
  const criteria = draft.criteria.map((criterion, index): Criterion => {
    const path = ['criteria', index]
    problems.push(...checkCriterion(criterion, path))
    if (criterion.kind === 'answer') return criterion
    const { one, two, ...rest } = criterion
    const parsed = { ...rest, two: parseRule(two, [...path, 'two']) }
    return one === undefined ? parsed : { ...parsed, one: parseRule(one, [...path, 'one']) }
  })
  const disqualifiers = draft.disqualifiers.map(({ rule, ...rest }, index): Disqualifier => {
    const path = ['disqualifiers', index]
    problems.push(
      ...checkKey(rest.key, path),
      ...checkText(rest.reason, [...path, 'reason'], { longest: longestText, needed: true }),
    )
    return { ...rest, rule: parseRule(rule, [...path, 'rule']) }
  })
  problems.push(
    ...checkText(draft.name, ['name'], { longest: longestText, needed: true }),
    ...checkCounts(draft),
    ...duplicateKeys(draft.criteria, 'criteria'),
    ...duplicateKeys(draft.disqualifiers, 'disqualifiers'),
    ...duplicateKeys(draft.bands, 'bands'),
    ...checkThreshold(draft),
    ...checkBands(draft.bands),
  )
  return okUnless(problems, { ...draft, criteria, disqualifiers })
}

function checkCriterion(criterion: CriterionDraft, path: Problem['path']): readonly Problem[] {
  const weightIsFine = criterion.weight > 0 && criterion.weight <= most.weight
  return [
    ...checkKey(criterion.key, path),
    ...checkText(criterion.label, [...path, 'label'], { longest: longestText, needed: true }),
    ...(weightIsFine
      ? []
      : [
          {
            path: [...path, 'weight'],
            message: `A weight is more than 0 and at most ${most.weight}; this one is ${criterion.weight}.`,
          },
        ]),
    ...(criterion.kind === 'answer'
      ? [
          ...checkText(criterion.question, [...path, 'question'], { longest: longestText, needed: true }),
          ...criterion.choices.flatMap((choice, points) =>
            checkText(choice, [...path, 'choices', points], { longest: longestText, needed: true }),
          ),
        ]
      : []),
  ]
}

function checkKey(key: string, path: Problem['path']): readonly Problem[] {
  return isKey(key) ? [] : [{ path: [...path, 'key'], message: keyHelp(key) }]
}

function checkCounts(draft: ScorecardDraft): readonly Problem[] {
  const none =
    draft.criteria.length === 0
      ? [
          {
            path: ['criteria'],
            message:
              'A scorecard needs at least one criterion. Start with need, timeline, budget and authority.',
          },
        ]
      : []
  const over = (['criteria', 'disqualifiers', 'bands'] as const)
    .filter((what) => draft[what].length > most[what])
    .map((what) => ({
      path: [what],
      message: `At most ${most[what]} ${what}; these are ${draft[what].length}.`,
    }))
  return [...none, ...over]
}

function checkThreshold({ criteria, threshold, coverageFloor }: ScorecardDraft): readonly Problem[] {
  const maximum = criteria.reduce((sum, { weight }) => sum + 2 * weight, 0)
  return [
    ...(threshold >= 0 && threshold <= maximum
      ? []
      : [
          {
            path: ['threshold'],
            message: `The threshold is in points, from 0 to what can be reached: ${maximum}. This one is ${threshold}.`,
          },
        ]),
    ...(coverageFloor >= 0 && coverageFloor <= 1
      ? []
      : [
          {
            path: ['coverageFloor'],
            message: `The coverage floor is a share, from 0 to 1; this one is ${coverageFloor}.`,
          },
        ]),
  ]
}

function checkBands(bands: readonly Band[]): readonly Problem[] {
  return bands.flatMap((band, index): readonly Problem[] => {
    const path = ['bands', index]
    const previous = bands[index - 1]?.from
    const problems = [
      ...checkKey(band.key, path),
      ...checkText(band.label, [...path, 'label'], { longest: longestText, needed: true }),
    ]
    if (previous === undefined) {
      return band.from === 0
        ? problems
        : [
            ...problems,
            {
              path: [...path, 'from'],
              message: 'The first band begins at 0, so that every percentage has a band.',
            },
          ]
    }
    if (band.from > previous && band.from <= 100) return problems
    return [
      ...problems,
      {
        path: [...path, 'from'],
        message: `A band begins after the one before it (${previous}) and at 100 at the latest.`,
      },
    ]
  })
}

/** Special categories are left out of scoring (R1.3), however a rule comes to speak of them. */
function sensitiveFields(rule: Rule, catalogue: Catalogue, path: Problem['path']): readonly Problem[] {
  return attributesWithin(rule, catalogue.records?.segments ?? new Map())
    .filter((key) => catalogue.attributes.get(key)?.sensitive)
    .map((key) => ({
      path,
      message: `"${key}" is of a special category (health, religion, ethnicity …) and is left out of scoring. Take it out of the rule.`,
    }))
}
