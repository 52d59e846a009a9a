import type { Catalogue } from '../../attributes/attribute.ts'
import type { Locale } from '../../locales/locale.ts'
import { checkRule } from '../../rules/check.ts'
import { describe } from '../../rules/describe.ts'
import { operators, testKinds, wordingsFor } from '../../rules/operators.ts'
import type { Field, Rule, TestKind } from '../../rules/rule.ts'
import { type Subject, subjectOf } from '../../rules/sentences/subject.ts'
import { literal } from './pattern.ts'
import { readOperand, type Values } from './read-operand.ts'
import { recordsAt } from './records-subjects.ts'

/** What sentences may speak of, in one language. */
export interface Reading {
  readonly catalogue: Catalogue
  readonly locale: Locale
  readonly subjects: readonly (readonly [Field, Subject])[]
}

export function readingOf(catalogue: Catalogue, locale: Locale): Reading {
  const fields: readonly Field[] = [
    ...[...catalogue.attributes.keys()].map((key) => ({ kind: 'attribute', key }) as const),
    ...[...catalogue.metrics.keys()].map((key) => ({ kind: 'metric', key }) as const),
  ]
  const subjects = fields
    .map((field) => [field, subjectOf(field, catalogue, locale)] as const)
    // Of two labels that a sentence begins with, the longer is meant.
    .toSorted(([, a], [, b]) => b.label.length - a.label.length)
  return { catalogue, locale, subjects }
}

/** Texts that differ in nothing but capitals and the kind of their blanks. */
export function same(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return text
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** What a clause speaks of, with what it says of it. */
export function subjectsIn(
  clause: string,
  { subjects, catalogue, locale }: Reading,
): readonly { readonly field: Field; readonly subject: Subject; readonly rest: string }[] {
  const known = subjects.flatMap(([field, subject]) => {
    const { label } = subject
    const isIt = same(clause.slice(0, label.length), label) && clause[label.length] === ' '
    return isIt ? [{ field, subject, rest: clause.slice(label.length + 1) }] : []
  })
  const ofRecords = recordsAt(clause, catalogue, locale).map(({ field, rest }) => ({
    field,
    rest,
    subject: subjectOf(field, catalogue, locale),
  }))
  return [...known, ...ofRecords]
}

/**
 * The test that a clause tells; undefined where none is told by these very words. Options come before values that no
 * option is for: "is A or B" is one of two options rather than a value of that name.
 */
export function readTest(clause: string, reading: Reading): Rule | undefined {
  const subjects = subjectsIn(clause, reading)
  for (const values of ['options', 'any'] as const) {
    for (const { field, subject, rest } of subjects) {
      for (const { kind, wording, isDenied } of wordingsOf(subject, reading)) {
        const told = { kind, wording, isDenied, field, subject, rest, clause, values }
        const found = readAs(told, reading)
        if (found !== undefined) return found
      }
    }
  }
  return undefined
}

interface ToldAs {
  readonly kind: TestKind
  readonly wording: string
  readonly isDenied: boolean
}

/** All that may be said of a subject, what has most words of its own first: "is one of {any}" before "is {value}". */
function wordingsOf(subject: Subject, { locale }: Reading): readonly ToldAs[] {
  return kindsFor(subject)
    .flatMap((kind): readonly ToldAs[] => {
      const { says, denies } = wordingsFor(kind, subject.type)[locale]
      return [
        { kind, wording: says, isDenied: false },
        { kind, wording: denies, isDenied: true },
      ]
    })
    .toSorted((a, b) => ownWords(b.wording) - ownWords(a.wording))
}

function ownWords(wording: string): number {
  return wording.replaceAll(/\{\w+\}/gu, '').length
}

export function kindsFor({ type }: Subject): readonly TestKind[] {
  return type === undefined ? [] : testKinds.filter((kind) => operators[kind].accepts.includes(type))
}

interface Told extends ToldAs {
  readonly field: Field
  readonly subject: Subject
  readonly rest: string
  readonly clause: string
  readonly values: Values
}

function readAs(told: Told, { catalogue, locale }: Reading): Rule | undefined {
  const { kind, wording, isDenied, field, subject, rest, clause, values: allowed } = told
  const match = wordingPattern(wording).exec(rest)
  if (match === null) return undefined
  const placeholders = [...wording.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
  const operands = placeholders.map((name, index) =>
    readOperand(name, match[index + 1] ?? '', subject, locale, allowed),
  )
  for (const values of combinations(operands)) {
    const named = Object.fromEntries(
      placeholders.map((name, index) => [nameOf[name] ?? name, values[index]] as const),
    )
    const test: unknown = { kind, field, ...named }
    const checked = checkRule(isDenied ? { kind: 'not', rule: test } : test, catalogue)
    if (checked.ok && same(describe(checked.value, catalogue, locale), clause)) return checked.value
  }
  return undefined
}

/** Operands that wordings call otherwise. */
const nameOf: { readonly [placeholder: string]: string } = {
  any: 'values',
  every: 'values',
  lastDays: 'days',
  nextDays: 'days',
}

function wordingPattern(wording: string): RegExp {
  const pattern = wording
    .split(/\{\w+\}/u)
    .map(literal)
    .join('(.+?)')
  return new RegExp(`^${pattern}$`, 'isu')
}

function* combinations(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...others] = lists
  if (first === undefined) return yield []
  for (const value of first) for (const rest of combinations(others)) yield [value, ...rest]
}
