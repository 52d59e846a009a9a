import { type Attribute, isKnownOf, type Value, type Values } from '../attributes/attribute.ts'
import { isAmount, isNumber } from '../check.ts'
import type { CustomerKind } from '../customers/customer.ts'
import { attributeOf, foldHeader } from '../imports/headers.ts'
import { noteBook } from '../imports/notes.ts'
import { cellReader, RefusedCell } from '../imports/read-cell.ts'
import { type Json, messageLimits } from './interaction.ts'
import { readTime } from './message-time.ts'

/** What a person's or a company's traits say in the words of the catalogue. */
export interface ReadTraits {
  readonly name: string | undefined
  readonly values: Values
  /** Which trait each value is from, by attribute key; `$name` for the name. */
  readonly traitOf: { readonly [key: string]: string }
}

export interface TraitReader {
  readonly attributes: ReadonlyMap<string, Attribute>
  /** ISO 4217, of amounts. */
  readonly currency: string
}

/**
 * Traits as values of the attributes that they name, by key or by label as columns of a file do. A trait that names
 * none, or is not what its attribute takes, is left to the record's data.
 */
export function readTraits(kind: CustomerKind, traits: Json, reader: TraitReader): ReadTraits {
  const values: { [key: string]: Value } = {}
  const traitOf: { [key: string]: string } = {}
  // In an order of their own: of two traits for one attribute always the same wins.
  for (const trait of Object.keys(traits).toSorted()) {
    const attribute = namedBy(trait, kind, reader.attributes)
    if (attribute === undefined || Object.hasOwn(values, attribute.key)) continue
    const value = readTrait(trait, traits[trait], attribute, reader)
    if (value === undefined) continue
    values[attribute.key] = value
    traitOf[attribute.key] = trait
  }
  const nameParts = ['name', 'firstName', 'lastName'].filter((trait) => textOf(traits[trait]) !== undefined)
  const [first] = nameParts
  if (first !== undefined) traitOf.$name = first
  const spoken = first === 'name' ? nameParts.slice(0, 1) : nameParts
  const name = spoken.map((trait) => textOf(traits[trait])).join(' ')
  return { name: name === '' ? undefined : name, values, traitOf }
}

/** A text that says something and is short enough to be a name. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || text.length > messageLimits.textLength ? undefined : text
}

/** The attribute that a trait names: by its key, a name known from exports, or its label in any language. */
function namedBy(
  trait: string,
  kind: CustomerKind,
  attributes: ReadonlyMap<string, Attribute>,
): Attribute | undefined {
  const known = attributes.get(trait) ?? attributes.get(attributeOf(trait) ?? '')
  if (known !== undefined && isKnownOf(known, kind)) return known
  const folded = foldHeader(trait)
  if (folded === '') return undefined
  const isLabel = (text: string) => foldHeader(text) === folded
  return attributes
    .values()
    .find((attribute) => isKnownOf(attribute, kind) && Object.values(attribute.label).some(isLabel))
}

function readTrait(
  trait: string,
  value: unknown,
  { key, type }: Attribute,
  { attributes, currency }: TraitReader,
): Value | undefined {
  if (type === 'time') return readTime(value)
  if (typeof value === 'number' && type === 'number') return isNumber(value) ? value : undefined
  if (type === 'money' && isAmount(value)) return { amount: value, currency }
  if (typeof value === 'boolean' && type === 'boolean') return value
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string')
  const cell =
    isList && type === 'choices' ? value.join(';') : typeof value === 'number' ? String(value) : textOf(value)
  if (cell === undefined || cell === '') return undefined
  const target = { kind: 'attribute', key, type, isNew: false } as const
  const read = cellReader(
    { column: trait, target, confidence: 'sure', currency },
    { attributes, counts: new Map(), notes: noteBook() },
  )(cell, 0)
  return read instanceof RefusedCell ? undefined : read
}
