import type { Money } from '../attributes/attribute.ts'
import type { Localized } from '../locales/locale.ts'
import { localizedParts, type Part, type PartIndex, plainPart, textAt } from './part.ts'
import type { FieldValue } from './profile.ts'

/** The parts of a field's value; none for a text, list or choice in which nothing stands. */
export function partsOfField(place: string, value: FieldValue): readonly Part[] {
  switch (value.kind) {
    case 'text':
      return localizedParts(place, value.text)
    case 'list':
      return localizedParts(place, value.items)
    case 'number':
      return [plainPart(place, value.number)]
    case 'money':
      return [plainPart(place, { amount: value.amount, currency: value.currency })]
    case 'choice':
      return value.options.length === 0 ? [] : [plainPart(place, value.options)]
    case 'picture':
      return [
        plainPart(`${place}.picture`, value.picture.hash),
        ...localizedParts(`${place}.alt`, value.picture.alt),
      ]
    case 'link':
      return [plainPart(`${place}.url`, value.url), ...localizedParts(`${place}.label`, value.label)]
  }
}

/** The value that the parts at a place make; undefined where they make none. */
export function fieldFromParts(place: string, index: PartIndex): FieldValue | undefined {
  const hash = index.plain.get(`${place}.picture`)
  if (typeof hash === 'string')
    return { kind: 'picture', picture: { hash, alt: textAt(index, `${place}.alt`) } }
  const url = index.plain.get(`${place}.url`)
  if (typeof url === 'string') return { kind: 'link', url, label: textAt(index, `${place}.label`) }
  const value = index.plain.get(place)
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (Array.isArray(value)) return { kind: 'choice', options: value as readonly string[] }
  if (value !== undefined) return { kind: 'money', ...(value as Money) }
  const texts = index.localized.get(place)
  if (texts === undefined) return undefined
  return Object.values(texts).some((text) => Array.isArray(text))
    ? { kind: 'list', items: texts as Localized<readonly string[]> }
    : { kind: 'text', text: texts as Localized }
}
