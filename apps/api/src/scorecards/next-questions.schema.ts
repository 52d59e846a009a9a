import type { LocaleChain } from '@profilkort/domain/locales/locale'
import type { Goal, QuestionTally } from '@profilkort/domain/scorecards/ask-leads'
import { questionOf } from '@profilkort/domain/scorecards/explain'
import { Customer, CustomerKindEnum, CustomerStageEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { FitType } from './fit.schema.ts'
import { type LeadPlan, mostLeads, type PlannedLead, planFor } from './plan-questions.ts'
import { ScorecardType } from './scorecard.schema.ts'

const GoalEnum = enumOf('NextQuestionGoal', 'What is to be decided of a lead.', {
  threshold: 'Whether it reaches the threshold.',
  band: 'Which band it is in, whatever the unknown turns out to be.',
} satisfies Record<Goal, string>)

const TallyType = builder
  .objectRef<QuestionTally & { readonly chain: LocaleChain }>('QuestionTally')
  .implement({
    description: 'A question over all leads that are not decided.',
    fields: (t) => ({
      criterion: t.string({ description: "The criterion's key.", resolve: ({ criterion }) => criterion.key }),
      question: t.string({
        description: 'The question for people.',
        resolve: async ({ criterion, chain }, _args, context) =>
          questionOf(criterion, await context.catalogue(), chain),
      }),
      best: t.exposeInt('best', { description: 'For how many leads no other question is better.' }),
      canDecide: t.exposeInt('canDecide', { description: 'For how many leads some answer to it decides.' }),
      decides: t.exposeInt('decides', { description: 'For how many leads every answer to it decides.' }),
    }),
  })

const AskedLeadType = builder.objectRef<PlannedLead>('AskedLead').implement({
  description: 'A lead that is not decided, with the question that can decide it soonest.',
  fields: (t) => ({
    customer: t.field({ type: Customer, description: 'The lead.', resolve: ({ view }) => view.customer }),
    fit: t.field({ type: FitType, description: 'Its fit as it is.', resolve: ({ view }) => view }),
    criterion: t.string({
      description: 'The key of the criterion to ask about.',
      resolve: ({ best }) => best.criterion.key,
    }),
    question: t.string({
      description: 'The question for people.',
      resolve: async ({ best, view }, _args, context) =>
        questionOf(best.criterion, await context.catalogue(), view.scorecard.chain),
    }),
    outcomes: t.int({
      description: 'How many different points an answer can give: 2 or 3.',
      resolve: ({ best }) => best.outcomes,
    }),
    decisive: t.int({
      description: 'With how many of them it is decided.',
      resolve: ({ best }) => best.decisive,
    }),
  }),
})

type PlanView = LeadPlan & { readonly first: number; readonly chain: LocaleChain }
const few = 'Null where fewer than ten were chosen by attributes of special categories.'

const PlanType = builder.objectRef<PlanView>('NextQuestions').implement({
  description: 'What to ask whom, so that most decisions become possible.',
  fields: (t) => ({
    considered: t.int({
      nullable: true,
      description: `How many leads were looked at. ${few}`,
      resolve: ({ considered, isTooFew }) => (isTooFew ? null : considered),
    }),
    isCut: t.exposeBoolean('isCut', {
      description: `Whether there were more: the first ${mostLeads} by name are looked at.`,
    }),
    settled: t.int({
      nullable: true,
      description: `How many need no question: decided already, or disqualified. ${few}`,
      resolve: ({ settled, isTooFew }) => (isTooFew ? null : settled),
    }),
    questions: t.field({
      type: [TallyType],
      nullable: true,
      description: `The questions, the one that can decide most leads first. ${few}`,
      resolve: ({ questions, isTooFew, chain }) =>
        isTooFew ? null : questions.map((each) => ({ ...each, chain })),
    }),
    leads: t.field({
      type: [AskedLeadType],
      description: 'The leads, surest to be decided by one answer first, then most points, then by id.',
      resolve: ({ leads, first }) => leads.slice(0, first),
    }),
  }),
})

builder.objectField(ScorecardType, 'nextQuestions', (t) =>
  t.field({
    type: PlanType,
    nullable: true,
    description:
      'What to ask which lead so that most become decided, over leads that may be profiled. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: {
      goal: t.arg({
        type: GoalEnum,
        required: true,
        defaultValue: 'threshold',
        description: 'What is to be decided.',
      }),
      ids: t.arg.globalIDList({ description: 'These leads, at most 1,000, whatever the filters say.' }),
      kind: t.arg({ type: CustomerKindEnum, description: 'Only companies, or only persons.' }),
      stage: t.arg({ type: CustomerStageEnum, description: 'Only those that have come so far.' }),
      where: t.arg({ type: RuleInput, description: 'Only those a rule holds for.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: 'How many leads to list, 1 to 100.',
      }),
    },
    resolve: async (scorecard, { goal, ids, kind, stage, where, first }, context) => {
      if (first < 1 || first > 100) throw refused('first', `\`first\` is 1 to 100; this is ${first}.`)
      if (ids && ids.length > 1000) throw refused('ids', `At most 1,000 ids; these are ${ids.length}.`)
      const selection = {
        ids: ids?.map(({ id }) => id),
        kind: kind ?? undefined,
        stage: stage ?? undefined,
        where: where ? await parseRuleInput(where, context, ['where']) : undefined,
      }
      return { ...(await planFor(context, scorecard, selection, goal)), first, chain: scorecard.chain }
    },
  }),
)

function refused(what: string, message: string): InvalidInput {
  return new InvalidInput([{ path: [what], message }])
}
