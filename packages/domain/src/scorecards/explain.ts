import type { Catalogue } from '../attributes/attribute.ts'
import { specialAmong } from '../consents/special-rules.ts'
import { type Locale, type LocaleChain, resolveText } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { fieldsOf } from '../rules/fields.ts'
import { type Field, isRecordsField } from '../rules/rule.ts'
import { labelOfRecords } from '../rules/sentences/records.ts'
import type { CriterionFit } from './criterion-fit.ts'
import { dateOf } from './decay.ts'
import type { GroupFit } from './fit.ts'
import { attributesOfCriterion } from './mentions.ts'
import type { Criterion } from './scorecard.ts'

const texts: {
  readonly [L in Locale]: {
    readonly unknown: (what: string) => string
    readonly unanswered: string
    readonly holds: (rule: string) => string
    readonly partly: (rule: string) => string
    readonly fails: (rule: string) => string
    readonly ask: (what: string) => string
    readonly aged: (choice: string, day: string, percent: string) => string
    readonly stale: (choice: string, day: string) => string
    readonly capped: (points: string, all: string) => string
    readonly unused: (what: string) => string
    readonly unconsented: (what: string) => string
    readonly onlyWithConsent: (question: string) => string
  }
} = {
  nb: {
    unknown: (what) => `Vi vet ikke ennå: ${what}.`,
    unanswered: 'Ingen har svart ennå.',
    holds: (rule) => `Stemmer: ${rule}.`,
    partly: (rule) => `Stemmer delvis: ${rule}.`,
    fails: (rule) => `Stemmer ikke: ${rule}.`,
    ask: (what) => `Finn ut: ${what}.`,
    aged: (choice, day, percent) => `${choice}. Det er fra ${day} og teller nå ${percent}.`,
    stale: (choice, day) => `Sist vi hørte, ${day}: ${choice}. Det er for gammelt til å telle; spør på nytt.`,
    capped: (points, all) => `Til sammen ${all} poeng, men gruppen gir høyst ${points}.`,
    unused: (what) => `Brukes ikke her: ${what} er en særlig kategori av personopplysninger.`,
    unconsented: (what) => `Uten samtykke: ${what} er en særlig kategori av personopplysninger.`,
    onlyWithConsent: (question) => `Bare med samtykke til særlige kategorier: ${question}`,
  },
  sv: {
    unknown: (what) => `Vi vet inte ännu: ${what}.`,
    unanswered: 'Ingen har svarat ännu.',
    holds: (rule) => `Stämmer: ${rule}.`,
    partly: (rule) => `Stämmer delvis: ${rule}.`,
    fails: (rule) => `Stämmer inte: ${rule}.`,
    ask: (what) => `Ta reda på: ${what}.`,
    aged: (choice, day, percent) => `${choice}. Det är från ${day} och räknas nu till ${percent}.`,
    stale: (choice, day) =>
      `Senast vi hörde, ${day}: ${choice}. Det är för gammalt för att räknas; fråga igen.`,
    capped: (points, all) => `Tillsammans ${all} poäng, men gruppen ger högst ${points}.`,
    unused: (what) => `Används inte här: ${what} är en särskild kategori av personuppgifter.`,
    unconsented: (what) => `Utan samtycke: ${what} är en särskild kategori av personuppgifter.`,
    onlyWithConsent: (question) => `Bara med samtycke till särskilda kategorier: ${question}`,
  },
  da: {
    unknown: (what) => `Vi ved endnu ikke: ${what}.`,
    unanswered: 'Ingen har svaret endnu.',
    holds: (rule) => `Passer: ${rule}.`,
    partly: (rule) => `Passer delvist: ${rule}.`,
    fails: (rule) => `Passer ikke: ${rule}.`,
    ask: (what) => `Find ud af: ${what}.`,
    aged: (choice, day, percent) => `${choice}. Det er fra ${day} og tæller nu ${percent}.`,
    stale: (choice, day) => `Sidst vi hørte, ${day}: ${choice}. Det er for gammelt til at tælle; spørg igen.`,
    capped: (points, all) => `Tilsammen ${all} point, men gruppen giver højst ${points}.`,
    unused: (what) => `Bruges ikke her: ${what} er en særlig kategori af personoplysninger.`,
    unconsented: (what) => `Uden samtykke: ${what} er en særlig kategori af personoplysninger.`,
    onlyWithConsent: (question) => `Kun med samtykke til særlige kategorier: ${question}`,
  },
  en: {
    unknown: (what) => `Not known yet: ${what}.`,
    unanswered: 'Nobody has answered yet.',
    holds: (rule) => `Holds: ${rule}.`,
    partly: (rule) => `Holds in part: ${rule}.`,
    fails: (rule) => `Does not hold: ${rule}.`,
    ask: (what) => `Find out: ${what}.`,
    aged: (choice, day, percent) => `${choice}. That is from ${day} and now counts ${percent}.`,
    stale: (choice, day) => `When we last heard, ${day}: ${choice}. That is too old to count; ask again.`,
    capped: (points, all) => `${all} points together, but the group gives at most ${points}.`,
    unused: (what) => `Not used here: ${what} is of a special category of personal data.`,
    unconsented: (what) => `Without consent: ${what} is of a special category of personal data.`,
    onlyWithConsent: (question) => `Only with consent to special categories: ${question}`,
  },
}

/** Why a criterion yielded what it did, as a sentence in the first language of the chain. */
export function explainCriterion(
  { criterion, points, known, missing, withheld, answer }: CriterionFit,
  catalogue: Catalogue,
  chain: LocaleChain,
): string {
  const say = texts[chain[0]]
  if (criterion.kind === 'answer') {
    if (answer === undefined) return say.unanswered
    const choice = resolveText(criterion.choices[answer.points], chain)?.text ?? String(answer.points)
    if (known === 1) return choice
    const day = dayIn(chain[0], dateOf(answer))
    return known === 0 ? say.stale(choice, day) : say.aged(choice, day, percentIn(chain[0], known))
  }
  if (withheld.length > 0) {
    const names = nameFields(
      withheld.map((key) => ({ kind: 'attribute', key })),
      catalogue,
      chain,
    )
    return catalogue.usesSpecialCategories ? say.unconsented(names) : say.unused(names)
  }
  if (points === undefined) return say.unknown(nameFields(missing, catalogue, chain))
  if (points === 1 && criterion.one) return say.partly(describe(criterion.one, catalogue, chain[0]))
  const rule = describe(criterion.two, catalogue, chain[0])
  return points === 2 ? say.holds(rule) : say.fails(rule)
}

/** Why a group gave fewer points than its criteria; undefined where it gave them all. */
export function explainGroup({ points, uncapped }: GroupFit, chain: LocaleChain): string | undefined {
  if (uncapped <= points) return undefined
  const number = new Intl.NumberFormat(chain[0], { maximumFractionDigits: 2 })
  return texts[chain[0]].capped(number.format(points), number.format(uncapped))
}

/** What to ask to get to know a criterion: its own question, or its attributes by name; special categories only with consent. */
export function questionOf(criterion: Criterion, catalogue: Catalogue, chain: LocaleChain): string {
  const say = texts[chain[0]]
  const own = criterion.question && resolveText(criterion.question, chain)?.text
  const question = own ?? say.ask(nameFields(criterionFields(criterion), catalogue, chain))
  const isSpecial = specialAmong(attributesOfCriterion(criterion), catalogue).length > 0
  return isSpecial ? say.onlyWithConsent(question) : question
}

function criterionFields(criterion: Criterion): readonly Field[] {
  if (criterion.kind === 'answer') return []
  return [...fieldsOf(criterion.two), ...(criterion.one ? fieldsOf(criterion.one) : [])]
}

function dayIn(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

function percentIn(locale: Locale, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}

function nameFields(fields: readonly Field[], catalogue: Catalogue, chain: LocaleChain): string {
  const names = fields.map((field) => {
    if (isRecordsField(field)) return labelOfRecords(field, catalogue.records, chain[0])
    const { kind, key } = field
    const definition = kind === 'attribute' ? catalogue.attributes.get(key) : catalogue.metrics.get(key)
    return (definition && resolveText(definition.label, chain)?.text) ?? key
  })
  return new Intl.ListFormat(chain[0], { type: 'unit', style: 'short' }).format(new Set(names))
}
