import type { Locale } from '../locales/locale.ts'
import type { ProfileReading } from './read.ts'

/**
 * What a key of some languages sees of a reading in one of them: no other language, neither the words of a profile that
 * it points at nor that there are any. All of it where the key answers in all languages.
 */
export function withinLocales(
  reading: ProfileReading,
  allowed: readonly Locale[] | undefined,
): ProfileReading {
  if (allowed === undefined) return reading
  const isAllowed = ({ resolvedLocale }: { readonly resolvedLocale: Locale }) =>
    allowed.includes(resolvedLocale)
  return {
    ...reading,
    publishedLocales: reading.publishedLocales.filter((locale) => allowed.includes(locale)),
    personas: reading.personas.filter(isAllowed),
    contrasts: reading.contrasts.filter(isAllowed),
  }
}
