import { type Field, isGroup, type Rule } from './rule.ts'

/** The fields a rule speaks of, each once, in the order of their first mention. */
export function fieldsOf(rule: Rule): readonly Field[] {
  return distinctFields(mentions(rule))
}

export function distinctFields(fields: readonly Field[]): readonly Field[] {
  return [...new Map(fields.map((field) => [`${field.kind}:${field.key}`, field])).values()]
}

function mentions(rule: Rule): readonly Field[] {
  if (!isGroup(rule)) return [rule.field]
  return rule.kind === 'not' ? mentions(rule.rule) : rule.rules.flatMap(mentions)
}

/** The keys of the attributes a rule speaks of, in the order of their first mention. */
export function attributesOf(rule: Rule): readonly string[] {
  return fieldsOf(rule).flatMap((field) => (field.kind === 'attribute' ? [field.key] : []))
}
