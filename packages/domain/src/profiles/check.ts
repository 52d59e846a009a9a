import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { fieldsOf, type Template } from '../templates/template.ts'
import { checkFieldValue, checkPicture } from './check-field.ts'
import { checkTrait, checkTraitKeys, type TraitDraft } from './check-trait.ts'
import { checkKind } from './kinds.ts'
import { emptyContent, type ProfileContent, type ProfileKind } from './profile.ts'
import { isSame } from './same.ts'

/** A profile's content as it came in, its rules not yet parsed. */
export type ProfileDraft = Omit<ProfileContent, 'traits'> & { readonly traits: readonly TraitDraft[] }

/** What a draft is checked against. */
export interface ProfileTerms {
  readonly kind: ProfileKind
  readonly template: Template
  readonly catalogue: Catalogue
  /**
   * What the profile held before. A value that was there stays allowed though its field was since taken out of the
   * template, so that changing a template loses nothing.
   */
  readonly before?: ProfileContent
}

const longest = { name: 120, summary: 1000, quote: 500 }
const mostLinks = 20

/** Parses a draft against its template and the workspace's catalogue. All problems are told, not only the first. */
export function checkProfile(draft: ProfileDraft, terms: ProfileTerms): Result<ProfileContent> {
  const traits = draft.traits.map((trait, index) => checkTrait(trait, ['traits', index], terms.catalogue))
  const content = { ...draft, traits: traits.flatMap((trait) => (trait.ok ? [trait.value] : [])) }
  const problems = [
    ...checkText(draft.name, ['name'], { longest: longest.name, needed: true }),
    ...checkText(draft.summary, ['summary'], { longest: longest.summary }),
    ...checkText(draft.quote, ['quote'], { longest: longest.quote }),
    ...(draft.picture === null ? [] : checkPicture(draft.picture, ['picture'])),
    ...checkFields(draft, terms),
    ...traits.flatMap((trait) => (trait.ok ? [] : trait.problems)),
    ...checkTraitKeys(draft.traits),
    ...checkLinkCounts(draft),
    ...checkKind(terms.kind, content, terms.catalogue),
  ]
  return okUnless(problems, content)
}

function checkFields(
  draft: ProfileDraft,
  { template, before = emptyContent }: ProfileTerms,
): readonly Problem[] {
  const fields = fieldsOf(template)
  const isKept = (key: string) =>
    Object.hasOwn(before.fields, key) && isSame(before.fields[key], draft.fields[key])
  const traitKeys = new Set(draft.traits.map(({ key }) => key))
  return [
    ...Object.entries(draft.fields).flatMap(([key, value]) => {
      if (isKept(key)) return []
      const field = fields.get(key)
      return field === undefined ? [noField(key, template, 'fields')] : checkFieldValue(field, value)
    }),
    ...Object.keys(draft.visibility).flatMap((key) =>
      fields.has(key) || traitKeys.has(key) || Object.hasOwn(before.visibility, key)
        ? []
        : [noField(key, template, 'visibility')],
    ),
  ]
}

function checkLinkCounts({ links }: ProfileDraft): readonly Problem[] {
  return (['products', 'personas', 'contrasts'] as const).flatMap((key) =>
    links[key].length <= mostLinks
      ? []
      : [
          {
            path: ['links', key],
            message: `At most ${mostLinks} can be linked; these are ${links[key].length}.`,
          },
        ],
  )
}

function noField(key: string, template: Template, where: string): Problem {
  const known = [...fieldsOf(template).keys()].join(', ')
  return {
    path: [where, key],
    message: `The template "${template.key}" has no field "${key}". It has: ${known}.`,
  }
}
