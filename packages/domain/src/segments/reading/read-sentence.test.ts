import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { predefinedAttributes } from '../../attributes/predefined.ts'
import { metrics } from '../../insight/metrics.ts'
import { locales } from '../../locales/locale.ts'
import { describe } from '../../rules/describe.ts'
import type { Rule } from '../../rules/rule.ts'
import { segmentTemplates } from '../templates/library.ts'
import { readSentence } from './read-sentence.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((each) => [each.key, each])),
  metrics: new Map(metrics.map((each) => [each.key, each])),
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
