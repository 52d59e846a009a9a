import type { AntiProfileMatch } from '@profilkort/domain/scorecards/from-profile'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocalizedTextInput } from '../graphql/locales.schema.ts'
import { RuleInput } from '../rules/rule-input.schema.ts'

const weightHelp = 'How much its points count, more than 0 and at most 1,000; 1 when not given.'

const groupHelp = "The key of one of the scorecard's groups, which caps what its criteria give together."

const decayHelp = 'How answers to it age; without it they count in full for ever.'

const DecayInput = builder.inputType('DecayInput', {
  description: 'How an answer ages: what no longer counts of it is unknown, and is asked anew.',
  fields: (t) => ({
    freshDays: t.int({ required: true, description: 'It counts in full for so many days, 0 or more.' }),
    staleDays: t.int({
      required: true,
      description: 'From so many days on it is unknown; between the two it counts less each day.',
    }),
  }),
})

const StarterCriterionInput = builder.inputType('StarterCriterionInput', {
  description: 'One of the criteria every scorecard starts with, answered by a seller.',
  fields: (t) => ({
    key: t.string({ required: true, description: '`need`, `timeline`, `budget` or `authority`.' }),
    weight: t.float({ description: weightHelp }),
    group: t.string({ description: groupHelp }),
    decay: t.field({ type: DecayInput, description: decayHelp }),
  }),
})

const TraitCriterionInput = builder.inputType('TraitCriterionInput', {
  description: "2 points where a trait of the scorecard's profile holds.",
  fields: (t) => ({
    key: t.string({ required: true, description: "The trait's key." }),
    weight: t.float({ description: weightHelp }),
    group: t.string({ description: groupHelp }),
  }),
})

const RuleCriterionInput = builder.inputType('RuleCriterionInput', {
  description: 'Judged by rules over what is known of the customer.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    weight: t.float({ required: true, defaultValue: 1, description: weightHelp }),
    group: t.string({ description: groupHelp }),
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
    group: t.string({ description: groupHelp }),
    question: t.field({ type: LocalizedTextInput, required: true, description: 'What to ask.' }),
    zero: t.field({ type: LocalizedTextInput, required: true, description: 'What 0 points stand for.' }),
    one: t.field({ type: LocalizedTextInput, required: true, description: 'What 1 point stands for.' }),
    two: t.field({ type: LocalizedTextInput, required: true, description: 'What 2 points stand for.' }),
    decay: t.field({ type: DecayInput, description: decayHelp }),
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

const CriterionGroupInput = builder.inputType('CriterionGroupInput', {
  description: 'Criteria that together give at most so many points.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in the scorecard.' }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'Its name for people.' }),
    cap: t.float({
      required: true,
      description: 'The most points its criteria give together, weights included; more than 0.',
    }),
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
  groups: 'All its groups.',
  threshold: 'The points a customer must reach, 0 to the maximum.',
  coverageFloor: 'The share of the weights that must be known, 0 to 1.',
  bands: 'All its bands from low to high.',
  disqualifiers: 'All its disqualifiers.',
}

export const AntiProfileMatchEnum = enumOf('AntiProfileMatch', 'Whom an anti-profile disqualifies.', {
  allTraits: 'Those who have all of its traits: one disqualifier for each anti-profile.',
  anyTrait: 'Those who have one of its traits: a disqualifier for each trait.',
} satisfies Record<AntiProfileMatch, string>)

const FromProfileInput = builder.inputType('ScorecardFromProfileInput', {
  description: 'A profile to begin from; `scorecardFromProfile` shows what that gives.',
  fields: (t) => ({
    profile: t.globalID({ required: true, description: 'The profile. The scorecard measures its fit.' }),
    antiProfiles: t.field({
      type: AntiProfileMatchEnum,
      required: true,
      defaultValue: 'allTraits',
      description: 'Whom an anti-profile disqualifies.',
    }),
  }),
})

export const ScorecardCreateInput = builder.inputType('ScorecardCreateInput', {
  description:
    'A new scorecard. Without criteria it has those it begins from: need, timeline, budget and authority where nothing is named.',
  fields: (t) => ({
    slug: t.string({ description: 'Its name in addresses; made from the name when not given.' }),
    profile: t.globalID({
      description: 'The profile whose fit it measures, and whose traits criteria are made of.',
    }),
    fromTemplate: t.string({ description: 'The key of one of `scorecardTemplates` to begin from.' }),
    fromProfile: t.field({ type: FromProfileInput, description: 'A profile to begin from.' }),
    name: t.field({
      type: LocalizedTextInput,
      description: 'Its name; needed where it begins from neither template nor profile.',
    }),
    criteria: t.field({ type: [CriterionInput], description: help.criteria }),
    groups: t.field({ type: [CriterionGroupInput], description: help.groups }),
    threshold: t.float({ description: help.threshold }),
    coverageFloor: t.float({ description: help.coverageFloor }),
    bands: t.field({ type: [BandInput], description: help.bands }),
    disqualifiers: t.field({ type: [DisqualifierInput], description: help.disqualifiers }),
  }),
})

export const ScorecardUpdateInput = builder.inputType('ScorecardUpdateInput', {
  description: 'Changes to a scorecard; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: 'Its name.' }),
    criteria: t.field({ type: [CriterionInput], description: help.criteria }),
    groups: t.field({ type: [CriterionGroupInput], description: help.groups }),
    threshold: t.float({ description: help.threshold }),
    coverageFloor: t.float({ description: help.coverageFloor }),
    bands: t.field({ type: [BandInput], description: help.bands }),
    disqualifiers: t.field({ type: [DisqualifierInput], description: help.disqualifiers }),
  }),
})
