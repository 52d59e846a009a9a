import type { Problem } from '../result.ts'
import { type Localized, locales } from './locale.ts'

/** The problems of a text in its locales: too long, or blank in all of them where it is needed. */
export function checkText(
  text: Localized,
  path: Problem['path'],
  { longest, needed = false }: { readonly longest: number; readonly needed?: boolean },
): readonly Problem[] {
  const problems = locales.flatMap((locale): Problem[] => {
    const length = text[locale]?.length ?? 0
    if (length <= longest) return []
    return [{ path: [...path, locale], message: `This has ${length} characters; shorten it to ${longest}.` }]
  })
  const isBlank = locales.every((locale) => (text[locale] ?? '').trim() === '')
  return needed && isBlank
    ? [...problems, { path, message: 'Write this in at least one language.' }]
    : problems
}
