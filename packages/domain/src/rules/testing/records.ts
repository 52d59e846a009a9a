import * as fc from 'fast-check'
import type { Catalogue, RecordsCatalogue } from '../../attributes/attribute.ts'
import { operators, testKinds, typeOf } from '../operators.ts'
import { periods } from '../period.ts'
import {
  consentStandings,
  dealFigures,
  fitFigures,
  interactionFigures,
  type RecordsField,
  type Rule,
  type Test,
  type TestKind,
  type Window,
} from '../rule.ts'
import { testCatalogue } from './catalogue.ts'
import { operandArbitrary, testArbitrary, toTest } from './rules.ts'
import { money, time } from './values.ts'

const stages = ['Møte', 'Tilbud', "O'Hara"]
const products = ['gtx', 'mgz']

/** What generated rules about records speak of. */
export const testRecords: RecordsCatalogue = {
  interactions: new Map([
    ['Checkout', { nb: 'Kasse', sv: 'Kassa', da: 'Kasse', en: 'Check-out' }],
    ['page', {}],
    ["It's 100%", {}],
  ]),
  stages: new Set(stages),
  products: new Map([
    ['gtx', 'GTX Pro'],
    ['mgz', 'MG Z'],
  ]),
  purposes: new Map([
    [
      'marketing',
      {
        name: { nb: 'Markedsføring', sv: 'Marknadsföring', da: 'Markedsføring', en: 'Marketing' },
        ground: 'consent',
      },
    ],
    ['profiling', { name: {}, ground: 'consent' }],
  ]),
  segments: new Map<string, { name: { nb: string; en: string }; rule: Rule; kind?: 'static' }>([
    [
      'buyers',
      {
        name: { nb: 'Kjøpere', en: 'Buyers' },
        rule: {
          kind: 'atLeast',
          field: { kind: 'interactions', figure: 'count', name: 'Checkout' },
          value: 1,
        },
      },
    ],
    [
      'not-buyers',
      {
        name: { nb: 'Andre', en: 'Others' },
        rule: { kind: 'not', rule: { kind: 'inSegment', segment: 'buyers' } },
      },
    ],
    ['guests', { name: { nb: 'Gjester', en: 'Guests' }, rule: { kind: 'any', rules: [] }, kind: 'static' }],
  ]),
  scorecards: new Map([
    [
      'leads',
      {
        name: { nb: 'Kundeemner', en: 'Leads' },
        bands: [
          { key: 'low', label: {}, from: 0 },
          { key: 'high', label: { en: 'High' }, from: 50 },
        ],
      },
    ],
  ]),
  partial: new Set(),
}

export const recordsCatalogue: Catalogue = { ...testCatalogue, records: testRecords }

const bound = fc.option(time, { nil: undefined })
export const windowArbitrary: fc.Arbitrary<Window> = fc.oneof(
  fc.record({ kind: fc.constant('lastDays' as const), days: fc.constantFrom(1, 2, 30, 365) }),
  fc.record({ kind: fc.constant('during' as const), period: fc.constantFrom(...periods) }),
  fc.tuple(bound, bound).map(
    ([from, to]): Window => ({
      kind: 'between',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  ),
)

const window = fc.option(windowArbitrary, { nil: undefined })
const maybe = <Of>(...values: readonly Of[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

const interactionsField = fc
  .record({
    kind: fc.constant('interactions'),
    figure: fc.constantFrom(...interactionFigures),
    name: maybe(...testRecords.interactions.keys()),
    property: fc.constantFrom('amount', 'score', "it's"),
    window,
  })
  .map(({ property, ...field }) => {
    const isOfProperty = field.figure === 'sum' || field.figure === 'average'
    return given({ ...field, ...(isOfProperty ? { property } : {}) })
  })

const dealsField = fc
  .record({
    kind: fc.constant('deals'),
    figure: fc.constantFrom(...dealFigures),
    status: maybe('open', 'won', 'lost'),
    stage: maybe(...stages),
    product: maybe(...products),
    window,
  })
  .map(given)

const consentField = fc.record({
  kind: fc.constant('consent'),
  purpose: fc.constantFrom(...testRecords.purposes.keys()),
})

const fitField = fc.record({
  kind: fc.constant('fit'),
  scorecard: fc.constant('leads'),
  figure: fc.constantFrom(...fitFigures),
})

/** Without what is undefined, as JSON would have it. */
function given(field: object): RecordsField {
  return Object.fromEntries(
    Object.entries(field).filter(([, value]) => value !== undefined),
  ) as RecordsField & object
}

const anyField = fc.oneof(
  interactionsField,
  dealsField,
  consentField as fc.Arbitrary<RecordsField>,
  fitField as fc.Arbitrary<RecordsField>,
)

/** The kinds of tests that work on some figure of records. */
export const recordsTestKinds = testKinds.filter((kind) =>
  operators[kind].accepts.some((type) => ['number', 'time', 'money', 'choice'].includes(type)),
)

/** Tests of one kind over figures of records, with bounds that records come near to. */
export function recordsTestArbitrary(kind: TestKind): fc.Arbitrary<Test> {
  const { accepts, operands } = operators[kind]
  const ofKind = anyField.filter((field) => accepts.includes(typeOf(field, recordsCatalogue) ?? 'text'))
  return ofKind.chain((field) => {
    const type = typeOf(field, recordsCatalogue) ?? 'text'
    const arbitraries = Object.entries(operands).map(([name, operand]) => {
      if (operand === 'value') return [name, near(field, type)] as const
      if (operand === 'values') return [name, fc.subarray([...statesOf(field)])] as const
      return [name, operandArbitrary(operand, type)] as const
    })
    return fc.record(Object.fromEntries(arbitraries)).map((values) => toTest(kind, field, values))
  })
}

/** The values there are of a figure that is one of a few. */
function statesOf(field: RecordsField): readonly string[] {
  if (field.kind !== 'fit') return consentStandings
  if (field.figure === 'band') return ['high', 'low']
  return field.figure === 'status'
    ? ['scored', 'disqualified', 'insufficientData']
    : ['yes', 'no', 'undecided']
}

function near(field: RecordsField, type: string): fc.Arbitrary<unknown> {
  if (type === 'choice') return fc.constantFrom(...statesOf(field))
  if (type === 'time') return time
  const amount = fc.oneof(
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom(...amounts),
    fc.constantFrom(0.3, 1.5, 200),
  )
  if (type !== 'money') return amount
  return fc.tuple(money, amount).map(([{ currency }, each]) => ({ amount: each, currency }))
}

/** Numbers that sums of records are made of. */
export const amounts = [0, 1, 2, 0.1, 0.2, -1, 100, 1e-7, 123456.789, 1e21] as const

/** Rules over records, values, segments, companies and people, in each other. */
export function recordsRuleArbitrary(): fc.Arbitrary<Rule> {
  const ofRecords = fc.oneof(...recordsTestKinds.map(recordsTestArbitrary))
  const ofValues = fc.oneof(...testKinds.map((kind) => testArbitrary(kind, testCatalogue)))
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => {
    const rules = fc.array(tie('rule'), { maxLength: 3 })
    return {
      rule: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 4, arbitrary: ofRecords },
        { weight: 1, arbitrary: ofValues },
        { weight: 1, arbitrary: fc.constantFrom('buyers', 'not-buyers', 'guests').map(inSegment) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), rules }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('any' as const), rules }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('company' as const), rule: tie('rule') }) },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('people' as const),
            rule: tie('rule'),
            atLeast: fc.constantFrom(1, 1, 2, 3),
          }),
        },
      ),
    }
  })
  return rule
}

function inSegment(segment: string): Rule {
  return { kind: 'inSegment', segment }
}
