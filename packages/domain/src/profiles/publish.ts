import type { Locale } from '../locales/locale.ts'
import { failed, okUnless, type Result } from '../result.ts'
import type { Template } from '../templates/template.ts'
import { completenessOf } from './completeness.ts'
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

/** Decides whether enough is written in each of the locales for a workspace that asks for a share of it. */
export function passesGate(
  content: ProfileContent,
  template: Template,
  locales: readonly Locale[],
  gate: number,
): Result<readonly Locale[]> {
  const problems = locales.flatMap((locale, index) => {
    const { share, missing } = completenessOf(content, template, locale)
    if (share >= gate) return []
    const wanted = missing.slice(0, 5).map(({ label }) => label)
    const more = missing.length > wanted.length ? ` and ${missing.length - wanted.length} more` : ''
    return [
      {
        path: ['locales', index],
        message: `In "${locale}" ${percent(share)} is written, and this workspace asks for ${percent(gate)}. Still to write: ${wanted.join(', ')}${more}.`,
      },
    ]
  })
  return okUnless(problems, locales)
}

/** The locales whose name is written: what can be published. */
export function writtenLocales(content: ProfileContent): readonly Locale[] {
  return (Object.keys(content.name) as Locale[]).filter(
    (locale) => (content.name[locale] ?? '').trim() !== '',
  )
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
