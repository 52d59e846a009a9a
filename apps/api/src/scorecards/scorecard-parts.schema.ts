import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import { describe } from '@profilkort/domain/rules/describe'
import type {
  Band,
  Criterion,
  CriterionGroup,
  Decay,
  Disqualifier,
} from '@profilkort/domain/scorecards/scorecard'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'

/** The languages of texts, the first that is there. */
type In<T> = T & { readonly chain: LocaleChain }

const CriterionKindEnum = enumOf('CriterionKind', 'How a criterion is judged.', {
  rule: 'By a rule over what is known of the customer.',
  answer: 'By a seller who answers 0, 1 or 2.',
} satisfies Record<Criterion['kind'], string>)

export const BandType = builder.objectRef<In<Band>>('Band').implement({
  description: "A part of the percent scale: from its own `from` to the next band's, that one not included.",
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the scorecard.' }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ label, chain, key }) => resolveText(label, chain)?.text ?? key,
    }),
    from: t.exposeFloat('from', { description: 'Where it begins, in percent of the maximum.' }),
  }),
})

export const CriterionGroupType = builder.objectRef<In<CriterionGroup>>('CriterionGroup').implement({
  description: 'Criteria that together give at most `cap` points.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the scorecard.' }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ label, chain, key }) => resolveText(label, chain)?.text ?? key,
    }),
    cap: t.exposeFloat('cap', {
      description: 'The most points its criteria give together, weights included.',
    }),
  }),
})

const DecayType = builder.objectRef<Decay>('Decay').implement({
  description: 'How an answer ages: what no longer counts of it is unknown.',
  fields: (t) => ({
    freshDays: t.exposeInt('freshDays', { description: 'It counts in full for so many days.' }),
    staleDays: t.exposeInt('staleDays', { description: 'From so many days on it is unknown.' }),
  }),
})

export const CriterionType = builder.objectRef<In<Criterion>>('Criterion').implement({
  description: 'One thing a customer is judged on, worth 0, 1 or 2 points times its weight.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the scorecard.' }),
    kind: t.field({ type: CriterionKindEnum, description: 'How it is judged.', resolve: ({ kind }) => kind }),
    label: t.string({
      description: 'Its name for people.',
      resolve: ({ label, chain, key }) => resolveText(label, chain)?.text ?? key,
    }),
    weight: t.exposeFloat('weight', { description: 'How much its points count.' }),
    group: t.exposeString('group', { nullable: true, description: 'The key of its group, if any.' }),
    decay: t.field({
      type: DecayType,
      nullable: true,
      description: 'How its answers age; null where they count in full for ever, and for a rule.',
      resolve: (criterion) => (criterion.kind === 'answer' ? criterion.decay : null),
    }),
    question: t.string({
      nullable: true,
      description: 'What to ask; null for a rule that has no question of its own.',
      resolve: ({ question, chain }) => question && resolveText(question, chain)?.text,
    }),
    choices: t.stringList({
      nullable: true,
      description: 'What 0, 1 and 2 points stand for; null for a rule.',
      resolve: (criterion) =>
        criterion.kind === 'answer'
          ? criterion.choices.map((choice) => resolveText(choice, criterion.chain)?.text ?? '')
          : null,
    }),
    sentence: t.string({
      nullable: true,
      description: "When a rule gives 2 points, as a sentence; null for a seller's answer.",
      resolve: async (criterion, _args, context) =>
        criterion.kind === 'rule'
          ? describe(criterion.two, await context.catalogue(), criterion.chain[0])
          : null,
    }),
    two: t.field({
      type: 'JSON',
      nullable: true,
      description:
        "The rule that gives 2 points, as JSON; null for a seller's answer. Needs `scorecard:read`.",
      authScopes: { may: 'scorecard:read' },
      resolve: (criterion) => (criterion.kind === 'rule' ? criterion.two : null),
    }),
    one: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The rule that gives 1 point, as JSON; null where there is none. Needs `scorecard:read`.',
      authScopes: { may: 'scorecard:read' },
      resolve: (criterion) => (criterion.kind === 'rule' ? criterion.one : null),
    }),
  }),
})

export const DisqualifierType = builder.objectRef<In<Disqualifier>>('Disqualifier').implement({
  description: 'A reason not to sell to a customer, whatever its points.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the scorecard.' }),
    reason: t.string({
      description: 'The reason.',
      resolve: ({ reason, chain, key }) => resolveText(reason, chain)?.text ?? key,
    }),
    sentence: t.string({
      description: 'When it holds.',
      resolve: async ({ rule, chain }, _args, context) => describe(rule, await context.catalogue(), chain[0]),
    }),
    rule: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The rule as JSON. Needs `scorecard:read`; null without.',
      authScopes: { may: 'scorecard:read' },
      resolve: ({ rule }) => rule,
    }),
  }),
})
