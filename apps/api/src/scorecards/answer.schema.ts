import type { AnswerChange } from '@profilkort/database/scorecards/answer-changes.queries'
import type { CriterionAnswer, Evidence } from '@profilkort/domain/scorecards/scorecard'
import { Deal } from '../deals/deal.schema.ts'
import { builder } from '../graphql/builder.ts'

const EvidenceType = builder.objectRef<Evidence>('Evidence').implement({
  description: 'When it was so, and where that can be seen.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'Of the call, the letter, the meeting; the answer ages from here.',
      resolve: ({ at }) => new Date(at),
    }),
    link: t.string({
      nullable: true,
      description: 'An address where it can be read.',
      resolve: ({ source }) => (source?.kind === 'link' ? source.url : null),
    }),
    interaction: t.id({
      nullable: true,
      description: "The `id` of one of the customer's interactions.",
      resolve: ({ source }) => (source?.kind === 'interaction' ? source.id : null),
    }),
    deal: t.field({
      type: Deal,
      nullable: true,
      description: 'A deal with the customer; null once it is gone. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ source }) => (source?.kind === 'deal' ? source.id : null),
    }),
  }),
})

export const CriterionAnswerType = builder.objectRef<CriterionAnswer>('CriterionAnswer').implement({
  description: "A seller's answer to a criterion.",
  fields: (t) => ({
    points: t.int({ description: '0, 1 or 2, before the weight.', resolve: ({ points }) => points }),
    note: t.exposeString('note', { description: 'Why, in their words.' }),
    by: t.exposeString('by', { description: 'Who answered.' }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was answered.',
      resolve: ({ at }) => new Date(at),
    }),
    evidence: t.field({
      type: EvidenceType,
      nullable: true,
      description: 'What it rests on; null where nothing was named.',
      resolve: ({ evidence }) => evidence,
    }),
  }),
})

export const AnswerChangeType = builder.objectRef<AnswerChange>('CriterionAnswerChange').implement({
  description: 'An answer as it was given, changed or taken back.',
  fields: (t) => ({
    points: t.int({
      nullable: true,
      description: '0, 1 or 2; null where the answer was taken back.',
      resolve: ({ points }) => points,
    }),
    note: t.exposeString('note', { description: 'Why, in their words.' }),
    by: t.exposeString('by', { description: 'Who did it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    evidence: t.field({
      type: EvidenceType,
      nullable: true,
      description: 'What it rested on.',
      resolve: ({ evidence }) => evidence,
    }),
  }),
})
