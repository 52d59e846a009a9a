import type { Locale } from '../../locales/locale.ts'

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
  },
}
