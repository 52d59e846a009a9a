import type { Locale } from '../../locales/locale.ts'
import { checkRule } from '../../rules/check.ts'
import { describe } from '../../rules/describe.ts'
import type { Rule } from '../../rules/rule.ts'
import { phrases } from '../../rules/sentences/phrases.ts'
import { aroundNumber, literal, matchAt, patternOf, quoted } from './pattern.ts'
import { readNumbers } from './read-operand.ts'
import { type Reading, same } from './read-test.ts'
import { namesOf } from './records-subjects.ts'

/** "The customer is in the segment “Large”". */
export function readInSegment(clause: string, { catalogue, locale }: Reading): Rule | undefined {
  const { inSegment, notInSegment } = phrases[locale]
  const segments = new Map([...(catalogue.records?.segments ?? [])].map(([slug, { name }]) => [slug, name]))
  for (const [say, isDenied] of [
    [inSegment, false],
    [notInSegment, true],
  ] as const) {
    const found = matchAt(patternOf(say('{name}'), { name: quoted('name', locale) }), clause)
    if (found === undefined) continue
    for (const segment of namesOf(found.groups.name ?? '', segments, locale)) {
      const named = { kind: 'inSegment', segment }
      const checked = checkRule(isDenied ? { kind: 'not', rule: named } : named, catalogue)
      if (checked.ok && same(describe(checked.value, catalogue, locale), clause)) return checked.value
    }
  }
  return undefined
}

interface WordsAround {
  readonly words: string
  /** @param number as it is written, where the words have one */
  readonly around: (rule: Rule, number: string) => Rule | undefined
}

/** The words that come before a rule in parentheses, as patterns. */
export function wordsAround(locale: Locale): readonly WordsAround[] {
  const say = phrases[locale]
  const not = (rule: Rule): Rule => ({ kind: 'not', rule })
  const company = (rule: Rule): Rule => ({ kind: 'company', rule })
  const people = (rule: Rule, number: string): Rule | undefined => {
    const [atLeast] = readNumbers(number, locale)
    return atLeast === undefined ? undefined : { kind: 'people', rule, atLeast }
  }
  const fewer = (rule: Rule, number: string) => {
    const made = people(rule, number)
    return made && not(made)
  }
  return [
    { words: literal(say.notAll), around: not },
    { words: literal(say.none), around: not },
    { words: literal(say.company), around: company },
    { words: literal(say.notCompany), around: (rule) => not(company(rule)) },
    { words: literal(say.people(1, '1')), around: people },
    { words: aroundNumber(say.people), around: people },
    { words: literal(say.fewerPeople(1, '1')), around: fewer },
    { words: aroundNumber(say.fewerPeople), around: fewer },
  ]
}
