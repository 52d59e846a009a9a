import type { Rule } from '../rules/rule.ts'
import { fieldFromParts, partsOfField } from './field-parts.ts'
import { indexParts, keysAt, localizedParts, type Part, type PartIndex, plainPart, textAt } from './part.ts'
import type { FieldValue, PictureUse, ProfileContent, Trait, Visibility } from './profile.ts'

/** The parts of a content, or some of them, by their paths. */
export type Parts = ReadonlyMap<string, Part>

/**
 * A content as its smallest changeable parts, in the order of the profile. Where nothing is written there is no part:
 * an empty text and a text that was never written are the same, and so are a list without lines and no list. A text
 * of blanks is kept, for somebody may be typing it. The order of the traits is the part `traits`.
 */
export function partsOf(content: ProfileContent): Parts {
  const parts = [
    ...localizedParts('name', content.name),
    ...localizedParts('summary', content.summary),
    ...localizedParts('quote', content.quote),
    ...(content.picture === null ? [] : partsOfPicture(content.picture)),
    ...Object.entries(content.fields).flatMap(([key, value]) => partsOfField(`fields.${key}`, value)),
    ...keyParts(
      'traits',
      content.traits.map(({ key }) => key),
    ),
    ...content.traits.flatMap(partsOfTrait),
    ...keyParts('links.products', content.links.products),
    ...keyParts('links.personas', content.links.personas),
    ...keyParts('links.contrasts', content.links.contrasts),
    ...(content.links.segment === null ? [] : [plainPart('links.segment', content.links.segment)]),
    ...(content.links.scorecard === null ? [] : [plainPart('links.scorecard', content.links.scorecard)]),
    ...Object.entries(content.visibility).map(([key, value]) => plainPart(`visibility.${key}`, value)),
  ]
  return new Map(parts.map((part) => [part.path, part]))
}

/** The content that parts make; the way back from `partsOf`. */
export function fromParts(parts: Parts): ProfileContent {
  const index = indexParts(parts)
  const one = (place: string) => (index.plain.get(place) ?? null) as string | null
  return {
    name: textAt(index, 'name'),
    summary: textAt(index, 'summary'),
    quote: textAt(index, 'quote'),
    picture: pictureFromParts(index),
    fields: Object.fromEntries(
      keysBelow('fields', parts).flatMap((key): [string, FieldValue][] => {
        const value = fieldFromParts(`fields.${key}`, index)
        return value === undefined ? [] : [[key, value]]
      }),
    ),
    traits: traitsFromParts(parts, index),
    links: {
      products: keysAt(index, 'links.products'),
      personas: keysAt(index, 'links.personas'),
      contrasts: keysAt(index, 'links.contrasts'),
      segment: one('links.segment'),
      scorecard: one('links.scorecard'),
    },
    visibility: Object.fromEntries(
      keysBelow('visibility', parts).map((key) => [key, index.plain.get(`visibility.${key}`) as Visibility]),
    ),
  }
}

function keyParts(path: string, keys: readonly string[]): readonly Part[] {
  return keys.length === 0 ? [] : [plainPart(path, keys)]
}

function partsOfPicture({ hash, alt }: PictureUse): readonly Part[] {
  return [plainPart('picture.hash', hash), ...localizedParts('picture.alt', alt)]
}

function pictureFromParts(index: PartIndex): PictureUse | null {
  const hash = index.plain.get('picture.hash')
  return typeof hash === 'string' ? { hash, alt: textAt(index, 'picture.alt') } : null
}

function partsOfTrait({ key, label, words, rule }: Trait): readonly Part[] {
  const place = `traits.${key}`
  return [
    plainPart(place, true),
    ...localizedParts(`${place}.label`, label),
    ...localizedParts(`${place}.words`, words),
    plainPart(`${place}.rule`, rule),
  ]
}

function traitsFromParts(parts: Parts, index: PartIndex): readonly Trait[] {
  const there = keysBelow('traits', parts).filter((key) => index.plain.has(`traits.${key}`))
  const inOrder = keysAt(index, 'traits').filter((key) => there.includes(key))
  return [...new Set([...inOrder, ...there])].map((key) => ({
    key,
    label: textAt(index, `traits.${key}.label`),
    words: textAt(index, `traits.${key}.words`),
    rule: index.plain.get(`traits.${key}.rule`) as Rule,
  }))
}

/** The keys that stand directly below a place, in order: `goals` of `fields.goals.sv`. */
function keysBelow(place: string, parts: Parts): readonly string[] {
  const keys = [...parts.keys()].flatMap((path) => {
    const [first, key] = path.split('.')
    return first === place && key !== undefined ? [key] : []
  })
  return [...new Set(keys)]
}
