import { findCustomers } from '@profilkort/database/customers/customers.queries'
import { findScorecards } from '@profilkort/database/scorecards/scorecards.queries'
import { builder } from '../graphql/builder.ts'
import { metricScope } from '../graphql/context.ts'
import { LocalizedTextInput } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { RuleInput } from '../rules/rule-input.schema.ts'
import { answerCriterion } from './answer-criterion.ts'
import { createScorecard, publishScorecard, updateScorecard } from './change-scorecard.ts'
import { FitType } from './fit.schema.ts'
import { fitLoader } from './load-fits.ts'
import { ScorecardType, viewChangedScorecard, viewScorecard } from './scorecard.schema.ts'

const weightHelp = 'How much its points count, more than 0 and at most 1,000; 1 when not given.'

const StarterCriterionInput = builder.inputType('StarterCriterionInput', {
  description: 'One of the criteria every scorecard starts with, answered by a seller.',
  fields: (t) => ({
    key: t.string({ required: true, description: '`need`, `timeline`, `budget` or `authority`.' }),
    weight: t.float({ description: weightHelp }),
  }),
})

const TraitCriterionInput = builder.inputType('TraitCriterionInput', {
  description: "2 points where a trait of the scorecard's profile holds.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The trait's key." }),
    weight: t.float({ description: weightHelp }),
  }),
})

const RuleCriterionInput = builder.inputType('RuleCriterionInput', {
  description: 'Judged by rules over what is known of the customer.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    weight: t.float({ required: true, defaultValue: 1, description: weightHelp }),
    two: t.field({ type: RuleInput, required: true, description: 'Gives 2 points where it holds.' }),
    one: t.field({ type: RuleInput, description: 'Gives 1 point where it holds and `two` does not.' }),
    question: t.field({ type: LocalizedTextInput, description: 'What to ask while it is not known.' }),
  }),
})

const AnswerCriterionInput = builder.inputType('AnswerCriterionInput', {
  description: 'Judged by a seller.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    weight: t.float({ required: true, defaultValue: 1, description: weightHelp }),
    question: t.field({ type: LocalizedTextInput, required: true, description: 'What to ask.' }),
    zero: t.field({ type: LocalizedTextInput, required: true, description: 'What 0 points stand for.' }),
    one: t.field({ type: LocalizedTextInput, required: true, description: 'What 1 point stands for.' }),
    two: t.field({ type: LocalizedTextInput, required: true, description: 'What 2 points stand for.' }),
  }),
})

const CriterionInput = builder.inputType('CriterionInput', {
  description: 'A criterion, made in one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    starter: t.field({ type: StarterCriterionInput, description: 'One that every scorecard starts with.' }),
    trait: t.field({ type: TraitCriterionInput, description: "From a trait of the scorecard's profile." }),
    rule: t.field({ type: RuleCriterionInput, description: 'By rules of its own.' }),
    answer: t.field({ type: AnswerCriterionInput, description: 'By a seller.' }),
  }),
})

const BandInput = builder.inputType('BandInput', {
  description: 'A part of the percent scale.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    from: t.float({ required: true, description: 'Where it begins, in percent; the first at 0.' }),
  }),
})

const DisqualifierInput = builder.inputType('DisqualifierInput', {
  description: 'A reason not to sell to a customer, whatever its points.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    reason: t.field({ type: LocalizedTextInput, required: true, description: 'The reason for people.' }),
    rule: t.field({ type: RuleInput, required: true, description: 'When it holds.' }),
  }),
})

const help = {
  criteria: 'All its criteria in order.',
  threshold: 'The points a customer must reach, 0 to the maximum.',
  coverageFloor: 'The share of the weights that must be known, 0 to 1.',
  bands: 'All its bands from low to high.',
  disqualifiers: 'All its disqualifiers.',
}

const ScorecardCreateInput = builder.inputType('ScorecardCreateInput', {
  description: 'A new scorecard. Without criteria it has need, timeline, budget and authority.',
  fields: (t) => ({
    slug: t.string({ description: 'Its name in addresses; made from the name when not given.' }),
    profile: t.globalID({
      description: 'The profile whose fit it measures, and whose traits criteria are made of.',
    }),
    name: t.field({ type: LocalizedTextInput, required: true, description: 'Its name.' }),
    criteria: t.field({ type: [CriterionInput], description: help.criteria }),
    threshold: t.float({ description: help.threshold }),
    coverageFloor: t.float({ description: help.coverageFloor }),
    bands: t.field({ type: [BandInput], description: help.bands }),
    disqualifiers: t.field({ type: [DisqualifierInput], description: help.disqualifiers }),
  }),
})

const ScorecardUpdateInput = builder.inputType('ScorecardUpdateInput', {
  description: 'Changes to a scorecard; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: 'Its name.' }),
    criteria: t.field({ type: [CriterionInput], description: help.criteria }),
    threshold: t.float({ description: help.threshold }),
    coverageFloor: t.float({ description: help.coverageFloor }),
    bands: t.field({ type: [BandInput], description: help.bands }),
    disqualifiers: t.field({ type: [DisqualifierInput], description: help.disqualifiers }),
  }),
})

const dataField = { name: 'scorecard', description: 'The scorecard as it is now.' }
const expected = 'The newest revision the caller has seen (`latestRevision`).'

builder.mutationField('scorecardCreate', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Makes a scorecard; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ScorecardCreateInput, required: true, description: 'The new scorecard.' }) },
    resolve: async (_root, { input: { profile, ...input } }, context) =>
      viewChangedScorecard(context, await createScorecard(context, { ...input, profileId: profile?.id })),
  }),
)

builder.mutationField('scorecardUpdate', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Saves a new revision; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: ScorecardUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await updateScorecard(context, id.id, expectedRevision, input)
      return viewChangedScorecard(context, id.id)
    },
  }),
)

builder.mutationField('scorecardPublish', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Makes the newest revision the one that scores. Needs `scorecard:publish`.',
    authScopes: { may: 'scorecard:publish' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await publishScorecard(context, id.id, expectedRevision)
      return viewChangedScorecard(context, id.id)
    },
  }),
)

builder.mutationField('criterionAnswer', (t) =>
  t.field({
    type: FitType,
    description: "Keeps a seller's answer to a criterion; the fit follows at once. Needs `scorecard:answer`.",
    authScopes: { may: 'scorecard:answer' },
    errors: { types: createProblems, dataField: { name: 'fit', description: 'The fit with the answer.' } },
    args: {
      scorecard: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      customer: t.arg.globalID({ required: true, description: 'The customer.' }),
      criterion: t.arg.string({ required: true, description: "The criterion's key." }),
      points: t.arg.int({ description: '0, 1 or 2; null takes an answer back.' }),
      note: t.arg.string({ required: true, defaultValue: '', description: 'Why; at most 2,000 characters.' }),
    },
    resolve: async (_root, { scorecard, customer, criterion, points, note }, context) => {
      const ids = { scorecardId: scorecard.id, customerId: customer.id }
      await answerCriterion(context, { ...ids, criterion, points: points ?? null, note })
      const scope = await metricScope(context)
      const [card, row] = await context.read(async (tx, workspaceId) => [
        (await findScorecards(tx, workspaceId, [ids.scorecardId]))[0],
        (await findCustomers(tx, scope, [ids.customerId]))[0],
      ])
      if (card === undefined || row === undefined)
        throw new Error('A scorecard or customer is gone right after an answer')
      return fitLoader(context, await viewScorecard(context, card, undefined)).load(row)
    },
  }),
)
