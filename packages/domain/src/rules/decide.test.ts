import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerFacts } from '../customers/customer.ts'
import { decide, missingFields } from './decide.ts'
import { evaluate } from './evaluate.ts'
import { lower } from './lower.ts'
import type { Rule } from './rule.ts'
import { testCatalogue } from './testing/catalogue.ts'
import { factsArbitrary } from './testing/facts.ts'
import { ruleArbitrary } from './testing/rules.ts'
import { testNow } from './testing/values.ts'

const industry = { kind: 'attribute', key: 'industry' } as const
const employees = { kind: 'attribute', key: 'employees' } as const
const revenue = { kind: 'attribute', key: 'revenue' } as const
const isSoftware: Rule = { kind: 'is', field: industry, value: 'software' }
const isLarge: Rule = { kind: 'atLeast', field: employees, value: 100 }
const isRich: Rule = { kind: 'atLeast', field: revenue, value: { amount: 5, currency: 'NOK' } }

test.each<[Rule, CustomerFacts['attributes'], boolean | undefined, readonly object[]]>([
  [isSoftware, {}, undefined, [industry]],
  [{ kind: 'not', rule: isSoftware }, {}, undefined, [industry]],
  [{ kind: 'all', rules: [isSoftware, isLarge] }, { industry: 'retail' }, false, []],
  [{ kind: 'all', rules: [isSoftware, isLarge] }, { industry: 'software' }, undefined, [employees]],
  [{ kind: 'any', rules: [isSoftware, isLarge] }, { industry: 'software' }, true, []],
  [{ kind: 'any', rules: [isSoftware, isLarge, isSoftware] }, {}, undefined, [industry, employees]],
  [{ kind: 'isKnown', field: industry }, {}, false, []],
  [{ kind: 'isUnknown', field: industry }, {}, true, []],
  [isLarge, { employees: 'about a hundred' }, undefined, [employees]],
  [isRich, { revenue: { amount: 9, currency: 'SEK' } }, undefined, [revenue]],
  [isRich, { revenue: { amount: 4, currency: 'NOK' } }, false, []],
])('%j of %j is %s', (rule, attributes, decision, missing) => {
  const facts = { attributes, metrics: {} }
  const core = lower(rule, testNow)
  expect(decide(core, facts)).toBe(decision)
  expect(missingFields(core, facts)).toEqual(missing)
})

test('once decided it is what evaluate says, and fields are missing exactly while it is not', () => {
  fc.assert(
    fc.property(ruleArbitrary(testCatalogue), factsArbitrary(testCatalogue), (rule, facts) => {
      const core = lower(rule, testNow)
      const decision = decide(core, facts)
      expect(decision ?? evaluate(core, facts)).toBe(evaluate(core, facts))
      expect(missingFields(core, facts).length > 0).toBe(decision === undefined)
    }),
    { numRuns: 1000 },
  )
})

/** Asking whether something is known is decided at once, and differently once it is learnt: those are left out. */
function asksOnlyOfValues(rule: Rule): boolean {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.every(asksOnlyOfValues)
  return rule.kind === 'not'
    ? asksOnlyOfValues(rule.rule)
    : rule.kind !== 'isKnown' && rule.kind !== 'isUnknown'
}

test('learning what was not known does not change a decision', () => {
  const rules = ruleArbitrary(testCatalogue).filter(asksOnlyOfValues)
  fc.assert(
    fc.property(
      rules,
      factsArbitrary(testCatalogue),
      factsArbitrary(testCatalogue),
      (rule, facts, learnt) => {
        const core = lower(rule, testNow)
        const later = {
          attributes: { ...learnt.attributes, ...facts.attributes },
          metrics: { ...learnt.metrics, ...facts.metrics },
        }
        const before = decide(core, facts)
        expect([undefined, decide(core, later)]).toContain(before)
      },
    ),
    { numRuns: 1000 },
  )
})
