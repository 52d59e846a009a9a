import type { Catalogue } from '../attributes/attribute.ts'
import { type Locale, resolveText } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { fieldsOf } from '../rules/fields.ts'
import { type Field, isRecordsField } from '../rules/rule.ts'
import { labelOfRecords } from '../rules/sentences/records.ts'
import type { CriterionFit } from './fit.ts'
import type { Criterion } from './scorecard.ts'

type Chain = readonly [Locale, ...Locale[]]

const texts: {
  readonly [L in Locale]: {
    readonly unknown: (what: string) => string
    readonly unanswered: string
    readonly holds: (rule: string) => string
    readonly partly: (rule: string) => string
    readonly fails: (rule: string) => string
    readonly ask: (what: string) => string
  }
} = {
  nb: {
    unknown: (what) => `Vi vet ikke ennå: ${what}.`,
    unanswered: 'Ingen har svart ennå.',
    holds: (rule) => `Stemmer: ${rule}.`,
    partly: (rule) => `Stemmer delvis: ${rule}.`,
    fails: (rule) => `Stemmer ikke: ${rule}.`,
    ask: (what) => `Finn ut: ${what}.`,
  },
  sv: {
    unknown: (what) => `Vi vet inte ännu: ${what}.`,
    unanswered: 'Ingen har svarat ännu.',
    holds: (rule) => `Stämmer: ${rule}.`,
    partly: (rule) => `Stämmer delvis: ${rule}.`,
    fails: (rule) => `Stämmer inte: ${rule}.`,
    ask: (what) => `Ta reda på: ${what}.`,
  },
  da: {
    unknown: (what) => `Vi ved endnu ikke: ${what}.`,
    unanswered: 'Ingen har svaret endnu.',
    holds: (rule) => `Passer: ${rule}.`,
    partly: (rule) => `Passer delvist: ${rule}.`,
    fails: (rule) => `Passer ikke: ${rule}.`,
    ask: (what) => `Find ud af: ${what}.`,
  },
  en: {
    unknown: (what) => `Not known yet: ${what}.`,
    unanswered: 'Nobody has answered yet.',
    holds: (rule) => `Holds: ${rule}.`,
    partly: (rule) => `Holds in part: ${rule}.`,
    fails: (rule) => `Does not hold: ${rule}.`,
    ask: (what) => `Find out: ${what}.`,
  },
}

/** Why a criterion yielded what it did, as a sentence in the first language of the chain. */
export function explainCriterion(
  { criterion, points, missing, answer }: CriterionFit,
  catalogue: Catalogue,
  chain: Chain,
): string {
  const say = texts[chain[0]]
  if (criterion.kind === 'answer') {
    if (answer === undefined) return say.unanswered
    return resolveText(criterion.choices[answer.points], chain)?.text ?? String(answer.points)
  }
  if (points === undefined) return say.unknown(nameFields(missing, catalogue, chain))
  if (points === 1 && criterion.one) return say.partly(describe(criterion.one, catalogue, chain[0]))
  const rule = describe(criterion.two, catalogue, chain[0])
  return points === 2 ? say.holds(rule) : say.fails(rule)
}

/** What to ask to get to know a criterion: its own question, or its attributes by name. */
export function questionOf(criterion: Criterion, catalogue: Catalogue, chain: Chain): string {
  const own = criterion.question && resolveText(criterion.question, chain)?.text
  return own ?? texts[chain[0]].ask(nameFields(criterionFields(criterion), catalogue, chain))
}

function criterionFields(criterion: Criterion): readonly Field[] {
  if (criterion.kind === 'answer') return []
  return [...fieldsOf(criterion.two), ...(criterion.one ? fieldsOf(criterion.one) : [])]
}

function nameFields(fields: readonly Field[], catalogue: Catalogue, chain: Chain): string {
  const names = fields.map((field) => {
    if (isRecordsField(field)) return labelOfRecords(field, catalogue.records, chain[0])
    const { kind, key } = field
    const definition = kind === 'attribute' ? catalogue.attributes.get(key) : catalogue.metrics.get(key)
    return (definition && resolveText(definition.label, chain)?.text) ?? key
  })
  return new Intl.ListFormat(chain[0], { type: 'unit', style: 'short' }).format(new Set(names))
}
