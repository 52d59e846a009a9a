import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostWithin } from '../segments/segments.ts'
import { checkRule } from './check.ts'
import type { Rule } from './rule.ts'
import { recordsCatalogue, recordsRuleArbitrary, testRecords } from './testing/records.ts'

function problemsOf(input: unknown, catalogue = recordsCatalogue): readonly string[] {
  const rule = checkRule(input, catalogue)
  return rule.ok ? [] : rule.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('every rule over records is taken as it is', () => {
  fc.assert(
    fc.property(recordsRuleArbitrary(), (rule) => {
      const checked = checkRule(JSON.parse(JSON.stringify(rule)), recordsCatalogue)
      // A window from a day to one before it is all that may be wrong.
      const isEmpty =
        !checked.ok && checked.problems.every(({ message }) => /Swap them|Give 'from'/.test(message))
      if (!isEmpty) expect(checked).toEqual({ ok: true, value: JSON.parse(JSON.stringify(rule)) })
    }),
  )
})

const done = (field: object) => ({
  kind: 'isKnown',
  field: { kind: 'interactions', figure: 'count', ...field },
})
const deals = (field: object) => ({ kind: 'isKnown', field: { kind: 'deals', figure: 'count', ...field } })

test.each<[string, unknown, RegExp]>([
  [
    'a misspelt interaction',
    done({ name: 'Chekout' }),
    /^field\.name: There is no interaction 'Chekout'\. Did you mean 'Checkout'\? .*interactionTypeSave/,
  ],
  ['an interaction by its label', done({ name: 'Kasse' }), /Did you mean 'Checkout'\?/],
  ['an interaction of no name', done({ name: '' }), /^field\.name: Name the interaction/],
  ['a misspelt stage', deals({ stage: 'Tilbudd' }), /^field\.stage: .*Did you mean 'Tilbud'\?/],
  ['a product by its name', deals({ product: 'GTX Pro' }), /Did you mean 'gtx'\?/],
  ['a status that is none', deals({ status: 'closed' }), /^field\.status: Use one of: open, won, lost/],
  [
    'a figure that is none',
    deals({ figure: 'average' }),
    /^field\.figure: Use one of: count, sum, first, last/,
  ],
  ['a sum of nothing', done({ figure: 'sum' }), /^field\.property: Name the property/],
  ['a count of a property', done({ property: 'amount' }), /^field\.property: Only 'sum' and 'average'/],
  ['a property of deals', deals({ property: 'amount' }), /^field\.property: 'property' means nothing here/],
  ['a window that is none', done({ window: { kind: 'lately' } }), /^field\.window\.kind: /],
  ['a window of no days', done({ window: { kind: 'lastDays', days: 0 } }), /^field\.window\.days: /],
  [
    'a misspelt period',
    done({ window: { kind: 'during', period: 'thisMoth' } }),
    /^field\.window\.period: .*Did you mean 'thisMonth'\?/,
  ],
  ['an open window', done({ window: { kind: 'between' } }), /^field\.window: Give 'from', 'to' or both/],
  [
    'a window backwards',
    done({ window: { kind: 'between', from: '2026-02-02', to: '2026-02-01' } }),
    /^field\.window\.to: .*Swap them/,
  ],
  [
    'a window to some time',
    done({ window: { kind: 'between', to: 'soon' } }),
    /^field\.window\.to: Give a day/,
  ],
  [
    'a misspelt purpose',
    { kind: 'isKnown', field: { kind: 'consent', purpose: 'marketting' } },
    /^field\.purpose: .*'marketing'/,
  ],
  [
    'a state that is none',
    { kind: 'oneOf', field: { kind: 'consent', purpose: 'marketing' }, values: ['givn'] },
    /^values: A consent is never 'givn'\. Did you mean 'given'/,
  ],
  [
    'more than a consent',
    { kind: 'atLeast', field: { kind: 'consent', purpose: 'marketing' }, value: 1 },
    /^kind: 'atLeast' does not work on 'marketing'/,
  ],
  [
    'a misspelt segment',
    { kind: 'inSegment', segment: 'buyer' },
    /^segment: There is no segment 'buyer'\. Did you mean 'buyers'\?/,
  ],
  [
    'nobody of a company',
    { kind: 'people', rule: { kind: 'all', rules: [] }, atLeast: 0 },
    /^atLeast: .*put 'not' around/,
  ],
  ['a company without a rule', { kind: 'company' }, /^rule: A rule is an object/],
  [
    'a misspelt field',
    { kind: 'isKnown', field: { kind: 'interaction', figure: 'count' } },
    /^field\.kind: .*Did you mean 'interactions'\?/,
  ],
])('%s is refused', (_, input, problem) => {
  expect(problemsOf(input)).toEqual([expect.stringMatching(problem)])
})

test('where not all names are known any is taken', () => {
  const records = { ...testRecords, partial: new Set(['interactions', 'stages', 'products'] as const) }
  const catalogue = { ...recordsCatalogue, records }
  for (const rule of [done({ name: 'New' }), deals({ stage: 'New' }), deals({ product: 'new' })])
    expect(problemsOf(rule, catalogue)).toEqual([])
})

test('segments do not add up to more than can be asked', () => {
  const segments = new Map<string, { name: object; rule: Rule }>([
    ['s0', { name: {}, rule: { kind: 'all', rules: [] } }],
  ])
  for (let level = 1; level < 12; level++) {
    const inner: Rule = { kind: 'inSegment', segment: `s${level - 1}` }
    segments.set(`s${level}`, { name: {}, rule: { kind: 'all', rules: [inner, inner] } })
  }
  const catalogue = { ...recordsCatalogue, records: { ...testRecords, segments } }
  expect(problemsOf({ kind: 'inSegment', segment: 's8' }, catalogue)).toEqual([])
  expect(problemsOf({ kind: 'inSegment', segment: 's11' }, catalogue)).toEqual([
    expect.stringContaining(`more than ${mostWithin}`),
  ])
})
