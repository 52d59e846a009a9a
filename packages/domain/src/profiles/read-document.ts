import {
  boolean,
  json,
  list,
  localized,
  needed,
  number,
  object,
  oneOf,
  or,
  type Reading,
  readShape,
  record,
  type Shape,
  tell,
  text,
} from '../content/shape.ts'
import { type Localized, locales } from '../locales/locale.ts'
import type { Problem } from '../result.ts'
import { isSlug, slugify } from '../slug.ts'
import type { ProfileDraft } from './check.ts'
import type { TraitDraft } from './check-trait.ts'
import type { PortableProfile } from './document.ts'
import {
  type FieldValue,
  noLinks,
  type PictureUse,
  type ProfileContent,
  type ProfileKind,
  type ProfileLinks,
  profileKinds,
  type Visibility,
  visibilities,
} from './profile.ts'

/** Parses a document into a profile, its rules not yet read. Everything that means nothing in it is told. */
export function fromDocument(input: unknown): Reading<PortableProfile<ProfileDraft>> {
  return readShape(portableShape, input)
}

const localizedText = localized(text)
const keys = list(text)

const picture = object<PictureUse>('a picture', { hash: needed(text), alt: or(localizedText, {}) })

/** What may stand in a field, each by its own name. */
const values: { readonly [name: string]: Shape<FieldValue> } = {
  text: map(localizedText, (words) => ({ kind: 'text', text: words })),
  items: map(localized(keys), (items) => ({ kind: 'list', items })),
  number: map(number, (value) => ({ kind: 'number', number: value })),
  money: map(
    object<{ amount: number; currency: string }>('an amount', {
      amount: needed(number),
      currency: needed(text),
    }),
    ({ amount, currency }) => ({ kind: 'money', amount, currency }),
  ),
  options: map(keys, (options) => ({ kind: 'choice', options })),
  picture: map(picture, (shown) => ({ kind: 'picture', picture: shown })),
  link: map(
    object<Omit<Extract<FieldValue, { kind: 'link' }>, 'kind'>>('a link', {
      url: needed(text),
      label: or(localizedText, {}),
    }),
    ({ url, label }) => ({ kind: 'link', url, label }),
  ),
}

const valueProperties = Object.fromEntries(
  Object.entries(values).map(([name, shape]) => [name, or<FieldValue | undefined>(shape, undefined)]),
)
const anyValues = object<{ [name: string]: FieldValue }>('a field', valueProperties as never)

const fieldValue: Shape<FieldValue> = (input, path, told) => {
  const before = told.length
  const given = Object.values(anyValues(input, path, told) ?? {})
  if (given.length === 1 || told.length > before) return given[0]
  return tell(
    told,
    path,
    `A field holds one value: ${Object.keys(values).join(', ')}; this one has ${given.length}.`,
  )
}

type ReadTrait = TraitDraft & { readonly visibility?: Visibility }

const trait = object<ReadTrait>('a trait', {
  key: needed(text),
  label: or(localizedText, {}),
  words: or(localizedText, {}),
  rule: needed(json),
  visibility: or<Visibility | undefined>(oneOf(visibilities), undefined),
})

interface Read extends Omit<ProfileContent, 'traits'> {
  readonly profilkort: unknown
  readonly slug: string
  readonly kind: ProfileKind
  readonly template: string
  readonly traits: readonly ReadTrait[]
  readonly kept: ProfileContent['fields']
  readonly published: Localized<boolean>
  readonly archived: boolean
}

const profileShape = object<Read>('a profile', {
  profilkort: needed(json),
  slug: needed(text),
  kind: needed(oneOf(profileKinds)),
  template: needed(text),
  name: or(localizedText, {}),
  summary: or(localizedText, {}),
  quote: or(localizedText, {}),
  picture: or<PictureUse | null>(picture, null),
  fields: or(record(fieldValue), {}),
  kept: or(record(fieldValue), {}),
  traits: or(list(trait), []),
  links: or(
    object<ProfileLinks>('links', {
      products: or(keys, []),
      personas: or(keys, []),
      contrasts: or(keys, []),
      segment: or<string | null>(text, null),
      scorecard: or<string | null>(text, null),
    }),
    noLinks,
  ),
  visibility: or(record(oneOf(visibilities)), {}),
  published: or(localized(boolean), {}),
  archived: or(boolean, false),
})

const portableShape: Shape<PortableProfile<ProfileDraft>> = (input, path, told) => {
  const read = profileShape(input, path, told)
  return read && toPortable(read, told)
}

function toPortable(read: Read, told: Problem[]): PortableProfile<ProfileDraft> {
  const { slug, kind, template, traits, kept, published, ...rest } = read
  if (!isSlug(slug)) {
    const example = slugify(slug) || 'ideal-customer'
    tell(
      told,
      ['slug'],
      `"${slug}" cannot stand in an address. Use a-z, 0-9 and single hyphens, such as "${example}".`,
    )
  }
  const byTrait = Object.fromEntries(
    traits.flatMap((each) => (each.visibility === undefined ? [] : [[each.key, each.visibility]])),
  )
  for (const key of Object.keys(byTrait)) {
    if (Object.hasOwn(rest.visibility, key))
      tell(
        told,
        ['visibility', key],
        `The trait "${key}" says who may read it already. Take one of the two out.`,
      )
  }
  for (const key of Object.keys(kept)) {
    if (Object.hasOwn(rest.fields, key))
      tell(told, ['kept', key], `"${key}" is among the fields already. Take one of the two out.`)
  }
  return {
    slug,
    kind,
    template,
    content: {
      name: rest.name,
      summary: rest.summary,
      quote: rest.quote,
      picture: rest.picture,
      fields: { ...rest.fields, ...kept },
      traits: traits.map(({ key, label, words, rule }) => ({ key, label, words, rule })),
      links: rest.links,
      visibility: { ...rest.visibility, ...byTrait },
    },
    kept: Object.keys(kept).toSorted(),
    isArchived: rest.archived,
    published: locales.filter((locale) => published[locale] === true),
  }
}

function map<From, To>(shape: Shape<From>, change: (value: From) => To): Shape<To> {
  return (input, path, told) => {
    const value = shape(input, path, told)
    return value === undefined ? undefined : change(value)
  }
}
