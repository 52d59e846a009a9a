import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDecay } from './decay.ts'
import { explainCriterion } from './explain.ts'
import { computeFit, type Fit, prepareScorecard } from './fit.ts'
import type { AnswerCriterion, CriterionAnswer, Decay, Points, Scorecard } from './scorecard.ts'
import { starterBands } from './starter.ts'

const text = { en: 'x' }
const day = 86_400_000
const start = Date.UTC(2026, 0, 10, 12)

const criterion = (key: string, weight: number, decay?: Decay): AnswerCriterion => ({
  kind: 'answer',
  key,
  label: text,
  weight,
  question: text,
  choices: [{ en: 'No need' }, { en: 'Some need' }, { en: 'A clear need' }],
  ...(decay ? { decay } : {}),
})
const answered = (points: Points, at = start): CriterionAnswer => ({ points, note: '', by: 'me', at })

function fitAfter(
  days: number,
  criteria: readonly AnswerCriterion[],
  answers: { readonly [key: string]: CriterionAnswer },
  threshold = 1,
): Fit {
  const card: Scorecard = {
    name: text,
    criteria,
    threshold,
    bands: starterBands,
    coverageFloor: 0,
    disqualifiers: [],
  }
  return computeFit(prepareScorecard(card, start + days * day), { attributes: {}, metrics: {} }, answers)
}

describe('an answer that decays', () => {
  const need = [criterion('need', 3, { freshDays: 30, staleDays: 130 })]
  const catalogue = { attributes: new Map(), metrics: new Map() } as never

  test('counts in full while fresh, then less each day, and is unknown when stale', () => {
    const yes = { need: answered(2) }
    expect(fitAfter(30, need, yes)).toMatchObject({ points: 6, range: { low: 6, high: 6 }, coverage: 1 })
    expect(fitAfter(80, need, yes)).toMatchObject({ points: 3, range: { low: 3, high: 6 }, coverage: 0.5 })
    expect(fitAfter(129.9, need, yes).points).toBeCloseTo(6 * 0.01)
    expect(fitAfter(130, need, yes)).toMatchObject({ points: 0, range: { low: 0, high: 6 }, coverage: 0 })
  })

  test('an old no opens again, and the question is asked anew', () => {
    const no = { need: answered(0) }
    expect(fitAfter(0, need, no, 3)).toMatchObject({ meetsThreshold: 'no', nextQuestion: undefined })
    expect(fitAfter(80, need, no, 3)).toMatchObject({
      range: { low: 0, high: 3 },
      meetsThreshold: 'undecided',
      nextQuestion: { key: 'need' },
    })
  })

  test('ages from the date of its evidence', () => {
    const told = { ...answered(2), evidence: { at: start - 50 * day } }
    expect(fitAfter(30, need, { need: told })).toMatchObject({ points: 3, coverage: 0.5 })
  })

  test('tells how old it is and what it counts', () => {
    const say = (days: number) => {
      const [only] = fitAfter(days, need, { need: answered(2) }).criteria
      return only && explainCriterion(only, catalogue, ['en'])
    }
    expect(say(1)).toBe('A clear need')
    expect(say(80)).toBe('A clear need. That is from January 10, 2026 and now counts 50%.')
    expect(say(200)).toMatch(/When we last heard, January 10, 2026: A clear need.*ask again/)
  })

  test('has its days in order', () => {
    expect(checkDecay({ freshDays: 10, staleDays: 10 }, [])[0]?.path).toEqual(['staleDays'])
    expect(checkDecay({ freshDays: -1, staleDays: 10 }, [])[0]?.path).toEqual(['freshDays'])
    expect(checkDecay({ freshDays: 0, staleDays: 1 }, [])).toEqual([])
  })
})

describe('laws of decay', () => {
  const keys = ['a', 'b', 'c', 'd'] as const
  const weight = fc.double({ min: 0.001, max: 1000, noNaN: true })
  const decay = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }))
    .map(([freshDays, more]) => ({ freshDays, staleDays: freshDays + more }))
  const points = fc.constantFrom<Points>(0, 1, 2)
  const row = fc.tuple(weight, fc.option(decay, { nil: undefined }), fc.option(points, { nil: undefined }))
  const law = (
    check: (fitAt: (days: number, threshold?: number) => Fit, days: readonly [number, number]) => void,
  ) =>
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.tuple(fc.nat(900), fc.nat(900)),
        fc.double({ min: 0, max: 2000, noNaN: true }),
        (rows, [a, b], threshold) => {
          const criteria = rows.map(([w, of], index) => criterion(keys[index] ?? 'a', w, of))
          const answers = Object.fromEntries(
            rows.flatMap(([, , given], index) =>
              given === undefined ? [] : [[keys[index], answered(given)]],
            ),
          )
          check((days) => fitAfter(days, criteria, answers, threshold), [Math.min(a, b), Math.max(a, b)])
        },
      ),
      { numRuns: 2000 },
    )

  test('time only widens the range and lowers the coverage', () => {
    law((fitAt, [sooner, later]) => {
      const [before, after] = [fitAt(sooner), fitAt(later)]
      expect(after.range.low <= before.range.low && after.range.high >= before.range.high).toBe(true)
      expect(after.coverage).toBeLessThanOrEqual(before.coverage)
      expect(after.range.low <= after.range.high && after.range.high <= after.maximum).toBe(true)
    })
  })

  test('the range always contains what the answers gave when they were fresh', () => {
    law((fitAt, [, later]) => {
      const [fresh, now] = [fitAt(0), fitAt(later)]
      expect(now.range.low <= fresh.range.low && fresh.range.high <= now.range.high).toBe(true)
    })
  })

  test('there is a next question exactly while it is undecided, and it is of something not fully known', () => {
    law((fitAt, [, later]) => {
      const { meetsThreshold, nextQuestion, criteria } = fitAt(later)
      expect(nextQuestion !== undefined).toBe(meetsThreshold === 'undecided')
      const asked = criteria.find((each) => each.criterion.key === nextQuestion?.key)
      if (asked) expect(asked.known).toBeLessThan(1)
    })
  })
})
