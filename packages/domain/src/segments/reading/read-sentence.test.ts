import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { predefinedAttributes } from '../../attributes/predefined.ts'
import { predefinedPurposes } from '../../consents/purpose.ts'
import { metrics } from '../../insight/metrics.ts'
import { locales } from '../../locales/locale.ts'
import { checkRule } from '../../rules/check.ts'
import { describe } from '../../rules/describe.ts'
import { periods } from '../../rules/period.ts'
import { dealFigures, interactionFigures, type Rule } from '../../rules/rule.ts'
import { recordsCatalogue, testRecords } from '../../rules/testing/records.ts'
import { segmentTemplates } from '../templates/library.ts'
import { readSentence } from './read-sentence.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((each) => [each.key, each])),
  metrics: new Map(metrics.map((each) => [each.key, each])),
  records: {
    interactions: new Map([
      ['Order Completed', {}],
      ['Email Opened', {}],
    ]),
    stages: new Set<string>(),
    products: new Map(),
    purposes: new Map(predefinedPurposes.map(({ key, ...each }) => [key, each])),
    segments: new Map(),
    partial: new Set<never>(),
  },
}
const attribute = (key: string) => ({ kind: 'attribute', key }) as const

const tests: readonly Rule[] = [
  { kind: 'is', field: attribute('industry'), value: 'retail' },
  { kind: 'isNot', field: attribute('country'), value: 'NO' },
  { kind: 'oneOf', field: attribute('country'), values: ['NO', 'SE', 'DK'] },
  { kind: 'noneOf', field: attribute('gender'), values: ['man', 'woman'] },
  { kind: 'includesAll', field: attribute('lifestyle'), values: ['active', 'urban'] },
  { kind: 'between', field: attribute('employees'), from: 20, to: 1500 },
  { kind: 'atLeast', field: attribute('employees'), value: 12_500 },
  { kind: 'lessThan', field: { kind: 'metric', key: 'winRate' }, value: 0.25 },
  { kind: 'moreThan', field: { kind: 'metric', key: 'margin' }, value: -1200.5 },
  { kind: 'atLeast', field: attribute('annualRevenue'), value: { amount: 5_000_000, currency: 'NOK' } },
  { kind: 'atMost', field: attribute('budget'), value: { amount: 99.5, currency: 'EUR' } },
  { kind: 'contains', field: attribute('title'), text: 'leder, salg' },
  { kind: 'startsWith', field: attribute('postalCode'), text: '0' },
  { kind: 'isKnown', field: attribute('email') },
  { kind: 'isUnknown', field: attribute('phone') },
]

test.each(locales)('what a rule is told as in %s is read as a rule that is told the same', (locale) => {
  for (const rule of [...tests, ...segmentTemplates.map((each) => each.rule)]) {
    const sentence = describe(rule, catalogue, locale)
    const read = readSentence(sentence, catalogue, locale)
    expect(read.ok, `${locale}: ${sentence}`).toBe(true)
    if (read.ok) expect(describe(read.value, catalogue, locale)).toBe(sentence)
  }
})

test.each(locales)('rules over records, segments, companies and people are read in %s', (locale) => {
  fc.assert(
    fc.property(recordsRule(), (given) => {
      const sentence = describe(given, recordsCatalogue, locale)
      const read = readSentence(sentence, recordsCatalogue, locale)
      expect(read.ok, sentence).toBe(true)
      if (read.ok) expect(describe(read.value, recordsCatalogue, locale)).toBe(sentence)
    }),
    { numRuns: 300 },
  )
})

test.each(locales)('a clause that everybody or nobody fits is read within any group in %s', (locale) => {
  const clause = { kind: 'isKnown', field: { kind: 'consent', purpose: 'marketing' } } as const
  const groups = ['all', 'any'] as const
  for (const outer of groups) {
    for (const inner of groups) {
      for (const empty of [
        { kind: inner, rules: [] },
        { kind: 'not', rule: { kind: inner, rules: [] } },
      ]) {
        const sentence = describe({ kind: outer, rules: [clause, empty as Rule] }, recordsCatalogue, locale)
        const read = readSentence(sentence, recordsCatalogue, locale)
        expect(read.ok && describe(read.value, recordsCatalogue, locale)).toBe(sentence)
      }
    }
  }
})

/** Such rules as people write: of whole minutes, names without quotes, and amounts in a usual currency. */
function recordsRule(): fc.Arbitrary<Rule> {
  const time = fc.constantFrom('2026-03-01', '2025-12-31', '2026-11-23T08:05:00Z')
  const optional = <Of>(...values: readonly Of[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const window = fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('lastDays'), days: fc.constantFrom(1, 30, 12_000) }),
      fc.record({ kind: fc.constant('during'), period: fc.constantFrom(...periods) }),
      fc.record({
        kind: fc.constant('between'),
        from: fc.constant('2025-01-02'),
        to: fc.constant('2026-01-02'),
      }),
      fc.record({ kind: fc.constant('between'), from: time }),
      fc.record({ kind: fc.constant('between'), to: time }),
    ),
    { nil: undefined },
  )
  const interactions = fc
    .record({
      kind: fc.constant('interactions'),
      figure: fc.constantFrom(...interactionFigures),
      name: optional(...testRecords.interactions.keys()),
      window,
    })
    .map((field) =>
      field.figure === 'sum' || field.figure === 'average' ? { ...field, property: 'net, kr' } : field,
    )
  const deals = fc.record({
    kind: fc.constant('deals'),
    figure: fc.constantFrom(...dealFigures),
    status: optional('open', 'won', 'lost'),
    stage: optional(...testRecords.stages),
    product: optional(...testRecords.products.keys()),
    window,
  })
  const consent = fc.record({
    kind: fc.constant('consent'),
    purpose: fc.constantFrom('marketing', 'profiling'),
  })
  const fits = fc
    .constantFrom(
      { figure: 'band', value: 'high' },
      { figure: 'threshold', value: 'undecided' },
      { figure: 'points', value: 7 },
    )
    .map(({ figure, value }) => ({ kind: 'is', field: { kind: 'fit', scorecard: 'leads', figure }, value }))
  const days = fc.constantFrom(1, 90)
  const said = { is: 'given', oneOf: ['given', 'expired'], noneOf: ['none', 'denied', 'withdrawn'] }
  const leaf = fc.oneof(interactions, deals, consent).chain((field): fc.Arbitrary<unknown> => {
    if (field.kind === 'consent')
      return fc
        .constantFrom(...Object.entries(said))
        .map(([kind, value]) => ({ kind, field, ...(kind === 'is' ? { value } : { values: value }) }))
    const { figure } = field as { figure: string }
    if (figure === 'first' || figure === 'last')
      return fc
        .oneof(
          fc.record({ kind: fc.constantFrom('withinDays', 'olderThanDays', 'withinNextDays'), days }),
          fc.record({ kind: fc.constant('during'), period: fc.constantFrom(...periods) }),
          fc.record({ kind: fc.constantFrom('atLeast', 'lessThan', 'is'), value: time }),
          fc.record({ kind: fc.constantFrom('isKnown', 'isUnknown') }),
        )
        .map((test) => ({ ...test, field }))
    const isMoney = field.kind === 'deals' && figure === 'sum'
    const number = fc
      .constantFrom(1, 2.5, 10_000)
      .map((each) => (isMoney ? { amount: each, currency: 'NOK' } : each))
    return fc
      .oneof(
        fc.record({ kind: fc.constantFrom('atLeast', 'lessThan', 'is'), value: number }),
        fc.record({ kind: fc.constant('between'), from: number }).map((test) => ({ ...test, to: test.from })),
      )
      .map((test) => ({ ...test, field }))
  })
  const { rule } = fc.letrec<{ rule: unknown }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small' },
      { weight: 5, arbitrary: leaf },
      fits,
      fc.record({
        kind: fc.constant('inSegment'),
        segment: fc.constantFrom('buyers', 'not-buyers', 'guests'),
      }),
      fc.record({
        kind: fc.constantFrom('all', 'any'),
        rules: fc.array(tie('rule'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constantFrom('not', 'company'), rule: tie('rule') }),
      fc.record({ kind: fc.constant('people'), rule: tie('rule'), atLeast: fc.constantFrom(1, 2, 1000) }),
    ),
  }))
  // Without what is undefined, as JSON has it.
  return rule
    .map((each) => {
      const checked = checkRule(JSON.parse(JSON.stringify(each)), recordsCatalogue)
      return checked.ok ? checked.value : undefined
    })
    .filter((each) => each !== undefined)
}

test.each(locales)('groups of all kinds are read in %s, however they are nested', (locale) => {
  const leaf = fc.constantFrom(...tests)
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => {
    const rules = fc.array(tie('rule'), { minLength: 1, maxLength: 3 })
    return {
      rule: fc.oneof(
        { depthSize: 'small' },
        { weight: 3, arbitrary: leaf },
        fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), rules }),
        fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
      ),
    }
  })
  fc.assert(
    fc.property(rule, (given) => {
      const sentence = describe(given, catalogue, locale)
      const read = readSentence(`${sentence}.`, catalogue, locale)
      expect(read.ok, sentence).toBe(true)
      if (read.ok) expect(describe(read.value, catalogue, locale)).toBe(sentence)
    }),
    { numRuns: 60 },
  )
})

test('what is read is the rule that was meant', () => {
  const read = readSentence(
    'Industry is one of Retail or Software, and number of employees is at least 20',
    catalogue,
    'en',
  )
  expect(read).toMatchObject({ ok: true, value: { kind: 'all', rules: [{ kind: 'oneOf' }, { value: 20 }] } })
})

test('what is not understood is told, with what could be meant', () => {
  const messageOf = (sentence: string) => {
    const read = readSentence(sentence, catalogue, 'en')
    return read.ok ? '' : read.problems[0].message
  }
  expect(messageOf('Number of employes is at least 20')).toMatch(/Did you mean "Number of employees"/)
  expect(messageOf('Number of employees is at least 20, and country looks like Norway')).toMatch(
    /"country looks like Norway" is not understood. After "Country" may come "is \{value\}"/,
  )
  expect(messageOf('')).not.toBe('')
  expect(messageOf('('.repeat(300))).not.toBe('')
  expect(messageOf(Array.from({ length: 300 }, (_, n) => `country is x${n}`).join(', '))).not.toBe('')
})
