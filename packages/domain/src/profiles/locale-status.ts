import type { Locale } from '../locales/locale.ts'
import type { Template } from '../templates/template.ts'
import { type Completeness, completenessOf } from './completeness.ts'
import { type Change, diffContents } from './diff.ts'
import type { Marks } from './marks.ts'
import type { Part, PartValue } from './part.ts'
import { partsOf } from './parts.ts'
import type { ProfileContent } from './profile.ts'

/** A translation whose source was changed after it was written. */
export interface OutdatedPart {
  readonly path: string
  /** The source as it is now; null where it was taken out. */
  readonly sourceNow: PartValue | null
  /** The revision since which the translation reads as it does, or was last said to hold. */
  readonly translatedAtRevision: number
}

/** How far a profile has come in one language. */
export interface LocaleStatus {
  readonly locale: Locale
  /**
   * The first of these that holds. `missing`: nothing is written in it. `outdated`: the source was changed after
   * something was translated. `draft`: not published as it is now. `published`: readers see what is written.
   */
  readonly status: 'missing' | 'outdated' | 'draft' | 'published'
  /** What readers of the language see; absent where it is not published in it. */
  readonly publishedRevision?: number
  /** Whether something is published in it, and the newest revision reads otherwise in this language. */
  readonly differsFromPublished: boolean
  readonly outdated: readonly OutdatedPart[]
  readonly completeness: Completeness
}

/** What the status of a profile's languages is told from. */
export interface LocaleStatusTerms {
  /** The newest revision's. */
  readonly content: ProfileContent
  readonly marks: Marks
  readonly publications: {
    readonly [L in Locale]?: { readonly revision: number; readonly content: ProfileContent }
  }
  /** The languages of the workspace, the one that others are translated from first. */
  readonly workspaceLocales: readonly Locale[]
  readonly template: Template
}

/** How far a profile has come in each language of the workspace, in the workspace's order. */
export function localeStatuses(terms: LocaleStatusTerms): readonly LocaleStatus[] {
  const parts = [...partsOf(terms.content).values()]
  return terms.workspaceLocales.map((locale) => {
    const published = terms.publications[locale]
    const outdated = outdatedParts(parts, locale, terms)
    const differsFromPublished =
      published !== undefined &&
      diffContents(published.content, terms.content).some((change) => concerns(change, locale))
    const isWritten = parts.some((part) => part.locale === locale && isSomething(part.value))
    const isPublished = published !== undefined && !differsFromPublished
    return {
      locale,
      status: !isWritten ? 'missing' : outdated.length > 0 ? 'outdated' : isPublished ? 'published' : 'draft',
      ...(published === undefined ? {} : { publishedRevision: published.revision }),
      differsFromPublished,
      outdated,
      completeness: completenessOf(terms.content, terms.template, locale),
    }
  })
}

/** Whether the changes are a translator's: of what is written in other languages than the source's, and of nothing else. */
export function isTranslationOnly(changes: readonly Change[], source: Locale): boolean {
  return changes.every(({ locale }) => locale !== undefined && locale !== source)
}

function outdatedParts(
  parts: readonly Part[],
  locale: Locale,
  { marks, workspaceLocales: [source] }: LocaleStatusTerms,
): readonly OutdatedPart[] {
  if (source === undefined) return []
  const now = new Map(parts.map(({ path, value }) => [path, value]))
  return parts.flatMap((part) => {
    if (part.locale !== locale) return []
    const sourcePath = `${part.path.slice(0, -locale.length)}${source}`
    const translatedAtRevision = marks[part.path] ?? 0
    return (marks[sourcePath] ?? 0) > translatedAtRevision
      ? [{ path: part.path, sourceNow: now.get(sourcePath) ?? null, translatedAtRevision }]
      : []
  })
}

/** Whether readers of a language see the change: it is in their language, or in none. */
function concerns(change: Change, locale: Locale): boolean {
  return change.locale === undefined || change.locale === locale
}

function isSomething(value: PartValue): boolean {
  return [value].flat().some((text) => typeof text === 'string' && text.trim() !== '')
}
