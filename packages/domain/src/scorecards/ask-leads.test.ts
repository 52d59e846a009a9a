import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Goal, planQuestions, questionsOf } from './ask-leads.ts'
import { type Answers, computeFit, type Fit, type PreparedScorecard, prepareScorecard } from './fit.ts'
import type { Criterion, Points, Scorecard } from './scorecard.ts'
import { starterBands } from './starter.ts'

const text = { en: 'x' }
const criterion = (key: string, weight: number, group?: string): Criterion => ({
  kind: 'answer',
  key,
  label: text,
  weight,
  question: text,
  choices: [text, text, text],
  ...(group === undefined ? {} : { group }),
})
const scorecard = (parts: Partial<Scorecard>): Scorecard => ({
  name: text,
  criteria: [criterion('authority', 1), criterion('budget', 3), criterion('need', 2)],
  threshold: 6,
  bands: starterBands,
  coverageFloor: 0,
  disqualifiers: [],
  ...parts,
})

type Given = { readonly [key: string]: Points }
function fitOf(prepared: PreparedScorecard, given: Given): Fit {
  const answers = Object.entries(given).map(([key, points]) => [key, { points, note: '', by: 'me', at: 0 }])
  return computeFit(prepared, { attributes: {}, metrics: {} }, Object.fromEntries(answers) as Answers)
}
const plan = (card: Scorecard, leads: { readonly [id: string]: Given }, goal: Goal = 'threshold') => {
  const prepared = prepareScorecard(card, 0)
  const all = Object.entries(leads).map(([id, given]) => ({ id, fit: fitOf(prepared, given) }))
  return planQuestions(prepared, all, goal)
}

describe('what to ask whom', () => {
  test('asks each lead what decides it surest, and tells how many leads a question decides', () => {
    const { leads, questions, settled } = plan(scorecard({ threshold: 7 }), {
      // 2 of 12 known: budget decides at 0 (then at most 6) and at 2 (at least 8), not at 1 (5 to 9).
      lead: { authority: 2 },
      // Only budget is open: it decides whatever it is.
      close: { need: 2, authority: 0 },
      won: { need: 2, budget: 2 },
      lost: { need: 0, budget: 0 },
    })
    expect(settled).toBe(2)
    expect(leads.map(({ id, best }) => [id, best.criterion.key, best.decisive, best.outcomes])).toEqual([
      ['close', 'budget', 3, 3],
      ['lead', 'budget', 2, 3],
    ])
    expect(questions.map(({ criterion: { key }, ...counts }) => [key, counts])).toEqual([
      ['budget', { best: 2, canDecide: 2, decides: 1 }],
      ['need', { best: 0, canDecide: 0, decides: 0 }],
    ])
  })

  test('asks nobody who is disqualified or decided', () => {
    const disqualifiers = [{ key: 'all', reason: text, rule: { kind: 'all' as const, rules: [] } }]
    expect(plan(scorecard({ disqualifiers }), { lead: {} })).toMatchObject({ leads: [], settled: 1 })
    expect(plan(scorecard({ threshold: 0 }), { lead: {} })).toMatchObject({ leads: [], questions: [] })
  })

  test('asks for the band where that is the goal, until enough is known for one', () => {
    const halves = scorecard({
      bands: [
        { key: 'low', label: text, from: 0 },
        { key: 'high', label: text, from: 50 },
      ],
    })
    const decided = { need: 2, budget: 2 } as const
    expect(plan(halves, { lead: decided }, 'band').settled).toBe(1)
    const strict = { ...halves, coverageFloor: 1 }
    expect(plan(strict, { lead: decided }, 'band').leads).toMatchObject([
      { best: { criterion: { key: 'authority' }, decisive: 3 } },
    ])
  })

  test('leaves out what a full group makes no difference of', () => {
    const card = scorecard({
      criteria: [criterion('a', 5, 'full'), criterion('b', 5, 'full'), criterion('c', 1)],
      groups: [{ key: 'full', label: text, cap: 4 }],
      threshold: 5,
    })
    const { leads } = plan(card, { lead: { a: 2 } })
    expect(leads[0]?.best.criterion.key).toBe('c')
    expect(leads[0]?.questions.find(({ criterion: { key } }) => key === 'b')).toMatchObject({
      decisive: 0,
      reach: 0,
    })
  })
})

describe('laws of what to ask', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'] as const
  const card = fc
    .record({
      weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      grouped: fc.boolean(),
      cap: fc.integer({ min: 1, max: 80 }),
      threshold: fc.integer({ min: 0, max: 100 }),
      coverageFloor: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ weights, grouped, cap, ...rest }) =>
      scorecard({
        ...rest,
        criteria: weights.map((weight, index) =>
          criterion(keys[index] ?? 'a', weight, grouped && index < 2 ? 'g' : undefined),
        ),
        groups: grouped ? [{ key: 'g', label: text, cap }] : [],
      }),
    )
  const given = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom<Points>(0, 1, 2))
  const goal = fc.constantFrom<Goal>('threshold', 'band')

  test('an answer decides exactly as often as the fit after it says', () => {
    fc.assert(
      fc.property(card, given, (each, answers) => {
        const prepared = prepareScorecard(each, 0)
        for (const question of questionsOf(prepared, fitOf(prepared, answers), 'threshold')) {
          const after = ([0, 1, 2] as const).map((points) =>
            fitOf(prepared, { ...answers, [question.criterion.key]: points }),
          )
          const decided = after.filter(({ meetsThreshold }) => meetsThreshold !== 'undecided')
          expect(decided.length).toBe(question.decisive)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('there is a question exactly while the threshold is undecided, and no other decides with more answers', () => {
    fc.assert(
      fc.property(card, given, goal, (each, answers, of) => {
        const prepared = prepareScorecard(each, 0)
        const fit = fitOf(prepared, answers)
        const [best, ...others] = questionsOf(prepared, fit, of)
        if (of === 'threshold') expect(best !== undefined).toBe(fit.meetsThreshold === 'undecided')
        for (const other of others) expect(other.decisive).toBeLessThanOrEqual(best?.decisive ?? 0)
      }),
      { numRuns: 1000 },
    )
  })

  test('where one answer can decide, the next question of the fit can too when there are no groups', () => {
    fc.assert(
      fc.property(card, given, (each, answers) => {
        const { groups: _groups, ...rest } = each
        const free = { ...rest, criteria: each.criteria.map(({ group: _group, ...one }) => one as Criterion) }
        const prepared = prepareScorecard(free, 0)
        const fit = fitOf(prepared, answers)
        const [best] = questionsOf(prepared, fit, 'threshold')
        const next = questionsOf(prepared, fit, 'threshold').find((one) => one.criterion === fit.nextQuestion)
        expect(next?.decisive).toBe(best?.decisive)
      }),
      { numRuns: 1000 },
    )
  })
})
