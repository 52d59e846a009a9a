import type { Catalogue } from '../attributes/attribute.ts'
import { formatCount } from '../attributes/format.ts'
import type { Locale } from '../locales/locale.ts'
import type { InSegment, OfPeople, Rule, Test } from './rule.ts'
import { quote } from './sentences/format.ts'
import { phrases } from './sentences/phrases.ts'
import { predicate } from './sentences/predicate.ts'
import { lowerInitial, subjectOf, upperInitial } from './sentences/subject.ts'
import { textIn } from './sentences/text-in.ts'

interface Telling {
  readonly catalogue: Catalogue
  readonly locale: Locale
}

/**
 * The rule as a sentence, without a full stop: "Industry is one of software or retail, and employees is between
 * 20 and 100". Never fails: a field that has left the catalogue is called by its key, a text that is not
 * translated is told in the language it is written in. Plain text: escape it where it becomes HTML.
 */
export function describe(rule: Rule, catalogue: Catalogue, locale: Locale): string {
  return upperInitial(tell(simplify(rule), { catalogue, locale }), locale)
}

function tell(rule: Rule, telling: Telling): string {
  const say = phrases[telling.locale]
  switch (rule.kind) {
    case 'all':
      return rule.rules.length === 0 ? say.always : clauses(rule.rules, say.and, telling)
    case 'any':
      return rule.rules.length === 0 ? say.never : clauses(rule.rules, say.or, telling)
    case 'not':
      return tellNot(rule.rule, telling)
    case 'inSegment':
      return say.inSegment(nameOfSegment(rule, telling))
    case 'company':
      return `${say.company} (${tell(rule.rule, telling)})`
    case 'people':
      return `${say.people(...countOf(rule, telling))} (${tell(rule.rule, telling)})`
    default:
      return tellTest(rule, false, telling)
  }
}

function tellNot(rule: Rule, telling: Telling): string {
  const say = phrases[telling.locale]
  switch (rule.kind) {
    case 'all':
      return rule.rules.length === 0 ? say.never : `${say.notAll} (${clauses(rule.rules, say.and, telling)})`
    case 'any':
      return rule.rules.length === 0 ? say.always : `${say.none} (${clauses(rule.rules, say.or, telling)})`
    case 'not':
      return tell(rule.rule, telling)
    case 'inSegment':
      return say.notInSegment(nameOfSegment(rule, telling))
    case 'company':
      return `${say.notCompany} (${tell(rule.rule, telling)})`
    case 'people':
      return `${say.fewerPeople(...countOf(rule, telling))} (${tell(rule.rule, telling)})`
    default:
      return tellTest(rule, true, telling)
  }
}

/** A segment that is gone is called by its slug. */
function nameOfSegment({ segment }: InSegment, { catalogue, locale }: Telling): string {
  const name = catalogue.records?.segments.get(segment)?.name
  return quote((name && textIn(name, locale)) ?? segment, locale)
}

function countOf({ atLeast }: OfPeople, { locale }: Telling): [count: number, written: string] {
  return [atLeast, formatCount(atLeast, locale)]
}

function tellTest(test: Test, denied: boolean, { catalogue, locale }: Telling): string {
  const subject = subjectOf(test.field, catalogue, locale)
  return `${lowerInitial(subject.label, locale)} ${predicate(test, subject, denied, locale)}`
}

/** "a, b, and c": the comma before the last keeps the clauses apart from the lists of values within them. */
function clauses(rules: readonly Rule[], conjunction: string, telling: Telling): string {
  const told = rules.map((rule) => (isCompound(rule) ? `(${tell(rule, telling)})` : tell(rule, telling)))
  const last = told.pop() ?? ''
  return told.length === 0 ? last : `${told.join(', ')}, ${conjunction} ${last}`
}

function isCompound(rule: Rule): boolean {
  return (rule.kind === 'all' || rule.kind === 'any') && rule.rules.length > 1
}

/** Without groups of one, double negations and groups that only repeat their parent. */
function simplify(rule: Rule): Rule {
  if (rule.kind === 'not') {
    const inner = simplify(rule.rule)
    return inner.kind === 'not' ? inner.rule : { kind: 'not', rule: inner }
  }
  if (rule.kind === 'company' || rule.kind === 'people') return { ...rule, rule: simplify(rule.rule) }
  if (rule.kind !== 'all' && rule.kind !== 'any') return rule
  const rules = rule.rules.map(simplify).flatMap((each) => (each.kind === rule.kind ? each.rules : [each]))
  const [only] = rules
  return only !== undefined && rules.length === 1 ? only : { kind: rule.kind, rules }
}
