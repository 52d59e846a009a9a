import {
  findScorecardBySlug,
  findScorecards,
  listScorecards,
  type ScorecardRow,
} from '@profilkort/database/scorecards/scorecards.queries'
import { type Locale, resolveText } from '@profilkort/domain/locales/locale'
import { describe } from '@profilkort/domain/rules/describe'
import { maximumOf } from '@profilkort/domain/scorecards/parts'
import type {
  Band,
  Criterion,
  CriterionGroup,
  Decay,
  Disqualifier,
  Scorecard,
} from '@profilkort/domain/scorecards/scorecard'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'

/** One revision of a scorecard, in the languages of the chain. */
export interface ScorecardView {
  readonly row: ScorecardRow
  readonly revision: number
  readonly content: Scorecard
  readonly chain: Chain
}

/** The languages of texts, the first that is there. */
export type Chain = readonly [Locale, ...Locale[]]

type In<T> = T & { readonly chain: Chain }

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

export const ScorecardType = builder.objectRef<ScorecardView>('Scorecard').implement({
  description: 'Criteria with weights, a threshold and bands: how well a customer fits.',
  fields: (t) => ({
    id: t.globalID({
      description: 'Its global id.',
      resolve: ({ row }) => ({ type: 'Scorecard', id: row.id }),
    }),
    slug: t.string({ description: 'Its name in addresses.', resolve: ({ row }) => row.slug }),
    revision: t.exposeInt('revision', { description: 'The revision this is of.' }),
    latestRevision: t.int({
      description: 'The newest revision, for `expectedRevision`.',
      resolve: ({ row }) => row.revision,
    }),
    publishedRevision: t.int({
      nullable: true,
      description: 'The revision that scores; null until one is published.',
      resolve: ({ row }) => row.published?.revision,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When that was published.',
      resolve: ({ row }) => row.published?.at,
    }),
    savedAt: t.field({
      type: 'DateTime',
      description: 'When the newest revision was saved.',
      resolve: ({ row }) => row.savedAt,
    }),
    savedBy: t.string({
      nullable: true,
      description: 'Who saved the newest revision. Needs `scorecard:read`; null without.',
      authScopes: { may: 'scorecard:read' },
      resolve: ({ row }) => row.savedBy,
    }),
    archivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away; null while it is in use.',
      resolve: ({ row }) => row.archivedAt,
    }),
    name: t.string({
      description: 'Its name.',
      resolve: ({ row, content, chain }) => resolveText(content.name, chain)?.text ?? row.slug,
    }),
    threshold: t.float({
      description: 'The points a customer must reach.',
      resolve: ({ content }) => content.threshold,
    }),
    maximum: t.float({
      description: 'The points that can be reached: Σ 2 · weight, in each group at most its cap.',
      resolve: ({ content }) => maximumOf(content),
    }),
    coverageFloor: t.float({
      description: 'The share of the weights that must be known before a fit counts, 0 to 1.',
      resolve: ({ content }) => content.coverageFloor,
    }),
    criteria: t.field({
      type: [CriterionType],
      description: 'Its criteria in order.',
      resolve: ({ content, chain }) => content.criteria.map((criterion) => ({ ...criterion, chain })),
    }),
    groups: t.field({
      type: [CriterionGroupType],
      description: 'Its groups, each with a cap.',
      resolve: ({ content, chain }) => (content.groups ?? []).map((group) => ({ ...group, chain })),
    }),
    bands: t.field({
      type: [BandType],
      description: 'Its bands from low to high.',
      resolve: ({ content, chain }) => content.bands.map((band) => ({ ...band, chain })),
    }),
    disqualifiers: t.field({
      type: [DisqualifierType],
      description: 'Reasons not to sell to a customer at all.',
      resolve: ({ content, chain }) => content.disqualifiers.map((each) => ({ ...each, chain })),
    }),
  }),
})

/** The published revision, or the newest when the draft is asked for or nothing is published. */
export async function viewScorecard(
  context: Context,
  row: ScorecardRow,
  locale: Locale | null | undefined,
  draft = false,
): Promise<ScorecardView> {
  const chain = await localeChain(context, locale)
  const { published } = row
  if (published && !draft) return { row, revision: published.revision, content: published.content, chain }
  return { row, revision: row.revision, content: row.content, chain }
}

/** A scorecard right after a change. */
export async function viewChangedScorecard(context: Context, id: string): Promise<ScorecardView> {
  const [row] = await context.read((tx, workspaceId) => findScorecards(tx, workspaceId, [id]))
  if (row === undefined) throw new Error(`Scorecard ${id} is gone right after it was saved`)
  return viewScorecard(context, row, undefined, true)
}

const draftHelp = 'The newest revision rather than the published one.'

builder.queryField('scorecard', (t) =>
  t.field({
    type: ScorecardType,
    nullable: true,
    description: 'One scorecard by its slug; null when there is none. Needs `scorecard:read`.',
    authScopes: { may: 'scorecard:read' },
    args: {
      slug: t.arg.string({ required: true, description: 'Its name in addresses.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: draftHelp }),
    },
    resolve: async (_root, { slug, locale, draft }, context) => {
      const row = await context.read((tx, workspaceId) => findScorecardBySlug(tx, workspaceId, slug))
      return row && viewScorecard(context, row, locale, draft)
    },
  }),
)

builder.queryField('scorecards', (t) =>
  t.field({
    type: [ScorecardType],
    description: 'All scorecards that are in use, by slug. Needs `scorecard:read`.',
    authScopes: { may: 'scorecard:read' },
    args: {
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: draftHelp }),
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those in the archive instead.',
      }),
    },
    resolve: async (_root, { locale, draft, archived }, context) => {
      const rows = await context.read((tx, workspaceId) => listScorecards(tx, workspaceId, archived))
      return Promise.all(rows.map((row) => viewScorecard(context, row, locale, draft)))
    },
  }),
)
