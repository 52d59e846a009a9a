import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import { locales } from '../locales/locale.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import type { Template, TemplateField } from '../templates/template.ts'
import type { FieldValue, ProfileContent, Trait } from './profile.ts'

/** A profile's content as it came in, its rules not yet parsed. */
export type ProfileDraft = Omit<ProfileContent, 'traits'> & {
  readonly traits: readonly (Omit<Trait, 'rule'> & { readonly rule: unknown })[]
}

const longest = {
  name: 120,
  summary: 1000,
  quote: 500,
  shortText: 300,
  longText: 10_000,
  item: 500,
  words: 300,
} as const
const mostItems = 50
const mostTraits = 50

/** Parses a draft against its template and the workspace's catalogue. All problems are told, not only the first. */
export function checkProfile(
  draft: ProfileDraft,
  template: Template,
  catalogue: Catalogue,
): Result<ProfileContent> {
  const fields = new Map(
    template.sections.flatMap((section) => section.fields).map((field) => [field.key, field]),
  )
  const traits = draft.traits.map((trait, index) => checkTrait(trait, ['traits', index], catalogue))
  const problems = [
    ...checkText(draft.name, ['name'], { longest: longest.name, needed: true }),
    ...checkText(draft.summary, ['summary'], { longest: longest.summary }),
    ...checkText(draft.quote, ['quote'], { longest: longest.quote }),
    ...Object.entries(draft.fields).flatMap(([key, value]) =>
      checkField(fields.get(key), key, value, template),
    ),
    ...Object.keys(draft.visibility).flatMap((key) =>
      fields.has(key) ? [] : [noField(key, template, 'visibility')],
    ),
    ...traits.flatMap((trait) => (trait.ok ? [] : trait.problems)),
    ...checkTraitKeys(draft.traits),
  ]
  return okUnless(problems, { ...draft, traits: traits.flatMap((trait) => (trait.ok ? [trait.value] : [])) })
}

function checkTrait(
  trait: ProfileDraft['traits'][number],
  path: Problem['path'],
  catalogue: Catalogue,
): Result<Trait> {
  const rule = checkRule(trait.rule, catalogue)
  const problems = [
    ...(isKey(trait.key) ? [] : [{ path: [...path, 'key'], message: keyHelp(trait.key) }]),
    ...checkText(trait.label, [...path, 'label'], { longest: longest.name, needed: true }),
    ...checkText(trait.words, [...path, 'words'], { longest: longest.words }),
    ...(rule.ok
      ? []
      : rule.problems.map((problem) => ({ ...problem, path: [...path, 'rule', ...problem.path] }))),
  ]
  return rule.ok
    ? okUnless(problems, { ...trait, rule: rule.value })
    : okUnless<Trait, Problem>(problems, undefined as never)
}

function checkTraitKeys(traits: ProfileDraft['traits']): readonly Problem[] {
  const tooMany =
    traits.length > mostTraits
      ? [
          {
            path: ['traits'],
            message: `A profile has at most ${mostTraits} traits; this one has ${traits.length}.`,
          },
        ]
      : []
  return [...tooMany, ...duplicateKeys(traits, 'traits')]
}

function checkField(
  field: TemplateField | undefined,
  key: string,
  value: FieldValue,
  template: Template,
): readonly Problem[] {
  if (field === undefined) return [noField(key, template, 'fields')]
  const path = ['fields', key]
  const isList = field.kind === 'list'
  return locales.flatMap((locale): readonly Problem[] => {
    const text = value[locale]
    if (text === undefined) return []
    if (Array.isArray(text) !== isList) {
      const wanted = isList ? 'a list of lines (`items`)' : 'a text (`text`)'
      return [{ path: [...path, locale], message: `"${field.label.en}" holds ${wanted}.` }]
    }
    return typeof text === 'string'
      ? checkText({ [locale]: text }, path, {
          longest: field.kind === 'longText' ? longest.longText : longest.shortText,
        })
      : checkItems(text, [...path, locale])
  })
}

function checkItems(items: readonly string[], path: Problem['path']): readonly Problem[] {
  if (items.length > mostItems)
    return [{ path, message: `A list has at most ${mostItems} lines; this one has ${items.length}.` }]
  return items.flatMap((item, index) =>
    item.length <= longest.item
      ? []
      : [
          {
            path: [...path, index],
            message: `This line has ${item.length} characters; shorten it to ${longest.item}.`,
          },
        ],
  )
}

function noField(key: string, template: Template, where: string): Problem {
  const known = template.sections.flatMap((section) => section.fields).map((field) => field.key)
  return {
    path: [where, key],
    message: `The template "${template.key}" has no field "${key}". It has: ${known.join(', ')}.`,
  }
}

/** The problems of keys that stand twice in a list of things with keys. */
export function duplicateKeys(
  things: readonly { readonly key: string }[],
  where: string,
): readonly Problem[] {
  const seen = new Set<string>()
  return things.flatMap(({ key }, index): Problem[] => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ path: [where, index, 'key'], message: `The key "${key}" stands twice. Give each its own.` }]
  })
}

export function isKey(key: string): boolean {
  return /^[a-z][A-Za-z0-9]{0,59}$/.test(key)
}

export function keyHelp(key: string): string {
  return `"${key}" is not a key. Begin with a small letter, then letters and digits, at most 60: "annualRevenue".`
}
