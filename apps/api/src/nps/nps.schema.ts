import { countScores, listNpsAnswers, type NpsAnswerRow } from '@profilkort/database/nps/nps.queries'
import { type Nps, npsOf } from '@profilkort/domain/nps/nps'
import { lower } from '@profilkort/domain/rules/lower'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { type Context, metricScope } from '../graphql/context.ts'
import { inOrder } from '../graphql/in-order.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'

const NpsAnswerType = builder.objectRef<NpsAnswerRow>('NpsAnswer').implement({
  description: 'How likely a customer said it was to recommend.',
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    answeredOn: t.expose('answeredOn', { type: 'Date', description: 'When.' }),
    score: t.exposeInt('score', { description: '0 to 10.' }),
    comment: t.exposeString('comment', { nullable: true, description: 'What was said with it.' }),
  }),
})

builder.objectField(Customer, 'npsAnswers', (t) =>
  t.loadableList({
    type: NpsAnswerType,
    nullable: true,
    description:
      'How likely it said it was to recommend, the latest first, at most 100. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: async (ids: string[], { read }: Context) => {
      const rows = await read((tx, workspaceId) => listNpsAnswers(tx, workspaceId, ids))
      return inOrder(ids, rows, ({ customerId }) => customerId)
    },
    resolve: ({ id }) => id,
  }),
)

const NpsType = builder.objectRef<Nps>('Nps').implement({
  description: 'Answers to how likely one is to recommend, taken together.',
  fields: (t) => ({
    answers: t.exposeInt('answers', { description: 'Number of answers.' }),
    promoters: t.exposeInt('promoters', { description: 'Answers of 9 and 10.' }),
    passives: t.exposeInt('passives', { description: 'Answers of 7 and 8.' }),
    detractors: t.exposeInt('detractors', { description: 'Answers of 0 to 6.' }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: '100 · (promoters − detractors) / answers, -100 to 100; null without an answer.',
    }),
    mean: t.exposeFloat('mean', { nullable: true, description: 'Mean of the answers, 0 to 10.' }),
  }),
})

builder.queryField('nps', (t) =>
  t.field({
    type: NpsType,
    description: 'The net promoter score of customers. Needs `insight:read`.',
    authScopes: { may: 'insight:read' },
    args: {
      from: t.arg({ type: 'Date', description: 'Only answers of this day or later.' }),
      to: t.arg({ type: 'Date', description: 'Only answers of this day or earlier.' }),
      source: t.arg.string({ description: 'Only answers this source told of.' }),
      where: t.arg({ type: RuleInput, description: 'Only answers of customers a rule holds for.' }),
    },
    resolve: async (_root, { from, to, source, where }, context) => {
      const asked = where ? await parseRuleInput(where, context, ['where']) : undefined
      const { records } = await catalogueFor(context, asked ? [asked] : [])
      const rule = asked && lower(asked, context.now.getTime(), records)
      const scope = { ...(await metricScope(context)), source: source ?? undefined }
      const which = { from: from ?? undefined, to: to ?? undefined, rule }
      return npsOf(await context.read((tx) => countScores(tx, scope, which)))
    },
  }),
)
