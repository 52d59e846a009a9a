import { okUnless, type Result } from '../result.ts'
import { fieldsOf, type Template, type TemplateFieldKind, valueKindOf } from './template.ts'

/** The kinds of fields by their keys. */
export type FieldKinds = ReadonlyMap<string, TemplateFieldKind>

/** The kinds of a template's own fields. */
export function kindsOf(template: Template): FieldKinds {
  return new Map([...fieldsOf(template)].map(([key, { kind }]) => [key, kind]))
}

/**
 * Decides whether a template that profiles are written in may become another. Fields and options may come and go: what
 * profiles hold in those that are gone stays in them, and is there again when they come back. So a key keeps the kind
 * of value that it had in any revision before, taken-out ones included; anything else is free.
 */
export function checkChange(earlier: FieldKinds, after: Template): Result<Template> {
  const problems = after.sections.flatMap(({ fields }, section) =>
    fields.flatMap(({ key, kind }, index) => {
      const was = earlier.get(key)
      if (was === undefined || valueKindOf[was] === valueKindOf[kind]) return []
      const message = `"${key}" is or was of the kind ${was}, and profiles may hold a value in it, so it cannot become ${kind}. Keep its kind, or add a field with another key.`
      return [{ path: ['sections', section, 'fields', index, 'kind'], message }]
    }),
  )
  return okUnless(problems, after)
}
