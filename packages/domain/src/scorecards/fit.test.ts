import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../rules/rule.ts'
import { type Answers, computeFit, type Fit, prepareScorecard } from './fit.ts'
import type { Band, Criterion, Points, Scorecard } from './scorecard.ts'
import { starterBands, starterCriteria } from './starter.ts'

const text = { en: 'x' }
const now = Date.UTC(2026, 10, 23)

const atLeast = (key: string, value: number): Rule => ({
  kind: 'atLeast',
  field: { kind: 'attribute', key },
  value,
})

const ruleCriterion = (key: string, weight = 1): Criterion => ({
  kind: 'rule',
  key,
  label: text,
  weight,
  two: atLeast(key, 20),
  one: atLeast(key, 10),
})

const answerCriterion = (key: string, weight = 1): Criterion => ({
  kind: 'answer',
  key,
  label: text,
  weight,
  question: text,
  choices: [text, text, text],
})

function scorecard(parts: Partial<Scorecard>): Scorecard {
  return {
    name: text,
    criteria: [],
    threshold: 1,
    bands: starterBands,
    coverageFloor: 0,
    disqualifiers: [],
    ...parts,
  }
}

function fitOf(
  card: Scorecard,
  attributes: { readonly [key: string]: number },
  answers: { readonly [key: string]: Points } = {},
): Fit {
  const given = Object.entries(answers).map(([key, points]) => [key, { points, note: '', by: 'me', at: now }])
  return computeFit(
    prepareScorecard(card, now),
    { attributes, metrics: {} },
    Object.fromEntries(given) as Answers,
  )
}

describe('a fit', () => {
  const card = scorecard({
    criteria: [ruleCriterion('employees', 2), ruleCriterion('branches'), answerCriterion('need', 3)],
    threshold: 6,
  })

  test('gives 2, 1 or 0 points times the weight, and leaves out what is not known', () => {
    const result = fitOf(card, { employees: 50 })
    expect(result).toMatchObject({
      points: 4,
      maximum: 12,
      range: { low: 4, high: 12 },
      meetsThreshold: 'undecided',
    })
    expect(result.coverage).toBeCloseTo(2 / 6)
    expect(result.percent).toBeCloseTo(100 / 3)
    expect(fitOf(card, { employees: 12 }).points).toBe(2)
    expect(fitOf(card, { employees: 3 }).points).toBe(0)
  })

  test('asks next for the heaviest of the unknown while they decide, and for nothing once it is decided', () => {
    expect(fitOf(card, { employees: 50 }).nextQuestion?.key).toBe('need')
    expect(fitOf(card, { employees: 50 }, { need: 1 }).meetsThreshold).toBe('yes')
    expect(fitOf(card, { employees: 50 }, { need: 1 }).nextQuestion).toBeUndefined()
    expect(fitOf(card, { employees: 3, branches: 50 }, { need: 0 }).meetsThreshold).toBe('no')
  })

  test('is insufficient below the coverage floor, and then has no band', () => {
    const strict = { ...card, coverageFloor: 0.5 }
    expect(fitOf(strict, { employees: 50 })).toMatchObject({ status: 'insufficientData', band: undefined })
    expect(fitOf(strict, { employees: 50, branches: 50 })).toMatchObject({
      status: 'scored',
      band: { key: 'medium' },
    })
  })

  test('is disqualified only by what is known, and names the reason', () => {
    const disqualifiers = [
      { key: 'tooLarge', reason: { en: 'Too large for us' }, rule: atLeast('employees', 1000) },
    ]
    const strict = { ...card, disqualifiers }
    expect(fitOf(strict, { employees: 5000 })).toMatchObject({
      status: 'disqualified',
      disqualifiedBy: disqualifiers,
      nextQuestion: undefined,
    })
    expect(fitOf(strict, {}).status).toBe('scored')
  })

  test('a rule that is decided by part of what it needs counts as known', () => {
    const either: Rule = { kind: 'any', rules: [atLeast('employees', 20), atLeast('branches', 5)] }
    const one = scorecard({ criteria: [{ kind: 'rule', key: 'size', label: text, weight: 1, two: either }] })
    expect(fitOf(one, { employees: 50 })).toMatchObject({ points: 2, coverage: 1 })
    expect(fitOf(one, { employees: 1 })).toMatchObject({ points: 0, coverage: 0 })
  })

  test('falls in half-open bands that cover 0 to 100 %', () => {
    const bands: readonly Band[] = [
      { key: 'low', label: text, from: 0 },
      { key: 'high', label: text, from: 50 },
    ]
    const halves = scorecard({ criteria: [answerCriterion('a')], bands })
    expect([0, 1, 2].map((points) => fitOf(halves, {}, { a: points as Points }).band?.key)).toEqual([
      'low',
      'high',
      'high',
    ])
  })

  test('starts from need, timeline, budget and authority', () => {
    expect(starterCriteria.map(({ key }) => key)).toEqual(['need', 'timeline', 'budget', 'authority'])
  })
})

describe('laws of fit', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
  const weight = fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4)
  const criterion = fc.tuple(fc.boolean(), weight)
  const criteria = fc
    .array(criterion, { minLength: 1, maxLength: keys.length })
    .map((all) =>
      all.map(([isRule, w], index) => (isRule ? ruleCriterion : answerCriterion)(keys[index] ?? 'a', w)),
    )
  const card = fc.record({
    criteria,
    threshold: fc.double({ min: 0, max: 400, noNaN: true }),
    coverageFloor: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const points = fc.constantFrom<Points>(0, 1, 2)
  const attributes = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 40 }))
  const answers = fc.dictionary(fc.constantFrom(...keys), points)
  const law = (
    check: (
      scorecard: Scorecard,
      attributes: { [key: string]: number },
      answers: { [key: string]: Points },
    ) => void,
  ) =>
    fc.assert(
      fc.property(card, attributes, answers, (parts, known, given) => check(scorecard(parts), known, given)),
      { numRuns: 2000 },
    )

  test('the range contains the points, within 0 and the maximum', () => {
    law((each, known, given) => {
      const { range, points: own, maximum, coverage, percent } = fitOf(each, known, given)
      expect(0 <= range.low && range.low <= own && own <= range.high && range.high <= maximum).toBe(true)
      expect(0 <= coverage && coverage <= 1 && 0 <= percent && percent <= 100).toBe(true)
      expect(coverage === 1).toBe(range.low === range.high)
    })
  })

  test('answering an unknown never leaves the range, and never undoes a decision', () => {
    law((each, known, given) => {
      const before = fitOf(each, known, given)
      for (const { criterion: unknown } of before.criteria.filter((one) => one.points === undefined)) {
        for (const value of [0, 1, 2] as const) {
          const after =
            unknown.kind === 'rule'
              ? fitOf(each, { ...known, [unknown.key]: value * 10 }, given)
              : fitOf(each, known, { ...given, [unknown.key]: value })
          expect(after.range.low >= before.range.low && after.range.high <= before.range.high).toBe(true)
          expect(after.coverage).toBeGreaterThan(before.coverage)
          if (before.meetsThreshold !== 'undecided') expect(after.meetsThreshold).toBe(before.meetsThreshold)
        }
      }
    })
  })

  test('the next question is asked exactly while the unknown decides, and is of the heaviest unknown', () => {
    law((each, known, given) => {
      const { meetsThreshold, nextQuestion, criteria: all } = fitOf(each, known, given)
      expect(nextQuestion !== undefined).toBe(meetsThreshold === 'undecided')
      const unknown = all.filter((one) => one.points === undefined).map((one) => one.criterion)
      if (nextQuestion) expect(nextQuestion.weight).toBe(Math.max(...unknown.map((one) => one.weight)))
    })
  })

  test('weights scale: twice the weights and threshold give twice the points and the same answers', () => {
    law((each, known, given) => {
      const before = fitOf(each, known, given)
      const twice = {
        ...each,
        threshold: each.threshold * 2,
        criteria: each.criteria.map((one) => ({ ...one, weight: one.weight * 2 })),
      }
      const after = fitOf(twice, known, given)
      expect(after).toMatchObject({
        points: before.points * 2,
        maximum: before.maximum * 2,
        range: { low: before.range.low * 2, high: before.range.high * 2 },
        coverage: before.coverage,
        percent: before.percent,
        meetsThreshold: before.meetsThreshold,
        status: before.status,
        band: before.band,
      })
    })
  })

  test('the order of the criteria is irrelevant', () => {
    law((each, known, given) => {
      const { criteria: _before, ...before } = fitOf(each, known, given)
      const { criteria: _after, ...after } = fitOf(
        { ...each, criteria: each.criteria.toReversed() },
        known,
        given,
      )
      expect(after).toEqual(before)
    })
  })
})
