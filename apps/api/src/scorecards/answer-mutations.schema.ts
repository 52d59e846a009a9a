import { findCustomers } from '@profilkort/database/customers/customers.queries'
import { findScorecards } from '@profilkort/database/scorecards/scorecards.queries'
import { builder } from '../graphql/builder.ts'
import { metricScope } from '../graphql/context.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { answerCriterion } from './answer-criterion.ts'
import { FitType } from './fit.schema.ts'
import { fitLoader } from './load-fits.ts'
import { viewScorecard } from './scorecard.schema.ts'

const EvidenceSourceInput = builder.inputType('EvidenceSourceInput', {
  description: 'Where what an answer rests on can be seen.',
  isOneOf: true,
  fields: (t) => ({
    link: t.string({ description: 'An address: `https://…`.' }),
    interaction: t.id({ description: "The `id` of one of the customer's interactions." }),
    deal: t.globalID({ description: 'A deal with the customer.' }),
  }),
})

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'What an answer rests on.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it was so: the call, the letter, the meeting. Not in the future.',
    }),
    source: t.field({ type: EvidenceSourceInput, description: 'Where that can be seen.' }),
  }),
})

builder.mutationField('criterionAnswer', (t) =>
  t.field({
    type: FitType,
    description:
      "Keeps a seller's answer to a criterion; the fit follows at once, and the history keeps every answer. Needs `scorecard:answer`.",
    authScopes: { may: 'scorecard:answer' },
    errors: { types: createProblems, dataField: { name: 'fit', description: 'The fit with the answer.' } },
    args: {
      scorecard: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      customer: t.arg.globalID({ required: true, description: 'The customer.' }),
      criterion: t.arg.string({ required: true, description: "The criterion's key." }),
      points: t.arg.int({ description: '0, 1 or 2; null takes an answer back.' }),
      note: t.arg.string({ required: true, defaultValue: '', description: 'Why; at most 2,000 characters.' }),
      evidence: t.arg({ type: EvidenceInput, description: 'What the answer rests on.' }),
    },
    resolve: async (_root, { scorecard, customer, criterion, points, note, evidence }, context) => {
      const ids = { scorecardId: scorecard.id, customerId: customer.id }
      const answer = { ...ids, criterion, points: points ?? null, note, evidence }
      const customerId = await answerCriterion(context, answer)
      const scope = await metricScope(context)
      const [card, row] = await context.read(async (tx, workspaceId) => [
        (await findScorecards(tx, workspaceId, [ids.scorecardId]))[0],
        (await findCustomers(tx, scope, [customerId]))[0],
      ])
      if (card === undefined || row === undefined)
        throw new Error('A scorecard or customer is gone right after an answer')
      return fitLoader(context, await viewScorecard(context, card, undefined)).load(row)
    },
  }),
)
