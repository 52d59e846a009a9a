import type { Locale } from '../../locales/locale.ts'
import type { Period } from '../period.ts'

/** The words around the tests of a sentence. */
export interface Phrases {
  readonly and: string
  readonly or: string
  readonly yes: string
  readonly no: string
  /** Around text that somebody wrote. */
  readonly quotes: readonly [string, string]
  /** A rule without tests, that holds of every customer; of none. */
  readonly always: string
  readonly never: string
  /** Before clauses in parentheses that do not hold together; of which none holds. */
  readonly notAll: string
  readonly none: string
  /** In place of the values that would make a list too long: "12 others". */
  readonly others: (count: string) => string
  /** "1 day", "30 days" */
  readonly days: (count: number, written: string) => string
  /** "the last day", "the last 30 days" */
  readonly lastDays: (count: number, written: string) => string
  /** "the next day", "the next 30 days" */
  readonly nextDays: (count: number, written: string) => string
  readonly periods: { readonly [P in Period]: string }
  /** Of a segment by its quoted name: what is said of those in it, and of others. */
  readonly inSegment: (name: string) => string
  readonly notInSegment: (name: string) => string
  /** Before what holds, or does not hold, of a person's company. */
  readonly company: string
  readonly notCompany: string
  /** Before what holds of so many people of a company, and of fewer. */
  readonly people: (count: number, written: string) => string
  readonly fewerPeople: (count: number, written: string) => string
}

export const phrases: { readonly [L in Locale]: Phrases } = {
  nb: {
    and: 'og',
    or: 'eller',
    yes: 'ja',
    no: 'nei',
    quotes: ['«', '»'],
    always: 'alle kunder passer',
    never: 'ingen kunder passer',
    notAll: 'ikke alt dette stemmer:',
    none: 'ikke noe av dette stemmer:',
    others: (count) => `${count} andre`,
    days: (count, written) => (count === 1 ? 'ett døgn' : `${written} dager`),
    lastDays: (count, written) => (count === 1 ? 'det siste døgnet' : `de siste ${written} dagene`),
    nextDays: (count, written) => (count === 1 ? 'det neste døgnet' : `de neste ${written} dagene`),
    periods: {
      today: 'i dag',
      yesterday: 'i går',
      thisWeek: 'denne uken',
      lastWeek: 'forrige uke',
      thisMonth: 'denne måneden',
      lastMonth: 'forrige måned',
      thisQuarter: 'dette kvartalet',
      lastQuarter: 'forrige kvartal',
      thisYear: 'i år',
      lastYear: 'i fjor',
    },
    inSegment: (name) => `kunden er i segmentet ${name}`,
    notInSegment: (name) => `kunden er ikke i segmentet ${name}`,
    company: 'bedriften passer:',
    notCompany: 'bedriften passer ikke:',
    people: (count, written) =>
      count === 1 ? 'noen i bedriften passer:' : `minst ${written} personer i bedriften passer:`,
    fewerPeople: (count, written) =>
      count === 1 ? 'ingen i bedriften passer:' : `færre enn ${written} personer i bedriften passer:`,
  },
  sv: {
    and: 'och',
    or: 'eller',
    yes: 'ja',
    no: 'nej',
    quotes: ['”', '”'],
    always: 'alla kunder passar',
    never: 'inga kunder passar',
    notAll: 'inte allt detta stämmer:',
    none: 'inget av detta stämmer:',
    others: (count) => `${count} andra`,
    days: (count, written) => (count === 1 ? 'ett dygn' : `${written} dagar`),
    lastDays: (count, written) => (count === 1 ? 'det senaste dygnet' : `de senaste ${written} dagarna`),
    nextDays: (count, written) => (count === 1 ? 'det närmaste dygnet' : `de närmaste ${written} dagarna`),
    periods: {
      today: 'i dag',
      yesterday: 'i går',
      thisWeek: 'den här veckan',
      lastWeek: 'förra veckan',
      thisMonth: 'den här månaden',
      lastMonth: 'förra månaden',
      thisQuarter: 'det här kvartalet',
      lastQuarter: 'förra kvartalet',
      thisYear: 'i år',
      lastYear: 'i fjol',
    },
    inSegment: (name) => `kunden är i segmentet ${name}`,
    notInSegment: (name) => `kunden är inte i segmentet ${name}`,
    company: 'företaget passar:',
    notCompany: 'företaget passar inte:',
    people: (count, written) =>
      count === 1 ? 'någon på företaget passar:' : `minst ${written} personer på företaget passar:`,
    fewerPeople: (count, written) =>
      count === 1 ? 'ingen på företaget passar:' : `färre än ${written} personer på företaget passar:`,
  },
  da: {
    and: 'og',
    or: 'eller',
    yes: 'ja',
    no: 'nej',
    quotes: ['»', '«'],
    always: 'alle kunder passer',
    never: 'ingen kunder passer',
    notAll: 'ikke alt dette passer:',
    none: 'intet af dette passer:',
    others: (count) => `${count} andre`,
    days: (count, written) => (count === 1 ? 'et døgn' : `${written} dage`),
    lastDays: (count, written) => (count === 1 ? 'det seneste døgn' : `de seneste ${written} dage`),
    nextDays: (count, written) => (count === 1 ? 'det næste døgn' : `de næste ${written} dage`),
    periods: {
      today: 'i dag',
      yesterday: 'i går',
      thisWeek: 'denne uge',
      lastWeek: 'sidste uge',
      thisMonth: 'denne måned',
      lastMonth: 'sidste måned',
      thisQuarter: 'dette kvartal',
      lastQuarter: 'sidste kvartal',
      thisYear: 'i år',
      lastYear: 'sidste år',
    },
    inSegment: (name) => `kunden er i segmentet ${name}`,
    notInSegment: (name) => `kunden er ikke i segmentet ${name}`,
    company: 'virksomheden passer:',
    notCompany: 'virksomheden passer ikke:',
    people: (count, written) =>
      count === 1 ? 'nogen i virksomheden passer:' : `mindst ${written} personer i virksomheden passer:`,
    fewerPeople: (count, written) =>
      count === 1 ? 'ingen i virksomheden passer:' : `færre end ${written} personer i virksomheden passer:`,
  },
  en: {
    and: 'and',
    or: 'or',
    yes: 'yes',
    no: 'no',
    quotes: ['“', '”'],
    always: 'every customer matches',
    never: 'no customer matches',
    notAll: 'not all of this holds:',
    none: 'none of this holds:',
    others: (count) => `${count} others`,
    days: (count, written) => (count === 1 ? 'one day' : `${written} days`),
    lastDays: (count, written) => (count === 1 ? 'the last day' : `the last ${written} days`),
    nextDays: (count, written) => (count === 1 ? 'the next day' : `the next ${written} days`),
    periods: {
      today: 'today',
      yesterday: 'yesterday',
      thisWeek: 'this week',
      lastWeek: 'last week',
      thisMonth: 'this month',
      lastMonth: 'last month',
      thisQuarter: 'this quarter',
      lastQuarter: 'last quarter',
      thisYear: 'this year',
      lastYear: 'last year',
    },
    inSegment: (name) => `the customer is in the segment ${name}`,
    notInSegment: (name) => `the customer is not in the segment ${name}`,
    company: 'its company fits:',
    notCompany: 'its company does not fit:',
    people: (count, written) =>
      count === 1 ? 'someone at the company fits:' : `at least ${written} people at the company fit:`,
    fewerPeople: (count, written) =>
      count === 1 ? 'nobody at the company fits:' : `fewer than ${written} people at the company fit:`,
  },
}
