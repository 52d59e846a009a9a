import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileDraft } from '@profilkort/domain/profiles/check'
import type { FieldValue, ProfileContent, Visibility } from '@profilkort/domain/profiles/profile'
import { toLocalized } from '../graphql/locales.schema.ts'
import { type RuleInputShape, readRuleInput } from '../rules/rule-input.schema.ts'

type LocalizedInput<Text> = { readonly [L in Locale]?: Text | null | undefined }

/** What `profileCreate` and `profileUpdate` are given of a profile's content; what is not given stays. */
export interface ProfileContentInput {
  readonly name?: LocalizedInput<string> | null | undefined
  readonly summary?: LocalizedInput<string> | null | undefined
  readonly quote?: LocalizedInput<string> | null | undefined
  readonly fields?:
    | readonly {
        readonly key: string
        readonly text?: LocalizedInput<string> | null | undefined
        readonly items?: LocalizedInput<readonly string[]> | null | undefined
        readonly visibility?: Visibility | null | undefined
      }[]
    | null
    | undefined
  readonly traits?:
    | readonly {
        readonly key: string
        readonly label: LocalizedInput<string>
        readonly words?: LocalizedInput<string> | null | undefined
        readonly rule: RuleInputShape
      }[]
    | null
    | undefined
}

export const emptyContent: ProfileContent = {
  name: {},
  summary: {},
  quote: {},
  fields: {},
  traits: [],
  visibility: {},
}

/** A draft from what a revision holds and what the input changes; fields are changed one by one, traits as a whole. */
export function toDraft(before: ProfileContent, input: ProfileContentInput): ProfileDraft {
  const fields: { [key: string]: FieldValue } = { ...before.fields }
  const visibility: { [key: string]: Visibility } = { ...before.visibility }
  for (const field of input.fields ?? []) {
    if (field.text) fields[field.key] = { ...fields[field.key], ...toLocalized(field.text) }
    if (field.items) fields[field.key] = { ...fields[field.key], ...toLocalized(field.items) }
    if (field.visibility) visibility[field.key] = field.visibility
  }
  return {
    name: { ...before.name, ...toLocalized(input.name) },
    summary: { ...before.summary, ...toLocalized(input.summary) },
    quote: { ...before.quote, ...toLocalized(input.quote) },
    fields,
    visibility,
    traits:
      input.traits?.map((trait) => ({
        key: trait.key,
        label: toLocalized(trait.label),
        words: toLocalized(trait.words),
        rule: readRuleInput(trait.rule),
      })) ?? before.traits,
  }
}
