import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import { duplicateKeys, isKey, keyHelp } from '../profiles/keys.ts'
import { type ProfileKind, profileKinds } from '../profiles/profile.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { builtinTemplates } from './builtin.ts'
import { checkTemplateField } from './check-field.ts'
import type { Template, TemplateSection } from './template.ts'

const most = { sections: 20, fields: 100 }
const longest = { name: 120, title: 120 }

/** Parses a workspace's own template against its catalogue. All problems are told, not only the first. */
export function checkTemplate(draft: Template, catalogue: Catalogue): Result<Template> {
  const problems = [
    ...checkOwnKey(draft.key),
    ...checkText(draft.name, ['name'], { longest: longest.name, needed: true }),
    ...checkKinds(draft.kinds),
    ...checkCounts(draft.sections),
    ...duplicateKeys(draft.sections, 'sections'),
    ...draft.sections.flatMap((section, index) => checkSection(section, ['sections', index])),
    ...draft.sections.flatMap(({ fields }, section) =>
      fields.flatMap((field, index) =>
        checkTemplateField(field, ['sections', section, 'fields', index], draft.kinds, catalogue),
      ),
    ),
    ...checkFieldKeys(draft.sections),
  ]
  return okUnless(problems, draft)
}

function checkOwnKey(key: string): readonly Problem[] {
  if (!isKey(key)) return [{ path: ['key'], message: keyHelp(key) }]
  if (!builtinTemplates.some((template) => template.key === key)) return []
  return [{ path: ['key'], message: `"${key}" is a built-in template. Give yours another key.` }]
}

function checkKinds(kinds: readonly ProfileKind[]): readonly Problem[] {
  const message = `Name at least one kind of profile that it is for, each once: ${profileKinds.join(', ')}.`
  return kinds.length === 0 || new Set(kinds).size < kinds.length ? [{ path: ['kinds'], message }] : []
}

function checkCounts(sections: readonly TemplateSection[]): readonly Problem[] {
  const fields = sections.flatMap((section) => section.fields).length
  const path = ['sections']
  if (fields === 0) return [{ path, message: 'A template needs at least one section with a field.' }]
  return [
    ...(sections.length > most.sections
      ? [
          {
            path,
            message: `A template has at most ${most.sections} sections; this one has ${sections.length}.`,
          },
        ]
      : []),
    ...(fields > most.fields
      ? [{ path, message: `A template has at most ${most.fields} fields; this one has ${fields}.` }]
      : []),
  ]
}

function checkSection({ key, title }: TemplateSection, path: Problem['path']): readonly Problem[] {
  return [
    ...(isKey(key) ? [] : [{ path: [...path, 'key'], message: keyHelp(key) }]),
    ...checkText(title, [...path, 'title'], { longest: longest.title, needed: true }),
  ]
}

/** Fields are found by their keys alone, so these are unique in all sections together. */
function checkFieldKeys(sections: readonly TemplateSection[]): readonly Problem[] {
  const seen = new Set<string>()
  return sections.flatMap(({ fields }, section) =>
    fields.flatMap(({ key }, index): Problem[] => {
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      const message = `The field "${key}" stands twice in this template. Give each its own key.`
      return [{ path: ['sections', section, 'fields', index, 'key'], message }]
    }),
  )
}
