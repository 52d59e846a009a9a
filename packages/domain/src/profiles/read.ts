import type { Catalogue } from '../attributes/attribute.ts'
import type { Locale } from '../locales/locale.ts'
import { describe } from '../rules/describe.ts'
import { attributesWithin, ownAttributesOf } from '../rules/fields.ts'
import type { Rule } from '../rules/rule.ts'
import { fieldsOf, type Template } from '../templates/template.ts'
import {
  type ProfileContent,
  type ProfileKind,
  type Trait,
  type Visibility,
  visibilities,
} from './profile.ts'
import {
  type FieldReading,
  filled,
  ownText,
  type PictureReading,
  readField,
  readPicture,
} from './read-field.ts'

/** A trait as one reader sees it. */
export interface TraitReading {
  readonly key: string
  readonly label: string
  /** What is expected: in the profile's words, or in the rule's where it has none. */
  readonly words: string
  /** For the workspace's own people. */
  readonly rule?: Rule
  /** The rule as a sentence; for the workspace's own people. */
  readonly sentence?: string
}

export interface SectionReading {
  readonly key: string
  readonly title: string
  readonly fields: readonly FieldReading[]
}

/** Another profile that this one points at, as far as the same reader may see it. */
export interface LinkedReading {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileKind
  readonly resolvedLocale: Locale
  readonly name: string
  readonly summary: string | null
  readonly quote: string | null
  readonly picture: PictureReading | null
}

/** A profile in one language, with only what the reader may see and what is filled in. */
export interface ProfileReading extends LinkedReading {
  readonly template: string
  readonly revision: number
  /** An ISO instant; null for a draft. */
  readonly publishedAt: string | null
  readonly publishedLocales: readonly Locale[]
  readonly traits: readonly TraitReading[]
  readonly sections: readonly SectionReading[]
  readonly personas: readonly LinkedReading[]
  readonly contrasts: readonly LinkedReading[]
  readonly products: readonly { readonly key: string; readonly name: string }[]
}

/** What stands around a revision's content when it is read. */
export interface ReadingTerms {
  readonly identity: Pick<
    ProfileReading,
    'id' | 'slug' | 'kind' | 'revision' | 'publishedAt' | 'publishedLocales'
  >
  readonly template: Template
  readonly catalogue: Catalogue
  readonly locale: Locale
  readonly audience: Visibility
  /** What it links to, of what the same audience may see. */
  readonly linked: Pick<ProfileReading, 'personas' | 'contrasts' | 'products'>
}

/**
 * The one way a profile's content reaches a reader. Texts are all in `locale`; what is not written in it is left out,
 * never taken from another language.
 */
export function readProfile(content: ProfileContent, terms: ReadingTerms): ProfileReading {
  const { identity, template, locale, linked } = terms
  return {
    id: identity.id,
    slug: identity.slug,
    kind: identity.kind,
    template: template.key,
    revision: identity.revision,
    publishedAt: identity.publishedAt,
    publishedLocales: identity.publishedLocales,
    resolvedLocale: locale,
    name: content.name[locale] ?? '',
    summary: filled(content.summary[locale]),
    quote: filled(content.quote[locale]),
    picture: content.picture === null ? null : readPicture(content.picture, locale),
    traits: content.traits
      .filter((trait) => mayRead(visibilityOfTrait(trait, content, terms), terms.audience))
      .map((trait) => readTrait(trait, terms)),
    sections: readSections(content, terms),
    personas: linked.personas,
    contrasts: linked.contrasts,
    products: linked.products,
  }
}

/** What another profile shows of this one where it points at it. */
export function asLinked(reading: LinkedReading): LinkedReading {
  const { id, slug, kind, resolvedLocale, name, summary, quote, picture } = reading
  return { id, slug, kind, resolvedLocale, name, summary, quote, picture }
}

function readSections(
  content: ProfileContent,
  { template, locale, audience }: ReadingTerms,
): readonly SectionReading[] {
  return template.sections
    .map((section) => ({
      key: section.key,
      title: ownText(section.title, locale),
      fields: section.fields
        .filter((field) => mayRead(content.visibility[field.key] ?? field.visibility, audience))
        .map((field) =>
          Object.hasOwn(content.fields, field.key)
            ? readField(field, content.fields[field.key], locale)
            : undefined,
        )
        .filter((field) => field !== undefined),
    }))
    .filter((section) => section.fields.length > 0)
}

function readTrait(trait: Trait, { locale, audience, catalogue }: ReadingTerms): TraitReading {
  const [attribute] = ownAttributesOf(trait.rule)
  const label =
    filled(trait.label[locale]) ?? filled(catalogue.attributes.get(attribute ?? '')?.label[locale])
  const sentence = describe(trait.rule, catalogue, locale)
  return {
    key: trait.key,
    label: label ?? trait.key,
    words: filled(trait.words[locale]) ?? sentence,
    ...(audience === 'internal' ? { rule: trait.rule, sentence } : {}),
  }
}

/** A trait on a special category of personal data never leaves the workspace (R1.3), whatever the profile says. */
function visibilityOfTrait(
  trait: Trait,
  content: ProfileContent,
  { template, catalogue }: ReadingTerms,
): Visibility {
  const all = attributesWithin(trait.rule, catalogue.records?.segments ?? new Map())
  const isSensitive = all.some((key) => catalogue.attributes.get(key)?.sensitive)
  if (isSensitive) return 'internal'
  return content.visibility[trait.key] ?? fieldsOf(template).get(trait.key)?.visibility ?? 'public'
}

function mayRead(visibility: Visibility, audience: Visibility): boolean {
  return visibilities.indexOf(visibility) >= visibilities.indexOf(audience)
}
