import {
  findScorecardBySlug,
  findScorecards,
  listScorecards,
  type ScorecardRow,
} from '@profilkort/database/scorecards/scorecards.queries'
import { type Locale, type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import { maximumOf } from '@profilkort/domain/scorecards/parts'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { BandType, CriterionGroupType, CriterionType, DisqualifierType } from './scorecard-parts.schema.ts'

/** One revision of a scorecard, in the languages of the chain. */
export interface ScorecardView {
  readonly row: ScorecardRow
  readonly revision: number
  readonly content: Scorecard
  readonly chain: LocaleChain
}

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
