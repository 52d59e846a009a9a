import type { Money } from '@profilkort/domain/attributes/attribute'
import { checkRule } from '@profilkort/domain/rules/check'
import type { Period } from '@profilkort/domain/rules/period'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { InvalidInput } from '../graphql/problems.ts'
import {
  CalendarPeriodEnum,
  DealsFieldInput,
  FitFieldInput,
  InteractionsFieldInput,
  type RecordsShape,
  readRecordsField,
} from './records-input.schema.ts'

type Optional<T> = T | null | undefined

interface FieldShape {
  readonly attribute?: Optional<string>
  readonly metric?: Optional<string>
  readonly interactions?: Optional<RecordsShape>
  readonly deals?: Optional<RecordsShape>
  readonly consent?: Optional<string>
  readonly fit?: Optional<{ readonly scorecard: string; readonly figure: string }>
}

interface ValueShape {
  readonly text?: Optional<string>
  readonly number?: Optional<number>
  readonly boolean?: Optional<boolean>
  readonly money?: Optional<Money>
  readonly time?: Optional<Date>
}

type Of<Operands> = Optional<{ readonly field: FieldShape } & Operands>
type OneValue = Of<{ readonly value: ValueShape }>
type Texts = Of<{ readonly values: readonly string[] }>
type Text = Of<{ readonly text: string }>
type Days = Of<{ readonly days: number }>

/** The domain's rule with the kind of each node as the one field that is given. */
export interface RuleInputShape {
  readonly all?: Optional<readonly RuleInputShape[]>
  readonly any?: Optional<readonly RuleInputShape[]>
  readonly not?: Optional<RuleInputShape>
  readonly is?: OneValue
  readonly isNot?: OneValue
  readonly atLeast?: OneValue
  readonly atMost?: OneValue
  readonly moreThan?: OneValue
  readonly lessThan?: OneValue
  readonly between?: Of<{ readonly from: ValueShape; readonly to: ValueShape }>
  readonly oneOf?: Texts
  readonly noneOf?: Texts
  readonly includesAll?: Texts
  readonly contains?: Text
  readonly startsWith?: Text
  readonly endsWith?: Text
  readonly withinDays?: Days
  readonly olderThanDays?: Days
  readonly withinNextDays?: Days
  readonly during?: Of<{ readonly period: Period }>
  readonly isKnown?: Of<unknown>
  readonly isUnknown?: Of<unknown>
  readonly inSegment?: Optional<string>
  readonly company?: Optional<RuleInputShape>
  readonly people?: Optional<{ readonly rule: RuleInputShape; readonly atLeast: number }>
}

const RuleFieldInput = builder.inputType('RuleFieldInput', {
  description: 'What a test looks at.',
  isOneOf: true,
  fields: (t) => ({
    attribute: t.string({ description: 'The key of an attribute; see `attributes`.' }),
    metric: t.string({
      description: 'A key of `metrics`, such as `wonValue` or `margin`.',
    }),
    interactions: t.field({
      type: InteractionsFieldInput,
      description: 'What the interactions come to that its timeline has.',
    }),
    deals: t.field({ type: DealsFieldInput, description: 'What its deals come to.' }),
    fit: t.field({ type: FitFieldInput, description: 'How well it fits by a published scorecard.' }),
    consent: t.string({
      description:
        'The key of a purpose: where the customer stands on it, `given`, `denied`, `withdrawn`, `expired` or `none`.',
    }),
  }),
})

const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount in a currency; amounts in different currencies do not compare.',
  fields: (t) => ({
    amount: t.float({ required: true, description: 'The amount.' }),
    currency: t.string({ required: true, description: 'ISO 4217: `NOK`.' }),
  }),
})

const RuleValueInput = builder.inputType('RuleValueInput', {
  description: 'What a test compares with; of the type of its field.',
  isOneOf: true,
  fields: (t) => ({
    text: t.string({ description: 'Of a text, or the key of an option.' }),
    number: t.float({ description: 'Of a number or a metric, in its unit.' }),
    boolean: t.boolean({ description: 'Of a yes or no.' }),
    money: t.field({ type: MoneyInput, description: 'Of an amount.' }),
    time: t.field({ type: 'DateTime', description: 'Of an instant.' }),
  }),
})

const field = { required: true, description: 'What is looked at.' } as const

const FieldTestInput = builder.inputType('FieldTestInput', {
  description: 'A test of a field alone.',
  fields: (t) => ({ field: t.field({ type: RuleFieldInput, ...field }) }),
})

const ValueTestInput = builder.inputType('ValueTestInput', {
  description: 'A test against one value.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    value: t.field({ type: RuleValueInput, required: true, description: 'What it is compared with.' }),
  }),
})

const RangeTestInput = builder.inputType('RangeTestInput', {
  description: 'A test against two values, both included.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    from: t.field({ type: RuleValueInput, required: true, description: 'The least that holds.' }),
    to: t.field({ type: RuleValueInput, required: true, description: 'The most that holds.' }),
  }),
})

const ListTestInput = builder.inputType('ListTestInput', {
  description: 'A test against several options; an empty list matches nothing.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    values: t.stringList({ required: true, description: 'Keys of options, or texts.' }),
  }),
})

const TextTestInput = builder.inputType('TextTestInput', {
  description: 'A test against part of a text, in any case.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    text: t.string({ required: true, description: 'The part.' }),
  }),
})

const DaysTestInput = builder.inputType('DaysTestInput', {
  description: 'A test of an instant against now.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    days: t.float({ required: true, description: 'Days of 24 hours.' }),
  }),
})

const PeriodTestInput = builder.inputType('PeriodTestInput', {
  description: 'A test of an instant against the calendar, in UTC.',
  fields: (t) => ({
    field: t.field({ type: RuleFieldInput, ...field }),
    period: t.field({ type: CalendarPeriodEnum, required: true, description: 'When.' }),
  }),
})

export const RuleInput = builder.inputRef<RuleInputShape>('RuleInput').implement({
  description:
    'A test over what is known of a customer, or several of them. What is not known makes a test false.',
  isOneOf: true,
  fields: (t) => ({
    all: t.field({ type: [RuleInput], description: 'All of these hold; an empty list always does.' }),
    any: t.field({
      type: [RuleInput],
      description: 'At least one of these holds; an empty list never does.',
    }),
    not: t.field({ type: RuleInput, description: 'This does not hold.' }),
    is: t.field({ type: ValueTestInput, description: 'Exactly this value.' }),
    isNot: t.field({ type: ValueTestInput, description: 'Another value, or none.' }),
    oneOf: t.field({ type: ListTestInput, description: 'One of these.' }),
    noneOf: t.field({ type: ListTestInput, description: 'None of these.' }),
    includesAll: t.field({
      type: ListTestInput,
      description: 'All of these, of an attribute with several options.',
    }),
    contains: t.field({ type: TextTestInput, description: 'A text with this in it.' }),
    startsWith: t.field({ type: TextTestInput, description: 'A text that begins with this.' }),
    endsWith: t.field({ type: TextTestInput, description: 'A text that ends with this.' }),
    atLeast: t.field({ type: ValueTestInput, description: 'This or more.' }),
    atMost: t.field({ type: ValueTestInput, description: 'This or less.' }),
    moreThan: t.field({ type: ValueTestInput, description: 'More than this.' }),
    lessThan: t.field({ type: ValueTestInput, description: 'Less than this.' }),
    between: t.field({ type: RangeTestInput, description: 'From one to another, both included.' }),
    withinDays: t.field({ type: DaysTestInput, description: 'In the last so many days.' }),
    olderThanDays: t.field({ type: DaysTestInput, description: 'Longer ago than so many days.' }),
    withinNextDays: t.field({ type: DaysTestInput, description: 'In the next so many days.' }),
    during: t.field({
      type: PeriodTestInput,
      description: 'In a day, week, month, quarter or year of the calendar.',
    }),
    isKnown: t.field({ type: FieldTestInput, description: 'Something is known.' }),
    isUnknown: t.field({ type: FieldTestInput, description: 'Nothing is known.' }),
    inSegment: t.string({ description: 'In the segment of this slug.' }),
    company: t.field({ type: RuleInput, description: 'Of a person: this holds of its company.' }),
    people: t.field({
      type: PeopleTestInput,
      description: 'Of a company: a rule holds of so many of its people.',
    }),
  }),
})

const PeopleTestInput = builder.inputRef<NonNullable<RuleInputShape['people']>>('PeopleTestInput').implement({
  description: 'A test of the people of a company.',
  fields: (t) => ({
    rule: t.field({ type: RuleInput, required: true, description: 'What holds of each of them.' }),
    atLeast: t.int({ required: true, defaultValue: 1, description: 'Of how many, 1 to 1000.' }),
  }),
})

/** The domain's JSON of an input, not checked yet. */
export function readRuleInput(input: RuleInputShape): unknown {
  const [kind, body] = Object.entries(input).find(([, value]) => value !== null && value !== undefined) ?? []
  if (Array.isArray(body)) return { kind, rules: body.map(readRuleInput) }
  if (kind === 'not' || kind === 'company') return { kind, rule: readRuleInput(body as RuleInputShape) }
  if (kind === 'inSegment') return { kind, segment: body }
  if (kind === 'people') {
    const { rule, atLeast } = body as NonNullable<RuleInputShape['people']>
    return { kind, rule: readRuleInput(rule), atLeast }
  }
  const { field: of, ...operands } = body as { field: FieldShape; [operand: string]: unknown }
  const read = Object.entries(operands).map(([name, value]) => [name, readOperand(name, value)])
  return { kind, field: readField(of), ...Object.fromEntries(read) }
}

function readField({ attribute, metric, interactions, deals, consent, fit }: FieldShape): unknown {
  if (fit) return { kind: 'fit', ...fit }
  if (interactions) return readRecordsField('interactions', interactions)
  if (deals) return readRecordsField('deals', deals)
  if (typeof consent === 'string') return { kind: 'consent', purpose: consent }
  return typeof attribute === 'string'
    ? { kind: 'attribute', key: attribute }
    : { kind: 'metric', key: metric }
}

function readOperand(name: string, value: unknown): unknown {
  if (name !== 'value' && name !== 'from' && name !== 'to') return value
  const { text, number, boolean, money, time } = value as ValueShape
  return text ?? number ?? boolean ?? money ?? time?.toISOString()
}

/** A checked rule; its problems are thrown with paths below `path`. */
export async function parseRuleInput(
  input: RuleInputShape,
  context: Pick<Context, 'catalogue' | 'read'>,
  path: readonly (string | number)[],
): Promise<Rule> {
  const written = readRuleInput(input)
  const known = checkRule(written, await context.catalogue())
  // Interactions and deals of new names come without the catalogue being told.
  const rule = known.ok ? known : checkRule(written, await context.read(readCatalogue))
  if (rule.ok) return rule.value
  const [first, ...rest] = rule.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }))
  throw new InvalidInput(first ? [first, ...rest] : [{ path, message: 'The rule does not make sense.' }])
}
