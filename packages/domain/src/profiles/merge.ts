import type { Locale } from '../locales/locale.ts'
import { inOrder } from './diff.ts'
import { mergeValues } from './merge-values.ts'
import { mergeOrder } from './order.ts'
import { type Part, type PartValue, plainPart } from './part.ts'
import { fromParts, type Parts, partsOf } from './parts.ts'
import type { FieldValue, PictureUse, ProfileContent, Trait } from './profile.ts'
import { each, type Sides, settle } from './sides.ts'

/** What stands at a field, a trait or a picture. */
type Whole = FieldValue | Trait | PictureUse

/** A part that two people changed, each in their own way; null where a side has it no longer, or not yet. */
export interface MergeConflict extends Sides<PartValue | Whole | null> {
  /** Which part: `fields.goals.sv`; or what was taken out by one and changed by the other: `traits.size`. */
  readonly path: string
  /** Its language; absent where it has none. */
  readonly locale?: Locale
}

/** What two people's changes make together, with theirs where they cannot stand together. */
export interface Merge {
  readonly merged: ProfileContent
  readonly conflicts: readonly MergeConflict[]
}

interface Outcome {
  readonly parts: readonly Part[]
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Puts two changes of the same content together, part by part. Lines of a list and links are merged within; a text
 * that both changed is a conflict. What one took out and the other changed is a conflict as a whole.
 */
export function mergeContents(base: ProfileContent, mine: ProfileContent, theirs: ProfileContent): Merge {
  const all = { base: partsOf(base), mine: partsOf(mine), theirs: partsOf(theirs) }
  const paths = inOrder([...all.theirs.keys(), ...all.mine.keys(), ...all.base.keys()])
  const places = Map.groupBy(
    paths.filter((path) => path !== 'traits'),
    placeOf,
  )
  const outcomes = [...places].flatMap(([place, within]) => {
    const here = each(all, (parts) => only(parts, within))
    return mergeWhole(place, here) ?? within.map((path) => mergePart(path, here))
  })
  const parts = outcomes.flatMap((outcome) => outcome.parts)
  const order = mergeTraitOrder(all, fromParts(byPath(parts)).traits)
  return {
    merged: fromParts(byPath([...parts, ...order.parts])),
    conflicts: [...outcomes, order].flatMap(({ conflicts }) => conflicts),
  }
}

/** Where a path belongs: its field, trait or picture; itself for all else. */
function placeOf(path: string): string {
  const [first = path, key] = path.split('.')
  if (first === 'picture') return first
  return first === 'fields' || first === 'traits' ? `${first}.${key}` : path
}

/** Merges what cannot be merged part by part; undefined for what can. */
function mergeWhole(place: string, here: Sides<Parts>): Outcome | undefined {
  const wholes = each(here, (parts) => wholeAt(place, parts))
  const present = [wholes.base, wholes.mine, wholes.theirs].filter((whole) => whole !== null)
  const isTakenOut = wholes.base !== null && present.length < 3 && present.some(isOneThing)
  const isOfManyKinds = new Set(present.map((whole) => ('kind' in whole ? whole.kind : ''))).size > 1
  if (!isTakenOut && !isOfManyKinds) return undefined
  const settled = settle(wholes)
  return {
    parts: [...here[settled ?? 'theirs'].values()],
    conflicts: settled === undefined ? [{ path: place, ...wholes }] : [],
  }
}

function wholeAt(place: string, parts: Parts): Whole | null {
  const { picture, fields, traits } = fromParts(parts)
  const [value = null] = place === 'picture' ? [picture] : [...Object.values(fields), ...traits]
  return value
}

/** Whether its parts mean nothing without each other, as the languages of a text or list do. */
function isOneThing(whole: Whole): boolean {
  return !('kind' in whole) || whole.kind === 'picture' || whole.kind === 'link'
}

function mergePart(path: string, here: Sides<Parts>): Outcome {
  const sides = each(here, (parts) => parts.get(path))
  const locale = (sides.theirs ?? sides.mine ?? sides.base)?.locale
  const language = locale === undefined ? {} : { locale }
  const values = each(sides, (part) => part?.value ?? null)
  const merged = mergeValues(path, locale, values)
  const value = merged === undefined ? values.theirs : merged
  return {
    parts: value === null ? [] : [{ path, ...language, value }],
    conflicts: merged === undefined ? [{ path, ...language, ...values }] : [],
  }
}

function mergeTraitOrder(all: Sides<Parts>, traits: readonly Trait[]): Outcome {
  const orders = each(all, (parts) => (parts.get('traits')?.value ?? []) as readonly string[])
  const { order, isConflict } = mergeOrder(orders, new Set(traits.map(({ key }) => key)))
  return {
    parts: [plainPart('traits', order)],
    conflicts: isConflict ? [{ path: 'traits', ...orders }] : [],
  }
}

function only(parts: Parts, paths: readonly string[]): Parts {
  return byPath(paths.flatMap((path) => parts.get(path) ?? []))
}

function byPath(parts: readonly Part[]): Parts {
  return new Map(parts.map((part) => [part.path, part]))
}
