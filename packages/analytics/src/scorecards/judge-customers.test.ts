import { grounds } from '@profilkort/domain/consents/purpose'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { allOf, anyOf, negate, profiled } from '@profilkort/domain/rules/core'
import { decide } from '@profilkort/domain/rules/decide'
import { lower } from '@profilkort/domain/rules/lower'
import { testKinds } from '@profilkort/domain/rules/operators'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { factsArbitrary } from '@profilkort/domain/rules/testing/facts'
import { ruleArbitrary, testArbitrary } from '@profilkort/domain/rules/testing/rules'
import { testNow } from '@profilkort/domain/rules/testing/values'
import { computeFit, prepareScorecard } from '@profilkort/domain/scorecards/fit'
import type { CriterionAnswer, Scorecard } from '@profilkort/domain/scorecards/scorecard'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CustomerColumns } from '../customers/customer-columns.ts'
import { entry, idOf } from '../testing/entries.ts'
import { judgeCustomers } from './judge-customers.ts'
import { figuresReader, questionsOf } from './scorecard-questions.ts'

const facts = factsArbitrary(testCatalogue)
/** A customer with where it stands on being profiled. */
const standing = fc.record({
  facts,
  kind: fc.constantFrom('company', 'person', 'person'),
  said: fc.option(fc.constantFrom('given', 'given', 'denied', 'withdrawn', 'expired')),
  until: fc.option(fc.constantFrom(testNow - 1, testNow, testNow + 1)),
})
const oneOfEachKind = fc.tuple(...testKinds.map((kind) => testArbitrary(kind, testCatalogue)))
const trees = fc.array(ruleArbitrary(testCatalogue), { minLength: 1, maxLength: 20, size: 'max' })

function baseOf(customers: readonly CustomerFacts[]): CustomerColumns {
  const columns = new CustomerColumns()
  for (const [index, each] of customers.entries()) columns.put(entry(idOf(index), each))
  return columns
}

test('columns and JavaScript decide alike, and leave open alike', { timeout: 120_000 }, () => {
  let pairs = 0
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 60, size: 'max' }),
      oneOfEachKind,
      trees,
      (customers, tests, rules) => {
        const columns = baseOf(customers)
        for (const rule of [...tests, ...rules].map((each) => lower(each, testNow))) {
          const { alike, answers, idsOf } = judgeCustomers(columns, {}, [
            { kind: 'rules', two: rule, one: undefined },
          ])
          expect(alike.reduce((sum, { count }) => sum + count, 0)).toBe(customers.length)
          for (const [points, decision] of [
            [2, true],
            [0, false],
            [undefined, undefined],
          ] as const) {
            const expected = customers.flatMap((each, index) =>
              decide(rule, each) === decision ? [idOf(index)] : [],
            )
            expect(
              idsOf(({ numbers: [number = 0] }) => answers[0]?.[number]?.points === points, 100).toSorted(),
            ).toEqual(expected)
          }
          pairs += customers.length
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(pairs).toBeGreaterThan(100_000)
})

const answer = fc.record({
  points: fc.constantFrom(0, 1, 2),
  note: fc.constant(''),
  by: fc.constant('Kari'),
  at: fc.constantFrom(testNow, testNow - 40 * 86_400_000, testNow - 80 * 86_400_000),
}) as fc.Arbitrary<CriterionAnswer>

const scorecards = fc
  .record({
    rules: fc.array(
      fc.record({
        two: ruleArbitrary(testCatalogue),
        one: fc.option(ruleArbitrary(testCatalogue), { nil: undefined }),
        weight: fc.constantFrom(0.1, 0.7, 1, 3),
        group: fc.constantFrom(undefined, 'signs'),
      }),
      // Beyond what one number has digits for, too.
      { minLength: 1, maxLength: 30, size: 'max' },
    ),
    disqualifiers: fc.array(ruleArbitrary(testCatalogue), { maxLength: 3 }),
    threshold: fc.nat(10),
    coverageFloor: fc.constantFrom(0, 0.5, 1),
  })
  .map(
    ({ rules, disqualifiers, threshold, coverageFloor }): Scorecard => ({
      name: {},
      threshold,
      coverageFloor,
      groups: [{ key: 'signs', label: {}, cap: 2.3 }],
      bands: [
        { key: 'c', label: {}, from: 0 },
        { key: 'b', label: {}, from: 40 },
        { key: 'a', label: {}, from: 70 },
      ],
      criteria: [
        ...rules.map(({ two, one, weight, group }, index) => ({
          kind: 'rule' as const,
          key: `rule${index}`,
          label: {},
          weight,
          two,
          ...(one && { one }),
          ...(group && { group }),
        })),
        {
          kind: 'answer',
          key: 'need',
          label: {},
          question: {},
          choices: [{}, {}, {}],
          weight: 2,
          decay: { freshDays: 30, staleDays: 70 },
        },
      ],
      disqualifiers: disqualifiers.map((rule, index) => ({ key: `not${index}`, reason: {}, rule })),
    }),
  )

test('columns and JavaScript decide alike who may be profiled', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(standing, { minLength: 10, maxLength: 60, size: 'max' }),
      testArbitrary('atLeast', testCatalogue),
      fc.constantFrom(...grounds),
      (customers, leaf, ground) => {
        const columns = new CustomerColumns()
        for (const [index, each] of customers.entries()) {
          const entered = entry(idOf(index), each.facts, { kind: each.kind })
          columns.put({ ...entered, profiling: each.said, profilingUntil: each.until })
        }
        const known = customers.map(({ facts: own, kind, said, until: expiresAt }): CustomerFacts => {
          const told = { purpose: 'profiling', since: 0, expiresAt, consentId: '' } as const
          const standings = said === null ? [] : [{ ...told, standing: said }]
          return { ...own, records: { kind, standings, interactions: [], deals: [], lists: [], fits: [] } }
        })
        const may = profiled(ground, testNow)
        const value = lower(leaf, testNow)
        for (const rule of [may, negate(may), allOf([value, may]), anyOf([negate(may), value])]) {
          const { answers, idsOf } = judgeCustomers(columns, {}, [
            { kind: 'rules', two: rule, one: undefined },
          ])
          for (const [points, decision] of [
            [2, true],
            [0, false],
            [undefined, undefined],
          ] as const) {
            const found = idsOf(({ numbers: [number = 0] }) => answers[0]?.[number]?.points === points, 100)
            const expected = known.flatMap((each, index) =>
              decide(rule, each) === decision ? [idOf(index)] : [],
            )
            expect(found.toSorted()).toEqual(expected)
          }
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('every customer has the fit in columns that it has by itself', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(facts, fc.option(answer, { nil: undefined })), { maxLength: 40, size: 'max' }),
      scorecards,
      (customers, scorecard) => {
        const columns = baseOf(customers.map(([known]) => known))
        const prepared = prepareScorecard(scorecard, testNow)
        const answers = new Map(
          customers.flatMap(([, need], index) =>
            need === undefined ? [] : [[idOf(index), { need }] as const],
          ),
        )
        const questions = questionsOf(prepared, answers)
        const { alike, answers: possible, idsOf } = judgeCustomers(columns, {}, questions)
        const read = figuresReader(prepared, possible, [...questions.keys()])
        const counted = new Map<string, number>()
        for (const each of alike) {
          const figures = read(each.numbers)
          const ids = idsOf((other) => other === each, customers.length)
          expect(ids).toHaveLength(each.count)
          for (const id of ids) {
            counted.set(id, (counted.get(id) ?? 0) + 1)
            const index = customers.findIndex((_customer, at) => idOf(at) === id)
            const own = customers[index]
            if (own === undefined) throw new Error(`There is no customer ${id}`)
            expect(computeFit(prepared, own[0], answers.get(id) ?? {})).toMatchObject(figures)
          }
        }
        expect(counted.size).toBe(customers.length)
      },
    ),
    { numRuns: 150 },
  )
})
