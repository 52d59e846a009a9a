import type { Locale } from '../locales/locale.ts'
import { failed, okUnless, type Result } from '../result.ts'
import type { ProfileContent } from './profile.ts'

/** Decides whether a revision can be published in the locales: its name has to be written in each of them. */
export function publishableIn(
  content: ProfileContent,
  locales: readonly Locale[],
): Result<readonly Locale[]> {
  if (locales.length === 0)
    return failed({ path: ['locales'], message: 'Name at least one language to publish in.' })
  const unwritten = locales.filter((locale) => (content.name[locale] ?? '').trim() === '')
  return okUnless(
    unwritten.map((locale) => ({
      path: ['locales', locales.indexOf(locale)],
      message: `The profile has no name in "${locale}". Translate it first, or publish without that language.`,
    })),
    locales,
  )
}

/** The locales whose name is written: what can be published. */
export function writtenLocales(content: ProfileContent): readonly Locale[] {
  return (Object.keys(content.name) as Locale[]).filter(
    (locale) => (content.name[locale] ?? '').trim() !== '',
  )
}
