import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { combineFits, type GradedFit } from './combined-fit.ts'
import { explainCombined } from './explain-combined.ts'
import { type Answers, computeFit, prepareScorecard } from './fit.ts'
import type { Criterion, Points, Scorecard } from './scorecard.ts'
import { starterBands } from './starter.ts'

const text = { en: 'x' }
const criterion = (key: string): Criterion => ({
  kind: 'answer',
  key,
  label: text,
  weight: 1,
  question: text,
  choices: [text, text, text],
})
const card: Scorecard = {
  name: text,
  criteria: ['a', 'b', 'c', 'd'].map(criterion),
  threshold: 4,
  bands: starterBands,
  coverageFloor: 0.5,
  disqualifiers: [],
}
const antiProfile: Scorecard = {
  ...card,
  disqualifiers: [
    { key: 'seasonal', reason: { en: 'They leave after a summer.' }, rule: { kind: 'all', rules: [] } },
  ],
}

function graded(given: { readonly [key: string]: Points }, scorecard = card): GradedFit {
  const answers = Object.entries(given).map(([key, points]) => [key, { points, note: '', by: 'me', at: 0 }])
  const facts = { attributes: {}, metrics: {} }
  return {
    scorecard,
    fit: computeFit(prepareScorecard(scorecard, 0), facts, Object.fromEntries(answers) as Answers),
  }
}
const best = graded({ a: 2, b: 2, c: 2, d: 2 })
const middle = graded({ a: 2, b: 2, c: 0, d: 0 })
const worst = graded({ a: 0, b: 0, c: 0, d: 0 })
const unknown = graded({ a: 2 })

describe('a person and its company', () => {
  test('have a letter for the company and a number for the person', () => {
    expect(combineFits(best, best).grade).toBe('A1')
    expect(combineFits(middle, best).grade).toBe('B1')
    expect(combineFits(best, worst).grade).toBe('A3')
    expect(combineFits(unknown, middle)).toMatchObject({ grade: '?2', status: 'insufficientData' })
  })

  test('are worth as much as both together: nothing where one side is worth nothing', () => {
    expect(combineFits(best, middle).percent).toBeCloseTo(Math.sqrt(50 * 100))
    expect(combineFits(best, worst).percent).toBe(0)
  })

  test('reach the threshold together, and say which side to ask', () => {
    expect(combineFits(best, middle)).toMatchObject({ meetsThreshold: 'yes', askNext: undefined })
    expect(combineFits(best, worst)).toMatchObject({ meetsThreshold: 'no', askNext: undefined })
    expect(combineFits(best, unknown)).toMatchObject({ meetsThreshold: 'undecided', askNext: 'person' })
    expect(combineFits(unknown, unknown).askNext).toBe('company')
  })

  test("are disqualified with the anti-profile's reason, whichever side it speaks of", () => {
    const anti = graded({ a: 2, b: 2, c: 2, d: 2 }, antiProfile)
    const combined = combineFits(anti, best)
    expect(combined).toMatchObject({ status: 'disqualified', grade: '?1', askNext: undefined })
    expect(explainCombined(combined, anti, best, ['en'])).toEqual([
      'The company is disqualified: They leave after a summer.',
      'The person: High (100%).',
    ])
    expect(explainCombined(combineFits(best, unknown), best, unknown, ['nb'])[1]).toMatch(
      /^Personen: bare 25.% er kjent/,
    )
  })
})

test('a better side never makes a worse pair, and the range holds', () => {
  const given = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom<Points>(0, 1, 2))
  fc.assert(
    fc.property(given, given, fc.constantFrom('a', 'b', 'c', 'd'), (company, person, key) => {
      const before = combineFits(graded(company), graded(person))
      const { low, high } = before.range
      expect(low <= before.percent && before.percent <= high && high <= 100).toBe(true)
      const after = combineFits(graded({ ...company, [key]: 2 }), graded(person))
      expect(after.percent).toBeGreaterThanOrEqual(before.percent)
    }),
    { numRuns: 1000 },
  )
})
