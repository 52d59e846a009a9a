import type { Locale } from '../locales/locale.ts'
import { isReordered } from './order.ts'
import type { Part, PartValue } from './part.ts'
import { partsOf } from './parts.ts'
import type { ProfileContent } from './profile.ts'
import { isSame } from './same.ts'
import { diffLines, diffWords, type WordChange } from './words.ts'

/** A part that differs between two contents. */
export interface Change {
  /** Which part: `name.nb`, `fields.goals.sv`, `traits.size.rule`. */
  readonly path: string
  /** Its language; absent where it has none. */
  readonly locale?: Locale
  readonly kind: 'added' | 'removed' | 'changed'
  /** As it was; null where it was not there. */
  readonly before: PartValue | null
  /** As it became; null where it is no longer there. */
  readonly after: PartValue | null
}

/** The sections of a profile in the order they are read. */
const sections = ['name', 'summary', 'quote', 'picture', 'fields', 'traits', 'links', 'visibility']

/**
 * Every part that differs, in the order of the profile; none when the two contents hold the same. A trait that came or
 * went is told by its own parts; the order of traits only when those that stayed were moved.
 */
export function diffContents(before: ProfileContent, after: ProfileContent): readonly Change[] {
  const [old, young] = [partsOf(before), partsOf(after)]
  const paths = inOrder([...old.keys(), ...young.keys()])
  return paths.flatMap((path) => changeOf(old.get(path), young.get(path)))
}

/** Each path once, in the order of the profile's sections. */
export function inOrder(paths: readonly string[]): readonly string[] {
  const rank = (path: string) => sections.indexOf(path.split('.', 1)[0] ?? '')
  return [...new Set(paths)].toSorted((a, b) => rank(a) - rank(b))
}

function changeOf(before: Part | undefined, after: Part | undefined): readonly Change[] {
  const part = after ?? before
  if (part === undefined || isSame(before?.value, after?.value)) return []
  if (part.path === 'traits' && !isReordered(keysOf(before), keysOf(after))) return []
  return [
    {
      path: part.path,
      ...(part.locale === undefined ? {} : { locale: part.locale }),
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      before: before?.value ?? null,
      after: after?.value ?? null,
    },
  ]
}

/** What changed within a text in a language, word by word; undefined where the change is of something else. */
export function changedWords({ before, after, locale }: Change): readonly WordChange[] | undefined {
  const isText = typeof before === 'string' && typeof after === 'string' && locale !== undefined
  return isText ? diffWords(before, after) : undefined
}

/** What came and went of lines, options, links and the order of traits, one by one; undefined for something else. */
export function changedItems({ before, after }: Change): readonly WordChange[] | undefined {
  const [old, young] = [before ?? [], after ?? []]
  return isList(old) && isList(young) ? diffLines(old, young) : undefined
}

function keysOf(part: Part | undefined): readonly string[] {
  return (part?.value ?? []) as readonly string[]
}

function isList(value: PartValue): value is readonly string[] {
  return Array.isArray(value)
}
