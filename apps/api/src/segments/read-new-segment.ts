import type { Localized } from '@profilkort/domain/locales/locale'
import { nearest, suggest } from '@profilkort/domain/rules/checking/suggest'
import type { SegmentKind } from '@profilkort/domain/segments/segment'
import { findTemplate, templateKeys } from '@profilkort/domain/segments/templates/library'
import { InvalidInput } from '../graphql/problems.ts'
import { type RuleInputShape, readRuleInput } from '../rules/rule-input.schema.ts'
import type { NewSegmentInput } from './change-segment.ts'

interface NewSegmentShape {
  readonly kind: SegmentKind
  readonly slug?: string | null | undefined
  readonly name: Localized
  readonly rule?: RuleInputShape | null | undefined
  readonly fromTemplate?: string | null | undefined
}

/** What a new segment is to be: of a rule, of a ready-made one, or a list. Throws `InvalidInput` where that is not told. */
export function readNewSegment({ kind, slug, name, rule, fromTemplate }: NewSegmentShape): NewSegmentInput {
  const more = slug ? { kind, slug } : { kind }
  if (kind === 'static') {
    if (rule || fromTemplate)
      throw wrong('rule', 'A list has no rule. Leave it out, and add customers with `segmentAddCustomers`.')
    return { ...more, name, rule: undefined }
  }
  if (rule && fromTemplate) throw wrong('fromTemplate', 'Give a rule or a template, not both.')
  if (rule) return { ...more, name, rule: readRuleInput(rule) }
  if (!fromTemplate)
    throw wrong(
      'rule',
      'Say for which customers: give `rule` or `fromTemplate`, or make a list with `kind: STATIC`.',
    )
  const template = findTemplate(fromTemplate)
  if (template === undefined) {
    const advice = suggest(nearest(fromTemplate, templateKeys), 'See `segmentTemplates`.')
    throw wrong('fromTemplate', `There is no template '${fromTemplate.slice(0, 60)}'. ${advice}`)
  }
  return { ...more, name: { ...template.name, ...name }, rule: template.rule }
}

function wrong(field: string, message: string): InvalidInput {
  return new InvalidInput([{ path: [field], message }])
}
