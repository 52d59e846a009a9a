import { describe } from '@profilkort/domain/rules/describe'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readSentence } from '@profilkort/domain/segments/reading/read-sentence'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { unwrap } from '../graphql/problems.ts'

const SegmentSentence = builder
  .objectRef<{ readonly rule: Rule; readonly sentence: string }>('SegmentSentence')
  .implement({
    description: 'The rule that a sentence tells.',
    fields: (t) => ({
      rule: t.field({ type: 'JSON', description: 'The rule as JSON.', resolve: ({ rule }) => rule }),
      sentence: t.exposeString('sentence', { description: 'The rule told again.' }),
    }),
  })

builder.queryField('segmentSentence', (t) =>
  t.field({
    type: SegmentSentence,
    description:
      'The rule that a sentence tells, in the words of `Segment.sentence`; `segmentCreate` takes such a sentence, too. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    errors: { types: createProblems, dataField: { name: 'read', description: 'What was read.' } },
    args: {
      sentence: t.arg.string({ required: true, description: 'The sentence; at most 4,000 characters.' }),
      locale: t.arg({ type: LocaleEnum, required: true, description: 'Its language.' }),
    },
    resolve: async (_root, { sentence, locale }, context) => {
      const catalogue = await context.catalogue()
      const rule = unwrap(readSentence(sentence, catalogue, locale))
      return { rule, sentence: describe(rule, catalogue, locale) }
    },
  }),
)
