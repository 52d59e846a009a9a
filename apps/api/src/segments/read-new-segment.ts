import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { Locale, Localized } from '@profilkort/domain/locales/locale'
import { nearest, suggest } from '@profilkort/domain/rules/checking/suggest'
import { readSentence } from '@profilkort/domain/segments/reading/read-sentence'
import type { SegmentKind } from '@profilkort/domain/segments/segment'
import { findTemplate, templateKeys } from '@profilkort/domain/segments/templates/library'
import { InvalidInput, unwrap } from '../graphql/problems.ts'
import { type RuleInputShape, readRuleInput } from '../rules/rule-input.schema.ts'
import type { NewSegmentInput } from './change-segment.ts'

interface NewSegmentShape {
  readonly kind: SegmentKind
  readonly slug?: string | null | undefined
  readonly name: Localized
  readonly rule?: RuleInputShape | null | undefined
  readonly fromTemplate?: string | null | undefined
  readonly fromSentence?: { readonly sentence: string; readonly locale: Locale } | null | undefined
}

/** What a new segment is to be: of a rule, of a sentence that tells one, of a ready-made one, or a list. Throws `InvalidInput` where that is not told. */
export function readNewSegment(
  { kind, slug, name, rule, fromTemplate, fromSentence }: NewSegmentShape,
  catalogue: Catalogue,
): NewSegmentInput {
  const more = slug ? { kind, slug } : { kind }
  if (kind === 'static') {
    if (rule || fromTemplate || fromSentence)
      throw wrong('rule', 'A list has no rule. Leave it out, and add customers with `segmentAddCustomers`.')
    return { ...more, name, rule: undefined }
  }
  if ([rule, fromTemplate, fromSentence].filter(Boolean).length > 1)
    throw wrong('rule', 'Give one of `rule`, `fromTemplate` and `fromSentence`.')
  if (rule) return { ...more, name, rule: readRuleInput(rule) }
  if (fromSentence) {
    const { sentence, locale } = fromSentence
    return { ...more, name, rule: unwrap(readSentence(sentence, catalogue, locale)) }
  }
  if (!fromTemplate)
    throw wrong(
      'rule',
      'Say for which customers: give `rule`, `fromSentence` or `fromTemplate`, or make a list with `kind: STATIC`.',
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
