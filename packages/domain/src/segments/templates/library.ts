import type { Catalogue } from '../../attributes/attribute.ts'
import { checkRule } from '../../rules/check.ts'
import { fieldsOf } from '../../rules/fields.ts'
import type { Field } from '../../rules/rule.ts'
import { marketsTemplates } from './markets.ts'
import { peopleTemplates } from './people.ts'
import { recordsTemplates } from './records.ts'
import type { SegmentTemplate } from './template.ts'
import { typesTemplates } from './types.ts'

/** The ready-made segments, by view. */
export const segmentTemplates: readonly SegmentTemplate[] = [
  ...peopleTemplates,
  ...marketsTemplates,
  ...typesTemplates,
  ...recordsTemplates,
]

const byKey = new Map(segmentTemplates.map((template) => [template.key, template]))

export function findTemplate(key: string): SegmentTemplate | undefined {
  return byKey.get(key)
}

/** The keys of all ready-made segments. */
export const templateKeys: readonly string[] = [...byKey.keys()]

/** What a template's rule speaks of. */
export function needsOf({ rule }: SegmentTemplate): readonly Field[] {
  return fieldsOf(rule)
}

/** Whether a workspace's catalogue has what the rule speaks of, attributes as they were predefined. */
export function isUsable({ rule }: SegmentTemplate, catalogue: Catalogue): boolean {
  return checkRule(rule, catalogue).ok
}
