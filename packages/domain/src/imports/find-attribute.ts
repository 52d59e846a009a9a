import { isKnownOf } from '../attributes/attribute.ts'
import { namesOf } from './header-ends.ts'
import { attributeNamed, foldHeader, keyFromHeader } from './headers.ts'
import type { KnownAttribute, KnownAttributes } from './known-attribute.ts'
import type { ColumnMapping } from './mapping.ts'

/** An attribute that a header may mean, and why. */
export interface FoundAttribute {
  readonly attribute: KnownAttribute
  readonly confidence: ColumnMapping['confidence']
  readonly certainty: number
  readonly text: string
}

/**
 * Finds the attributes that a header may mean, the likeliest first: by a known name, a label in any language, its key,
 * and what it was called before; by the whole header, then by it without its ends. A label that two attributes have is left to their keys.
 * @param byKey whether headers are keys first of all, as exports of this product have them
 */
export function attributeFinder(
  attributes: KnownAttributes,
  subject: 'company' | 'person',
  { byKey = false }: { readonly byKey?: boolean } = {},
) {
  const own = [...attributes.values()].filter((attribute) => isKnownOf(attribute, subject))
  const labelled = byName(own, ({ label }) => Object.values(label))
  const former = byName(own, ({ formerNames = [] }) => formerNames)
  const candidatesFor = (name: string) => {
    const folded = foldHeader(name)
    return [
      [attributes.get(byKey ? name : ''), 'sure', 0.99, 'it is the key of the attribute'],
      [
        attributes.get(attributeNamed(name) ?? ''),
        'sure',
        0.9,
        'the header is a known name of the attribute',
      ],
      [labelled.get(folded), 'sure', 0.85, 'the attribute is labelled so'],
      [attributes.get(keyFromHeader(name)), 'likely', 0.75, 'an attribute of the workspace has the name'],
      [former.get(folded), 'likely', 0.7, 'the attribute was called so before'],
    ] as const
  }
  return (header: string): readonly FoundAttribute[] => {
    const found = namesOf(header)
      .flatMap(candidatesFor)
      .flatMap(([attribute, confidence, certainty, text]): FoundAttribute[] =>
        attribute && isKnownOf(attribute, subject) ? [{ attribute, confidence, certainty, text }] : [],
      )
    // One that is put away is meant where no other is.
    return found.toSorted((a, b) => Number(isArchived(a)) - Number(isArchived(b)))
  }
}

function isArchived({ attribute }: FoundAttribute): boolean {
  return attribute.isArchived ?? false
}

/** Attributes by folded names, without names that two of them have; one that is put away gives way to one that is not. */
function byName(
  attributes: readonly KnownAttribute[],
  namesOf: (attribute: KnownAttribute) => readonly string[],
): ReadonlyMap<string, KnownAttribute> {
  const all = new Map<string, Set<KnownAttribute>>()
  for (const attribute of attributes) {
    for (const name of namesOf(attribute).map(foldHeader)) {
      if (name !== '') all.set(name, (all.get(name) ?? new Set()).add(attribute))
    }
  }
  const single = [...all].flatMap(([name, several]) => {
    const present = [...several].filter((attribute) => !attribute.isArchived)
    const [first, ...others] = present.length > 0 ? present : [...several]
    return first === undefined || others.length > 0 ? [] : [[name, first] as const]
  })
  return new Map(single)
}
