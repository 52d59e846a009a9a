import type { Locale, Localized } from '@profilkort/domain/locales/locale'
import type { ProfileDraft } from '@profilkort/domain/profiles/check'
import type {
  FieldValue,
  PictureUse,
  ProfileContent,
  ProfileLinks,
  Visibility,
} from '@profilkort/domain/profiles/profile'
import { failed, ok, type Problem, type Result } from '@profilkort/domain/result'
import { toLocalized } from '../graphql/locales.schema.ts'
import { type RuleInputShape, readRuleInput } from '../rules/rule-input.schema.ts'

type LocalizedInput<Text> = { readonly [L in Locale]?: Text | null | undefined }

interface PictureInput {
  readonly hash: string
  readonly alt?: LocalizedInput<string> | null | undefined
}

/** What stands in one field: one of its values, or `clear`. */
export interface FieldInput {
  readonly key: string
  readonly text?: LocalizedInput<string> | null | undefined
  readonly items?: LocalizedInput<readonly string[]> | null | undefined
  readonly number?: number | null | undefined
  readonly money?: { readonly amount: number; readonly currency: string } | null | undefined
  readonly options?: readonly string[] | null | undefined
  readonly picture?: PictureInput | null | undefined
  readonly link?:
    | { readonly url: string; readonly label?: LocalizedInput<string> | null | undefined }
    | null
    | undefined
  readonly clear?: boolean | null | undefined
  readonly visibility?: Visibility | null | undefined
}

/** What `profileCreate` and `profileUpdate` are given of a profile's content; what is not given stays. */
export interface ProfileContentInput {
  readonly name?: LocalizedInput<string> | null | undefined
  readonly summary?: LocalizedInput<string> | null | undefined
  readonly quote?: LocalizedInput<string> | null | undefined
  /** Null takes the picture away. */
  readonly picture?: PictureInput | null | undefined
  readonly fields?: readonly FieldInput[] | null | undefined
  readonly traits?:
    | readonly {
        readonly key: string
        readonly label: LocalizedInput<string>
        readonly words?: LocalizedInput<string> | null | undefined
        readonly rule: RuleInputShape
        readonly visibility?: Visibility | null | undefined
      }[]
    | null
    | undefined
  readonly links?:
    | Partial<{ readonly [K in keyof ProfileLinks]: ProfileLinks[K] | null | undefined }>
    | null
    | undefined
}

/** A draft from what a revision holds and what the input changes; fields are changed one by one, traits as a whole. */
export function toDraft(before: ProfileContent, input: ProfileContentInput): Result<ProfileDraft> {
  const fields: { [key: string]: FieldValue } = { ...before.fields }
  const visibility: { [key: string]: Visibility } = { ...before.visibility }
  for (const [index, field] of (input.fields ?? []).entries()) {
    const problem = onlyOneValue(field, index)
    if (problem !== undefined) return failed(problem)
    const value = toValue(field, before.fields[field.key])
    if (field.clear === true) delete fields[field.key]
    else if (value !== undefined) fields[field.key] = value
    if (field.visibility) visibility[field.key] = field.visibility
  }
  for (const trait of input.traits ?? []) {
    if (trait.visibility) visibility[trait.key] = trait.visibility
  }
  return ok({
    name: { ...before.name, ...toLocalized(input.name) },
    summary: { ...before.summary, ...toLocalized(input.summary) },
    quote: { ...before.quote, ...toLocalized(input.quote) },
    picture:
      input.picture === undefined
        ? before.picture
        : input.picture && toPicture(input.picture, before.picture),
    fields,
    visibility,
    links: toLinks(before.links, input.links),
    traits:
      input.traits?.map((trait) => ({
        key: trait.key,
        label: toLocalized(trait.label),
        words: toLocalized(trait.words),
        rule: readRuleInput(trait.rule),
      })) ?? before.traits,
  })
}

const values = ['text', 'items', 'number', 'money', 'options', 'picture', 'link'] as const

function onlyOneValue(field: FieldInput, index: number): Problem | undefined {
  const given = values.filter((name) => field[name] !== undefined && field[name] !== null)
  if (given.length < 2) return undefined
  const message = `A field holds one kind of value; this one was given ${given.join(' and ')}.`
  return { path: ['fields', index], message }
}

/** The value a field is given, the languages that are not given as they were. */
function toValue(field: FieldInput, before: FieldValue | undefined): FieldValue | undefined {
  const { text, items, number, money, options, picture, link } = field
  if (text) return { kind: 'text', text: over(before?.kind === 'text' ? before.text : {}, text) }
  if (items) return { kind: 'list', items: over(before?.kind === 'list' ? before.items : {}, items) }
  if (typeof number === 'number') return { kind: 'number', number }
  if (money) return { kind: 'money', amount: money.amount, currency: money.currency }
  if (options) return { kind: 'choice', options: [...options] }
  if (picture) {
    return {
      kind: 'picture',
      picture: toPicture(picture, before?.kind === 'picture' ? before.picture : null),
    }
  }
  if (link) {
    return {
      kind: 'link',
      url: link.url,
      label: over(before?.kind === 'link' ? before.label : {}, link.label),
    }
  }
  return undefined
}

function toPicture({ hash, alt }: PictureInput, before: PictureUse | null): PictureUse {
  return { hash, alt: over(before?.alt ?? {}, alt) }
}

function toLinks(before: ProfileLinks, given: ProfileContentInput['links']): ProfileLinks {
  if (!given) return before
  return {
    products: given.products ?? before.products,
    personas: given.personas ?? before.personas,
    contrasts: given.contrasts ?? before.contrasts,
    segment: given.segment === undefined ? before.segment : given.segment,
    scorecard: given.scorecard === undefined ? before.scorecard : given.scorecard,
  }
}

function over<Text>(
  before: Localized<Text>,
  given: LocalizedInput<Text> | null | undefined,
): Localized<Text> {
  return { ...before, ...toLocalized(given) }
}
