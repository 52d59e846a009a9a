import type { Locale } from '../locales/locale.ts'

/** The units that every language has words for, such as `percent`, `year` and `kilometer`. */
export const standardUnits: readonly string[] = Intl.supportedValuesOf('unit')

/** A standard unit in words, in the plural: `year` is `år` in Norwegian and `years` in English. */
export function unitWords(unit: string, locale: Locale): string {
  if (!standardUnits.includes(unit)) return unit
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.formatToParts(2).find(({ type }) => type === 'unit')?.value ?? unit
}
