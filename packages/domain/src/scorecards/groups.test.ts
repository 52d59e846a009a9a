import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkGroups } from './check-groups.ts'
import { type Answers, computeFit, type Fit, prepareScorecard } from './fit.ts'
import { maximumOf } from './parts.ts'
import type { Criterion, CriterionGroup, Points, Scorecard } from './scorecard.ts'
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
const group = (key: string, cap: number): CriterionGroup => ({ key, label: text, cap })

function scorecard(parts: Pick<Scorecard, 'criteria' | 'groups'> & Partial<Scorecard>): Scorecard {
  return { name: text, threshold: 1, bands: starterBands, coverageFloor: 0, disqualifiers: [], ...parts }
}

function fitOf(card: Scorecard, points: { readonly [key: string]: Points }): Fit {
  const given = Object.entries(points).map(([key, each]) => [
    key,
    { points: each, note: '', by: 'me', at: 0 },
  ])
  return computeFit(
    prepareScorecard(card, 0),
    { attributes: {}, metrics: {} },
    Object.fromEntries(given) as Answers,
  )
}

describe('a group with a cap', () => {
  const card = scorecard({
    criteria: [
      criterion('opened', 1, 'interest'),
      criterion('visited', 1, 'interest'),
      criterion('called', 2, 'interest'),
      criterion('budget', 2),
    ],
    groups: [group('interest', 4)],
    threshold: 6,
  })

  test('gives at most its cap, in the points, the range and the maximum', () => {
    expect(maximumOf(card)).toBe(8)
    expect(fitOf(card, { opened: 2, visited: 2, called: 2 })).toMatchObject({
      points: 4,
      maximum: 8,
      percent: 50,
      range: { low: 4, high: 8 },
      coverage: 4 / 6,
      groups: [{ group: { key: 'interest' }, points: 4, uncapped: 8, maximum: 4 }],
    })
    expect(fitOf(card, { opened: 2 })).toMatchObject({ points: 2, range: { low: 2, high: 8 } })
  })

  test('never has its next question in a group that is full', () => {
    const wide = scorecard({
      criteria: [criterion('a', 9, 'full'), criterion('b', 9, 'full'), criterion('c', 1)],
      groups: [group('full', 4)],
      threshold: 5,
    })
    expect(fitOf(wide, {}).nextQuestion?.key).toBe('a')
    expect(fitOf(wide, { a: 2 })).toMatchObject({ meetsThreshold: 'undecided', nextQuestion: { key: 'c' } })
  })

  test('is refused without a criterion, with a cap of nothing, and where it is named but not there', () => {
    const problems = checkGroups({
      criteria: [criterion('a', 1, 'gone'), criterion('b', 1, 'nothing')],
      groups: [group('nothing', 0), group('empty', 2)],
    })
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'groups.0.cap',
      'groups.1',
      'criteria.0.group',
    ])
    expect(problems[2]?.message).toMatch(/There is: nothing, empty/)
  })
})

describe('laws of fit with groups', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
  const weight = fc.double({ min: 0.001, max: 1000, noNaN: true })
  const card = fc
    .record({
      rows: fc.array(fc.tuple(weight, fc.constantFrom(undefined, 'g1', 'g2')), {
        minLength: 1,
        maxLength: 7,
      }),
      caps: fc.tuple(
        fc.double({ min: 0.01, max: 4000, noNaN: true }),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
      ),
      threshold: fc.double({ min: 0, max: 4000, noNaN: true }),
      coverageFloor: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ rows, caps, ...rest }) => {
      const criteria = rows.map(([each, of], index) => criterion(keys[index] ?? 'a', each, of))
      const groups = [group('g1', caps[0]), group('g2', caps[1])]
      return scorecard({ criteria, groups, ...rest })
    })
  const points = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom<Points>(0, 1, 2))
  const law = (check: (card: Scorecard, points: { [key: string]: Points }) => void) =>
    fc.assert(fc.property(card, points, check), { numRuns: 2000 })
  const unknownOf = (fit: Fit) => fit.criteria.filter((each) => each.points === undefined)

  test('0 <= low = points <= high <= maximum, exactly and whatever the weights', () => {
    law((each, given) => {
      const { range, points: own, maximum, percent, coverage } = fitOf(each, given)
      expect(0 <= range.low && range.low === own && own <= range.high && range.high <= maximum).toBe(true)
      expect(percent >= 0 && percent <= 100 && coverage >= 0 && coverage <= 1).toBe(true)
      if (coverage === 1) expect(range.low).toBe(range.high)
    })
  })

  test('the range contains every completion, and its ends are reached', () => {
    law((each, given) => {
      const before = fitOf(each, given)
      const complete = (value: Points) => ({
        ...Object.fromEntries(unknownOf(before).map((one) => [one.criterion.key, value])),
        ...given,
      })
      expect(fitOf(each, complete(0)).points).toBe(before.range.low)
      expect(fitOf(each, complete(2)).points).toBe(before.range.high)
      const { points: middle } = fitOf(each, complete(1))
      expect(before.range.low <= middle && middle <= before.range.high).toBe(true)
    })
  })

  test('a better answer never lowers, and an answer narrows the range and undoes no decision', () => {
    law((each, given) => {
      const before = fitOf(each, given)
      for (const { criterion: one } of unknownOf(before)) {
        const [none, some, all] = ([0, 1, 2] as const).map((value) =>
          fitOf(each, { ...given, [one.key]: value }),
        )
        if (!none || !some || !all) throw new Error('three answers give three fits')
        expect(none.points <= some.points && some.points <= all.points).toBe(true)
        for (const after of [none, some, all]) {
          expect(after.range.low >= before.range.low && after.range.high <= before.range.high).toBe(true)
          if (before.meetsThreshold !== 'undecided') expect(after.meetsThreshold).toBe(before.meetsThreshold)
        }
      }
    })
  })

  test('a greater cap never lowers, and one that nothing reaches is none', () => {
    law((each, given) => {
      const at = (factor: number) =>
        fitOf(
          { ...each, groups: (each.groups ?? []).map((one) => ({ ...one, cap: one.cap * factor })) },
          given,
        )
      expect(at(2).points).toBeGreaterThanOrEqual(at(1).points)
      const withoutGroups = each.criteria.map(({ group: _group, ...one }) => one as Criterion)
      const free = fitOf({ ...each, criteria: withoutGroups, groups: [] }, given)
      expect(at(Number.MAX_VALUE).points).toBeCloseTo(free.points, 6)
      expect(at(1).coverage).toBeCloseTo(free.coverage, 12)
    })
  })

  test('there is a next question exactly while it is undecided, and it can move the range', () => {
    law((each, given) => {
      const before = fitOf(each, given)
      expect(before.nextQuestion !== undefined).toBe(before.meetsThreshold === 'undecided')
      if (before.nextQuestion === undefined) return
      const best = fitOf(each, { ...given, [before.nextQuestion.key]: 2 })
      expect(best.range.low).toBeGreaterThan(before.range.low)
    })
  })

  test('the order of criteria and groups is irrelevant', () => {
    law((each, given) => {
      const { criteria: _before, ...before } = fitOf(each, given)
      const reversed = {
        ...each,
        criteria: each.criteria.toReversed(),
        groups: each.groups?.toReversed() ?? [],
      }
      const { criteria: _after, ...after } = fitOf(reversed, given)
      expect(after).toEqual(before)
    })
  })
})
