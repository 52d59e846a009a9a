import type { Locale } from '../locales/locale.ts'
import type { Change } from './diff.ts'

/**
 * The revision since which each part with a language reads as it does, by the part's path: `{ 'name.nb': 1 }`. A part
 * that was taken out keeps the revision in which that was done.
 */
export type Marks = { readonly [path: string]: number }

/** The marks once the changes are saved as `revision`; what has no language is not marked. */
export function markChanges(before: Marks, changes: readonly Change[], revision: number): Marks {
  const written = changes.filter(({ locale }) => locale !== undefined)
  return { ...before, ...Object.fromEntries(written.map(({ path }) => [path, revision])) }
}

/**
 * The marks once somebody has said, in `revision`, that what is written in a language still holds, whatever was changed
 * in the source until then. Of all parts, or of those named.
 */
export function confirmTranslation(
  marks: Marks,
  locale: Locale,
  revision: number,
  paths: readonly string[] = Object.keys(marks),
): Marks {
  const confirmed = paths.filter((path) => path.endsWith(`.${locale}`))
  return { ...marks, ...Object.fromEntries(confirmed.map((path) => [path, revision])) }
}
